import type { z } from 'zod'
import { difference } from '@/lib/audit/mutations'
import { type Writing, writing } from '@/lib/audit/writing'
import { type Actor, assertMay } from '@/lib/auth/actor'
import { lockName, type Transaction } from '@/lib/db/client'
import { entityIds } from '@/lib/entities/mutations'
import { type Fault, Refusal } from '@/lib/errors/refusal'
import { ensureSeries } from '@/lib/indicators/mutations'
import { anchorOf, stepFault } from './rules'
import { EntryInput } from './schema'
import { lockEntry, versionInput } from './versions/queries'
import { toColumns } from './versions/rules'

/** An input as the schema made it whole. */
export type Parsed = z.output<typeof EntryInput>
const day = (iso: string | null) => (iso === null ? null : new Date(`${iso}T00:00:00Z`))

/** Which entity and theme an input is about; a figure's are its series', a stage's are its promise's. */
async function placeOf(write: Writing, entry: Parsed) {
  const { tx } = write
  if (entry.kind === 'observation' || entry.kind === 'target') {
    const series = await ensureSeries(write, entry.series)
    return { aboutId: series.aboutId, theme: series.theme, seriesId: series.id, placeId: null }
  }
  if (entry.kind === 'stage') {
    const of = await tx.entry.findFirst({
      where: { id: entry.of, version: 1 },
      select: { kind: true, aboutId: true, theme: true },
    })
    if (of?.kind !== 'target' && of?.kind !== 'commitment' && of?.kind !== 'agreement')
      throw new Refusal('invalid', [{ field: 'of', code: 'stageOfPromise', values: { value: entry.of } }])
    const wrong = stepFault(of.kind, entry.code)
    if (wrong) throw new Refusal('invalid', [wrong])
    return { aboutId: of.aboutId, theme: of.theme, seriesId: null, placeId: null }
  }
  const about = await entityIds(tx, [entry.about], 'about')
  const place =
    entry.kind === 'event' && entry.place ? (await entityIds(tx, [entry.place], 'place')).get(entry.place)! : null
  return { aboutId: about.get(entry.about)!, theme: entry.theme, seriesId: null, placeId: place }
}

async function evidenceRows(tx: Transaction, entry: Parsed) {
  const speakers = await entityIds(
    tx,
    entry.evidence.flatMap((e) => e.speaker ?? []),
    'evidence',
  )
  const sources = await tx.source.findMany({
    where: { id: { in: entry.evidence.map((e) => e.source) } },
    select: { id: true, text: true },
  })
  const texts = new Map(sources.map((s) => [s.id, s.text]))
  const faults: Fault[] = []
  const rows = entry.evidence.map((e, i) => {
    const at = (field: string) => `evidence.${i}.${field}`
    if (!texts.has(e.source)) faults.push({ field: at('source'), code: 'unknownSource', values: { value: e.source } })
    const text = texts.get(e.source) ?? null
    let anchor: { startsAt: number; endsAt: number } | null = null
    if (text !== null && e.quote !== null) {
      const found = anchorOf(text, e.quote, e.startsAt)
      if ('code' in found) faults.push({ ...found, field: at(found.field) })
      else anchor = found
    }
    return {
      sourceId: e.source,
      quote: e.quote,
      startsAt: anchor?.startsAt ?? null,
      endsAt: anchor?.endsAt ?? null,
      locator: e.locator,
      speakerId: e.speaker ? speakers.get(e.speaker)! : null,
      speakerAs: e.speakerAs,
      saidOn: day(e.saidOn),
    }
  })
  if (faults.length) throw new Refusal('invalid', faults)
  return rows
}

async function contents(write: Writing, entry: Parsed) {
  const place = await placeOf(write, entry)
  const evidence = await evidenceRows(write.tx, entry)
  const named = 'parties' in entry ? entry.parties : []
  const ids = await entityIds(
    write.tx,
    named.map((p) => p.entity),
    'parties',
  )
  const parties = [
    ...new Map(named.map((p) => [`${p.entity} ${p.role}`, { entityId: ids.get(p.entity)!, role: p.role }])).values(),
  ]
  return { columns: toColumns(entry, place), evidence, parties }
}

/** A request that was carried out already (a double click, a reload, a row imported twice) gives its entry again. */
async function alreadyMade(tx: Transaction, requestKey: string | null) {
  if (!requestKey) return null
  await lockName(tx, requestKey)
  return tx.entry.findUnique({ where: { requestKey }, select: { id: true, rootId: true, revision: true } })
}

export type Saved = { id: number; rootId: number; revision: number }

/** Enters a draft inside the transaction of whatever needs it: a form on its own, a candidate that is accepted. */
export async function draftEntry(write: Writing, actor: Actor, entry: Parsed): Promise<Saved> {
  const made = await alreadyMade(write.tx, entry.requestKey)
  if (made) return made
  const { columns, evidence, parties } = await contents(write, entry)
  const saved = await write.tx.entry.create({
    data: {
      ...columns,
      requestKey: entry.requestKey,
      authorId: actor.userId,
      evidence: { create: evidence },
      parties: { create: parties },
    },
    select: { id: true, revision: true },
  })
  await write.audit({ act: 'create', what: 'entry', whatId: saved.id, diff: difference({}, entry) })
  return { id: saved.id, rootId: saved.id, revision: saved.revision }
}

