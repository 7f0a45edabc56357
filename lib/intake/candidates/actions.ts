'use server'

import { redirect } from 'next/navigation'
import { fromForm } from '@/lib/action/door'
import { type Fields, fieldsOf, typedOr } from '@/lib/action/fields'
import type { FormState } from '@/lib/action/state'
import type { Actor } from '@/lib/auth/actor'
import { readEntryForm } from '@/lib/entries/forms/queries'
import { besideRows } from '@/lib/entries/forms/rules'
import { Refusal } from '@/lib/errors/refusal'
import { defaultLocale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import {
  acceptAsEvidence,
  acceptCandidate,
  type Decided,
  markCandidate,
  rejectCandidate,
  reopenCandidate,
  reportCandidate,
} from './mutations'
import { getCandidatePlace } from './queries'
import { Marked } from './schema'

const number = (text: string | undefined) => (text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : 0)

async function accept(actor: Actor, fields: Fields): Promise<Decided> {
  const [id, seen] = [number(fields.candidate), number(fields.seen)]
  const read = await readEntryForm(actor, fields)
  if (!read.ok) throw new Refusal('invalid', read.faults)
  if (read.newSources.length)
    throw new Refusal(
      'invalid',
      read.newSources.map(({ row }) => ({ field: `evidence.${row}.source`, code: 'storeFirst' })),
    )
  try {
    return await acceptCandidate(actor, id, seen, { ...read.input, requestKey: `candidate/${id}/${seen}` })
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(error.code, besideRows(error.faults, read.rows), error.detail)
    throw error
  }
}

async function addEvidence(actor: Actor, fields: Fields): Promise<Decided> {
  const id = number(fields.candidate)
  const place = await getCandidatePlace(actor, id)
  if (!place) throw new Refusal('notFound')
  const read = await readEntryForm(actor, fields)
  const own = read.ok ? read.input.evidence?.find((e) => e.source === place.source) : undefined
  return acceptAsEvidence(actor, id, number(fields.seen), {
    root: number(fields.root),
    evidence: own ?? { source: place.source, quote: place.record.quote, startsAt: place.record.start },
    why: translator(defaultLocale, 'intake')('moreEvidence', { title: place.title.slice(0, 200) }),
  })
}

/**
 * Decides on a candidate. `intent`: `accept` enters it as the fields say; `evidence` adds its quote to entry `root`;
 * `reject`; `report` with a note; `undo` takes a decision back. `seen` is its revision as the page showed it: what
 * somebody else decided meanwhile is told, never overwritten.
 */
export async function decideCandidateAction(before: FormState<Decided>, form: FormData): Promise<FormState<Decided>> {
  return fromForm(before, form, async (actor) => {
    const fields = fieldsOf(form)
    const [id, seen] = [number(fields.candidate), number(fields.seen)]
    switch (fields.intent) {
      case 'reject':
        return rejectCandidate(actor, id, seen)
      case 'report':
        return reportCandidate(actor, id, seen, fields.wrong ?? '')
      case 'undo':
        return reopenCandidate(actor, id, seen)
      case 'evidence':
        return addEvidence(actor, fields)
      default:
        return accept(actor, fields)
    }
  })
}

/** Adds a passage that a person marked, and opens it. */
export async function markCandidateAction(before: FormState<null>, form: FormData): Promise<FormState<null>> {
  return fromForm(before, form, async (actor) => {
    const fields = fieldsOf(form)
    const startsAt = typedOr(fields, 'startsAt')
    const marked = Marked.parse({
      kind: fields.markedKind,
      quote: fields.quote ?? '',
      startsAt: startsAt !== null && /^\d{1,9}$/.test(startsAt) ? Number(startsAt) : null,
      requestKey: typedOr(fields, 'requestKey'),
    })
    const { id } = await markCandidate(actor, number(fields.id), marked)
    redirect(`/desk/intake/${number(fields.id)}?candidate=${id}`)
  })
}
