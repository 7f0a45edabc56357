import { difference } from '@/lib/audit/mutations'
import { type Writing, writing } from '@/lib/audit/writing'
import { type Actor, assertMay } from '@/lib/auth/actor'
import { db } from '@/lib/db/client'
import { reaching } from '@/lib/db/faults'
import { draftCorrection, draftEntry } from '@/lib/entries/mutations'
import { dropDraft } from '@/lib/entries/review/mutations'
import { anchorOf } from '@/lib/entries/rules'
import { EntryInput, type EvidenceInput } from '@/lib/entries/schema'
import { lockEntry } from '@/lib/entries/versions/queries'
import { Refusal } from '@/lib/errors/refusal'
import { extractApart } from '@/lib/extraction/extract-apart'
import type { Prisma } from '@/prisma/generated/client'
import { markedRecord } from './rules'
import { type CandidateState, Marked } from './schema'

/** What a decision left: the candidate as it is now. */
export type Decided = { id: number; state: CandidateState; revision: number; entry: number | null }

type Held = {
  id: number
  sourceId: number
  state: CandidateState
  revision: number
  entryId: number | null
  byHand: boolean
}

/**
 * Holds the candidate's article (`share` lets others decide on other candidates meanwhile) and the candidate itself, as
 * it was seen. Throws `conflict` with what somebody else decided.
 */
async function hold({ tx }: Writing, id: number, revision: number, states: readonly CandidateState[]): Promise<Held> {
  const seen = await tx.candidate.findUnique({ where: { id }, select: { sourceId: true } })
  if (!seen) throw new Refusal('notFound')
  if (states.includes('open'))
    await tx.$queryRaw`select id from intake_item where source_id = ${seen.sourceId} for share`
  else await tx.$queryRaw`select id from intake_item where source_id = ${seen.sourceId} for no key update`
  await tx.$queryRaw`select id from candidate where id = ${id} for no key update`
  const candidate = (await tx.candidate.findUniqueOrThrow({
    where: { id },
    select: { id: true, sourceId: true, state: true, revision: true, entryId: true, byHand: true, decidedById: true },
  }))!
  if (candidate.revision === revision && states.includes(candidate.state)) return candidate
  const by = candidate.decidedById
    ? await tx.user.findUnique({ where: { id: candidate.decidedById }, select: { name: true } })
    : null
  const decided: Decided = {
    id,
    state: candidate.state,
    revision: candidate.revision,
    entry: candidate.entryId,
  }
  throw new Refusal(
    'conflict',
    [by ? { field: '', code: 'decidedMeanwhile', values: { name: by.name } } : { field: '', code: 'openedMeanwhile' }],
    { decided, by: by?.name ?? null },
  )
}

async function decide(
  { tx }: Writing,
  actor: Actor,
  { id, revision }: Held,
  to: { state: Exclude<CandidateState, 'open'>; entryId?: number; note?: string },
): Promise<Decided> {
  await tx.candidate.update({
    where: { id },
    data: { ...to, decidedAt: new Date(), decidedById: actor.userId, revision: { increment: 1 } },
  })
  return { id, state: to.state, revision: revision + 1, entry: to.entryId ?? null }
}

/**
 * Accepts a candidate, as suggested or corrected: the draft it becomes is written by the same mutation as a form's, in
 * the transaction that marks the candidate. `revision` is the candidate as it was seen. Needs `entry.write`.
 */
export async function acceptCandidate(actor: Actor, id: number, revision: number, input: EntryInput): Promise<Decided> {
  assertMay(actor, 'entry.write')
  const entry = EntryInput.parse(input)
  return writing(actor, 'entry.write', async (write) => {
    const candidate = await hold(write, id, revision, ['open'])
    if (!entry.evidence.some((e) => e.source === candidate.sourceId))
      throw new Refusal('invalid', [{ field: 'evidence', code: 'otherSource' }])
    const saved = await draftEntry(write, actor, entry)
    const decided = await decide(write, actor, candidate, { state: 'accepted', entryId: saved.id })
    await write.audit({
      act: 'accept',
      what: 'candidate',
      whatId: id,
      diff: difference({}, { entry: saved.id, source: candidate.sourceId }),
    })
    return decided
  })
}

/**
 * Accepts a candidate as one more piece of evidence for an entry that stands: a new version of that entry in draft, with
 * the reason `why`. Needs `entry.write`.
 */
export async function acceptAsEvidence(
  actor: Actor,
  id: number,
  revision: number,
  to: { root: number; evidence: EvidenceInput; why: string },
): Promise<Decided> {
  return writing(actor, 'entry.write', async (write) => {
    const candidate = await hold(write, id, revision, ['open'])
    const evidence = { ...to.evidence, source: candidate.sourceId }
    const saved = await draftCorrection(
      write,
      actor,
      to.root,
      null,
      to.why,
      (before) => EntryInput.parse({ ...before, evidence: [...(before.evidence ?? []), evidence] }),
      `candidate/${id}/${revision}`,
    )
    const decided = await decide(write, actor, candidate, { state: 'accepted', entryId: saved.id })
    await write.audit({
      act: 'accept',
      what: 'candidate',
      whatId: id,
      diff: difference({}, { entry: saved.id, evidenceOf: to.root, source: candidate.sourceId }),
    })
    return decided
  })
}

