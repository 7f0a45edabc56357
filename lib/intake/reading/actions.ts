'use server'

import { redirect } from 'next/navigation'
import { faultSentence, fromForm } from '@/lib/action/door'
import { fieldsOf, typedOr } from '@/lib/action/fields'
import type { FormState } from '@/lib/action/state'
import { findEntities } from '@/lib/entities/queries'
import { publishEntry, submitEntry } from '@/lib/entries/review/mutations'
import { toFaults } from '@/lib/errors/issues'
import { type Fault, Refusal } from '@/lib/errors/refusal'
import { toSourceInput } from '@/lib/sources/rules'
import { SourceInput } from '@/lib/sources/schema'
import { listCandidates } from '../candidates/queries'
import { addPublisher } from '../publishers/mutations'
import { findItemOfSource, getItem } from '../queries'
import { finishItem, readItem, reopenItem } from './mutations'
import type { Belongs } from './schema'

const number = (text: string | undefined) => (text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : 0)

function belongsIn(text: string | undefined): Belongs | null {
  const found = /^(version|carried):(\d{1,9})$/.exec(text ?? '')
  return found ? { code: found[1] as Belongs['code'], source: Number(found[2]) } : null
}

/** Reads an item: its confirmed metadata and text become a source, and what is found in it waits for decisions. */
export async function readItemAction(before: FormState<null>, form: FormData): Promise<FormState<null>> {
  return fromForm(before, form, async (actor) => {
    const fields = fieldsOf(form)
    const id = number(fields.id)
    const publisher = typedOr(fields, 'publisher')
    if (publisher !== null && fields.publisherNew === 'on') await addPublisher(actor, publisher)
    const { input, faults } = toSourceInput(fields, '', await findEntities(actor, publisher ? [publisher] : []))
    const checked = SourceInput.safeParse(input)
    const told = new Set(faults.map((f) => f.field))
    const wrong: Fault[] = checked.success ? [] : toFaults(checked.error).filter((f) => !told.has(f.field))
    if (faults.length || wrong.length) throw new Refusal('invalid', [...faults, ...wrong])
    try {
      await readItem(actor, id, number(fields.revision), {
        source: input,
        relation: typedOr(fields, 'relation'),
        belongs: belongsIn(fields.belongs),
      })
    } catch (error) {
      const same = error instanceof Refusal ? (error.detail as { id?: number } | undefined)?.id : undefined
      if (same === undefined) throw error
      const item = await findItemOfSource(actor, same)
      redirect(item === null ? `/desk/sources/${same}?did=known` : `/desk/intake/${item}?did=known`)
    }
    redirect(`/desk/intake/${id}`)
  })
}

/** What became of the drafts of an article: how many went on, and why others did not. */
export type SentOn = { sent: number; kept: { entry: number; why: string }[] }

/**
 * Sends on what was accepted from an article: `submit` for review, or `publish`. Each is a step of its own: what is
 * refused stays a draft and is named.
 */
export async function sendAcceptedAction(before: FormState<SentOn>, form: FormData): Promise<FormState<SentOn>> {
  return fromForm(before, form, async (actor) => {
    const fields = fieldsOf(form)
    const item = await getItem(actor, number(fields.id))
    if (!item?.sourceId) throw new Refusal('notFound')
    const publish = fields.intent === 'publish'
    const done: SentOn = { sent: 0, kept: [] }
    for (const { entry } of await listCandidates(actor, item.sourceId)) {
      if (!entry || !(entry.state === 'draft' || (publish && entry.state === 'in_review'))) continue
      try {
        if (publish) await publishEntry(actor, entry.id, entry.revision)
        else await submitEntry(actor, entry.id, entry.revision)
        done.sent++
      } catch (error) {
        if (!(error instanceof Refusal) || error.code === 'notAllowed' || error.code === 'signInNeeded') throw error
        done.kept.push({ entry: entry.id, why: error.faults.map(faultSentence).join(' ') })
      }
    }
    return done
  })
}

/** Says that an article is done; `open` is how many candidates it leaves aside. */
export async function finishItemAction(before: FormState<null>, form: FormData): Promise<FormState<null>> {
  return fromForm(before, form, async (actor) => {
    const fields = fieldsOf(form)
    await finishItem(actor, number(fields.id), number(fields.revision), number(fields.open))
    redirect('/desk/intake?state=in_work&did=finished')
  })
}

export async function reopenItemAction(before: FormState<null>, form: FormData): Promise<FormState<null>> {
  return fromForm(before, form, async (actor) => {
    const fields = fieldsOf(form)
    await reopenItem(actor, number(fields.id), number(fields.revision))
    redirect(`/desk/intake/${number(fields.id)}`)
  })
}
