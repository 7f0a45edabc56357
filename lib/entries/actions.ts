'use server'

import { redirect } from 'next/navigation'
import { fromForm } from '@/lib/action/door'
import { type Fields, fieldsOf, typedOr } from '@/lib/action/fields'
import { type FormState, untouched } from '@/lib/action/state'
import type { Actor } from '@/lib/auth/actor'
import { listEntities } from '@/lib/entities/queries'
import { entityNames } from '@/lib/entities/rules'
import { type Fault, Refusal } from '@/lib/errors/refusal'
import { createSource } from '@/lib/sources/mutations'
import { getSource } from '@/lib/sources/queries'
import { sourceText } from '@/lib/sources/rules'
import { toFields } from './forms/fields/rules'
import { readEntryForm } from './forms/queries'
import { besideRows, type ReadForm, type RowName, rowsIn } from './forms/rules'
import { correctEntry, createEntry, editEntry, type Saved } from './mutations'
import { findMade } from './queue/queries'
import { discardDraft, publishEntry, rejectEntry, retireEntry, submitEntry } from './review/mutations'
import type { EntryInput } from './schema'

/** What a conflict shows: the other version as fields of the same form, and what saving on top of it has to name. */
export type Theirs = { fields: Fields; onTopOf: string; draft: number | null }

const number = (fields: Fields, name: string) => {
  const text = typedOr(fields, name)
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null
}

/** Stores the sources that were described on the way; the form then names them, so that sending it again makes no second. */
async function withSources(actor: Actor, form: FormData, read: Extract<ReadForm, { ok: true }>): Promise<EntryInput> {
  const evidence = [...(read.input.evidence ?? [])]
  for (const { row, place, input } of read.newSources) {
    const at = `evidence.${row}.`
    const key = read.input.requestKey ? `${read.input.requestKey}:source:${row}` : null
    try {
      const { id } = await createSource(actor, { ...input, requestKey: key })
      const stored = await getSource(actor, id)
      evidence[place] = { ...evidence[place]!, source: id }
      if (stored) form.set(`${at}source`, sourceText(stored))
      for (const name of [...form.keys()]) if (name.startsWith(`${at}new.`)) form.delete(name)
    } catch (error) {
      if (error instanceof Refusal)
        throw new Refusal(
          error.code,
          error.faults.map((f) => ({ ...f, field: f.field && `${at}new.${f.field}` })),
        )
      throw error
    }
  }
  return { ...read.input, evidence }
}

/** What somebody else saved, as the fields of the form it is shown beside. */
async function theirs(actor: Actor, detail: unknown): Promise<Theirs | null> {
  const told = detail as { current?: EntryInput; revision?: number; version?: number; draft?: number } | undefined
  if (!told?.current) return null
  const name = entityNames(await listEntities(actor))
  const sources = new Map<number, string>()
  for (const e of told.current.evidence ?? []) {
    const source = await getSource(actor, e.source)
    if (source) sources.set(e.source, sourceText(source))
  }
  const fields = toFields(told.current, {
    entity: name,
    source: (id) => sources.get(id) ?? `#${id}`,
    promise: (root) => `#${root}`,
  })
  const onTopOf = told.draft ? `draft ${told.draft} ${told.revision}` : `${told.version ?? told.revision}`
  return { fields, onTopOf, draft: told.draft ?? null }
}

async function save(actor: Actor, fields: Fields, input: EntryInput): Promise<Saved> {
  const onTop = typedOr(fields, 'onTopOf')
  const draft = /^draft (\d+) (\d+)$/.exec(onTop ?? '')
  if (draft) return editEntry(actor, Number(draft[1]), Number(draft[2]), input)
  const seen = onTop !== null && /^\d+$/.test(onTop) ? Number(onTop) : null
  const id = number(fields, 'id')
  if (id !== null) return editEntry(actor, id, seen ?? number(fields, 'revision') ?? 0, input)
  // The form was sent before and its answer got lost: what was typed since belongs to the same draft.
  const made = input.requestKey ? await findMade(actor, input.requestKey) : null
  if (made && made.state !== 'published' && made.revision === 1) return editEntry(actor, made.id, 1, input)
  const root = number(fields, 'root')
  if (root !== null)
    return correctEntry(actor, root, seen ?? number(fields, 'version') ?? 0, fields.changeReason ?? '', input)
  return createEntry(actor, input)
}