/** Rejects a candidate: nothing is entered from it. Needs `entry.write`. */
export async function rejectCandidate(actor: Actor, id: number, revision: number): Promise<Decided> {
  return writing(actor, 'entry.write', async (write) => {
    const candidate = await hold(write, id, revision, ['open'])
    const decided = await decide(write, actor, candidate, { state: 'rejected' })
    await write.audit({ act: 'set aside', what: 'candidate', whatId: id })
    return decided
  })
}

/** Reports what a rule found as wrong, with what would be right: it becomes a passage the rules are tested with. Needs `entry.write`. */
export async function reportCandidate(actor: Actor, id: number, revision: number, note: string): Promise<Decided> {
  assertMay(actor, 'entry.write')
  const why = note.trim().slice(0, 2000)
  return writing(actor, 'entry.write', async (write) => {
    if (!why) throw new Refusal('invalid', [{ field: 'note', code: 'required' }])
    const candidate = await hold(write, id, revision, ['open', 'rejected'])
    if (candidate.byHand) throw new Refusal('invalid', [{ field: 'note', code: 'markedByHand' }])
    const decided = await decide(write, actor, candidate, { state: 'reported', note: why })
    await write.audit({ act: 'report', what: 'candidate', whatId: id, why })
    return decided
  })
}

/**
 * Takes a decision back: the candidate is open again, and the draft that accepting it made is thrown away, unless
 * somebody has worked on it or sent it on since. Needs `entry.write`.
 */
export async function reopenCandidate(actor: Actor, id: number, revision: number): Promise<Decided> {
  return writing(actor, 'entry.write', async (write) => {
    // The draft first, as whoever discards it on its own page does: two that wait for each other would both fail.
    const seen = await write.tx.candidate.findUnique({ where: { id }, select: { entryId: true } })
    if (seen?.entryId) await lockEntry(write.tx, { id: seen.entryId })
    const candidate = await hold(write, id, revision, ['accepted', 'rejected', 'reported'])
    await write.tx.intakeItem.updateMany({
      where: { sourceId: candidate.sourceId, state: 'done' },
      data: { state: 'in_work', updatedAt: new Date(), revision: { increment: 1 } },
    })
    if (candidate.entryId === null)
      await write.tx.candidate.update({
        where: { id },
        data: { state: 'open', note: null, decidedAt: null, decidedById: null, revision: { increment: 1 } },
      })
    else {
      const entry = await write.tx.entry.findUniqueOrThrow({ where: { id: candidate.entryId } })
      if (entry.revision > 1) throw new Refusal('conflict', [{ field: '', code: 'workedOnSince' }])
      // The database opens the candidate of a draft that goes.
      await dropDraft(write, entry.id, entry.revision)
    }
    await write.audit({ act: 'undo', what: 'candidate', whatId: id })
    return { id, state: 'open', revision: revision + 1, entry: null }
  })
}

/**
 * Adds a candidate that a person marked in a stored text; what the rules read of its number comes with it.
 * Needs `entry.write`.
 */
export async function markCandidate(actor: Actor, item: number, input: Marked): Promise<{ id: number }> {
  assertMay(actor, 'entry.write')
  const marked = Marked.parse(input)
  const place = await reaching(() => db.intakeItem.findUnique({ where: { id: item }, select: { sourceId: true } }))
  if (!place?.sourceId) throw new Refusal('notFound')
  const sourceId = place.sourceId
  // A source never changes, so that it is read before the transaction, which others wait for.
  const source = await reaching(() => db.source.findUniqueOrThrow({ where: { id: sourceId } }))
  const text = source.text ?? ''
  const anchor = anchorOf(text, marked.quote, marked.startsAt)
  if ('code' in anchor) throw new Refusal('invalid', [anchor])
  const date = source.publishedOn?.toISOString().slice(0, 10) ?? null
  const read = await extractApart(text, { date, pair: null, language: source.language })
  const record = markedRecord(marked.kind, marked.quote, anchor.startsAt, read.candidates)
  return writing(actor, 'entry.write', async ({ tx, audit }) => {
    await tx.$queryRaw`select id from intake_item where id = ${item} for no key update`
    if (marked.requestKey) {
      const same = await tx.candidate.findUnique({ where: { requestKey: marked.requestKey }, select: { id: true } })
      if (same) return same
    }
    const { id } = await tx.candidate.create({
      data: {
        sourceId,
        record: record as unknown as Prisma.InputJsonValue,
        byHand: true,
        requestKey: marked.requestKey,
        addedById: actor.userId,
      },
      select: { id: true },
    })
    await tx.intakeItem.updateMany({
      where: { id: item, state: 'done' },
      data: { state: 'in_work', updatedAt: new Date(), revision: { increment: 1 } },
    })
    await audit({
      act: 'mark',
      what: 'candidate',
      whatId: id,
      diff: difference({}, { kind: marked.kind, quote: marked.quote, startsAt: anchor.startsAt }),
    })
    return { id }
  })
}