/** Enters a draft of any kind. Nobody sees it but the desk until it is published. Needs `entry.write`. */
export async function createEntry(actor: Actor, input: EntryInput): Promise<Saved> {
  assertMay(actor, 'entry.write')
  const entry = EntryInput.parse(input)
  return writing(actor, 'entry.write', (write) => draftEntry(write, actor, entry))
}

/** Saves a draft again; a rejected one becomes a draft once more. `revision` is the one the form was opened with. */
export async function editEntry(actor: Actor, id: number, revision: number, input: EntryInput): Promise<Saved> {
  assertMay(actor, 'entry.write')
  const entry = EntryInput.parse(input)
  return writing(actor, 'entry.write', async (write) => {
    await lockEntry(write.tx, { id })
    const before = await versionInput(write.tx, id)
    if (!before) throw new Refusal('notFound')
    if (before.state === 'published') throw new Refusal('conflict', [{ field: '', code: 'alreadyPublished' }])
    const { columns, evidence, parties } = await contents(write, entry)
    if (columns.kind !== before.input.kind) throw new Refusal('invalid', [{ field: 'kind', code: 'kindIsForGood' }])
    const { count } = await write.tx.entry.updateMany({
      where: { id, revision, publishedAt: null },
      data: { ...columns, state: 'draft', revision: { increment: 1 }, updatedAt: new Date() },
    })
    if (!count)
      throw new Refusal('conflict', [{ field: '', code: 'changedMeanwhile' }], {
        current: before.input,
        revision: before.revision,
      })
    await write.tx.evidence.deleteMany({ where: { entryId: id } })
    await write.tx.evidence.createMany({ data: evidence.map((e) => ({ ...e, entryId: id })) })
    await write.tx.entryParty.deleteMany({ where: { entryId: id } })
    await write.tx.entryParty.createMany({ data: parties.map((p) => ({ ...p, entryId: id })) })
    await write.audit({ act: 'edit', what: 'entry', whatId: before.rootId, diff: difference(before.input, entry) })
    return { id, rootId: before.rootId, revision: revision + 1 }
  })
}

/**
 * Begins a correction inside the transaction of whatever needs it. `revise` makes the new version of the one that
 * stands; `version` null takes the one that stands now, whichever it is: one more piece of evidence goes on top of any.
 */
export async function draftCorrection(
  write: Writing,
  actor: Actor,
  rootId: number,
  version: number | null,
  why: string,
  revise: (before: EntryInput) => Parsed,
  requestKey: string | null,
): Promise<Saved> {
  const made = await alreadyMade(write.tx, requestKey)
  if (made) return made
  await lockEntry(write.tx, { rootId })
  const current = await write.tx.entry.findFirst({
    where: { rootId, publishedAt: { not: null }, retiredAt: null },
    select: { id: true, version: true },
  })
  if (!current) throw new Refusal('notFound')
  const before = (await versionInput(write.tx, current.id))!
  if (version !== null && current.version !== version)
    throw new Refusal('conflict', [{ field: '', code: 'changedMeanwhile' }], {
      current: before.input,
      revision: before.revision,
      version: current.version,
    })
  const draft = await write.tx.entry.findFirst({
    where: { rootId, state: { in: ['draft', 'in_review'] } },
    select: { id: true },
  })
  if (draft) {
    const open = (await versionInput(write.tx, draft.id))!
    throw new Refusal('conflict', [{ field: '', code: 'oneDraft', values: { id: draft.id } }], {
      current: open.input,
      revision: open.revision,
      draft: draft.id,
    })
  }
  const entry = revise(before.input)
  const { columns, evidence, parties } = await contents(write, entry)
  if (columns.kind !== before.input.kind) throw new Refusal('invalid', [{ field: 'kind', code: 'kindIsForGood' }])
  const last = await write.tx.entry.aggregate({ where: { rootId }, _max: { version: true } })
  const saved = await write.tx.entry.create({
    data: {
      ...columns,
      rootId,
      version: last._max.version! + 1,
      changeReason: why,
      requestKey,
      authorId: actor.userId,
      evidence: { create: evidence },
      parties: { create: parties },
    },
    select: { id: true, revision: true },
  })
  await write.audit({ act: 'correct', what: 'entry', whatId: rootId, why, diff: difference(before.input, entry) })
  return { id: saved.id, rootId, revision: saved.revision }
}

/**
 * Begins a correction of a published entry: a new version in draft, with the reason readers will see. `version` is the
 * published one the form was opened with. Throws `conflict` when that one is no longer current or a draft is open.
 */
export async function correctEntry(
  actor: Actor,
  rootId: number,
  version: number,
  reason: string,
  input: EntryInput,
): Promise<Saved> {
  assertMay(actor, 'entry.write')
  const entry = EntryInput.parse(input)
  const why = reason.trim()
  if (!why) throw new Refusal('invalid', [{ field: 'changeReason', code: 'required' }])
  return writing(actor, 'entry.write', (write) =>
    draftCorrection(write, actor, rootId, version, why, () => entry, entry.requestKey),
  )
}