/** Without a script the button that adds a row sends the form; it comes back as it was, with one row more. */
const rowsAsked: Record<string, RowName | undefined> = { addEvidence: 'evidence', addParty: 'parties' }
const withRow = (fields: Fields, name: RowName): Fields => ({
  ...fields,
  [`${name}.${Math.max(-1, ...rowsIn(fields, name)) + 1}.${name === 'evidence' ? 'source' : 'entity'}`]: '',
})

/**
 * Saves a form of any kind as a draft: a new one (`requestKey`), a draft again (`id`, `revision`), or a correction
 * (`root`, `version`, `changeReason`). `intent` sends it on for review, or publishes it. What publication refuses is
 * said on the entry's page: the draft is safe by then.
 */
export async function saveEntryAction(before: FormState<null>, form: FormData): Promise<FormState<null>> {
  const more = rowsAsked[String(form.get('intent'))]
  if (more) return { ...untouched, turn: before.turn + 1, typed: withRow(fieldsOf(form), more) }
  return fromForm(before, form, async (actor) => {
    if (actor.role === null) throw new Refusal('signInNeeded')
    const fields = fieldsOf(form)
    const read = await readEntryForm(actor, fields)
    const reasonMissing: Fault[] =
      number(fields, 'root') !== null && !fields.changeReason?.trim()
        ? [{ field: 'changeReason', code: 'required' }]
        : []
    if (!read.ok) throw new Refusal('invalid', [...read.faults, ...reasonMissing])
    if (reasonMissing.length) throw new Refusal('invalid', reasonMissing)
    const saved = await saving(actor, form, fields, read)
    const did = await sendOn(actor, saved, fields.intent)
    redirect(`/desk/entries/${saved.id}?did=${did}`)
  })
}

async function saving(
  actor: Actor,
  form: FormData,
  fields: Fields,
  read: Extract<ReadForm, { ok: true }>,
): Promise<Saved> {
  const input = await withSources(actor, form, read)
  try {
    return await save(actor, fields, input)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const faults = besideRows(error.faults, read.rows satisfies Record<RowName, number[]>)
    throw new Refusal(error.code, faults, error.code === 'conflict' ? await theirs(actor, error.detail) : undefined)
  }
}

async function sendOn(actor: Actor, saved: Saved, intent: string | undefined): Promise<string> {
  if (intent !== 'submit' && intent !== 'publish') return 'saved'
  try {
    if (intent === 'submit') await submitEntry(actor, saved.id, saved.revision)
    else await publishEntry(actor, saved.id, saved.revision)
    return intent === 'submit' ? 'submitted' : 'published'
  } catch (error) {
    if (error instanceof Refusal) return 'savedOnly'
    throw error
  }
}

type Step = (actor: Actor, fields: Fields, id: number, revision: number) => Promise<unknown>

/** The buttons of an entry's page: each names the version and the revision the page showed. */
async function step(
  before: FormState<null>,
  form: FormData,
  work: Step,
  to: (fields: Fields) => string,
): Promise<FormState<null>> {
  return fromForm(before, form, async (actor) => {
    const fields = fieldsOf(form)
    await work(actor, fields, number(fields, 'id') ?? 0, number(fields, 'revision') ?? 0)
    redirect(to(fields))
  })
}

/** Back to the list it was done from, else to the entry. */
const back = (did: string) => (fields: Fields) =>
  fields.from === 'review' ? `/desk/review?did=${did}` : `/desk/entries/${number(fields, 'id') ?? 0}?did=${did}`

export async function submitEntryAction(before: FormState<null>, form: FormData): Promise<FormState<null>> {
  return step(before, form, (actor, _, id, revision) => submitEntry(actor, id, revision), back('submitted'))
}

export async function publishEntryAction(before: FormState<null>, form: FormData): Promise<FormState<null>> {
  return step(before, form, (actor, _, id, revision) => publishEntry(actor, id, revision), back('published'))
}

export async function rejectEntryAction(before: FormState<null>, form: FormData): Promise<FormState<null>> {
  return step(
    before,
    form,
    (actor, fields, id, revision) => rejectEntry(actor, id, revision, fields.reason ?? ''),
    back('rejected'),
  )
}

/** `revision` is the version the page showed. */
export async function retireEntryAction(before: FormState<null>, form: FormData): Promise<FormState<null>> {
  return step(
    before,
    form,
    (actor, fields, _, version) => retireEntry(actor, number(fields, 'root') ?? 0, version, fields.reason ?? ''),
    back('retired'),
  )
}

export async function discardDraftAction(before: FormState<null>, form: FormData): Promise<FormState<null>> {
  return step(
    before,
    form,
    (actor, _, id, revision) => discardDraft(actor, id, revision),
    () => '/desk?did=discarded',
  )
}
