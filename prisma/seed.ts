import { systemActor } from '@/lib/auth/actor'
import { drawCorridor } from '@/lib/corridors/mutations'
import { db } from '@/lib/db/client'
import { createEntity } from '@/lib/entities/mutations'
import { createEntry } from '@/lib/entries/mutations'
import { publishEntry } from '@/lib/entries/review/mutations'
import type { EntryInput } from '@/lib/entries/schema'
import { createIndicator } from '@/lib/indicators/mutations'
import { createSource } from '@/lib/sources/mutations'
import { sample } from './sample/sample'
import type { SampleEntry } from './sample/schema'

const requestKey = (key: string) => `sample/${key}`

/** A record of the sample as the input a form would send: keys replaced by ids. Throws where a key names nothing. */
export function toEntryInput(
  { key, evidence, ...entry }: SampleEntry,
  sources: ReadonlyMap<string, number>,
  entries: ReadonlyMap<string, number>,
): EntryInput {
  const idOf = (ids: ReadonlyMap<string, number>, name: string) => {
    const id = ids.get(name)
    if (id === undefined) throw new Error(`the sample's ${key} names ${name}, which does not exist`)
    return id
  }
  return {
    ...entry,
    ...('of' in entry && { of: idOf(entries, entry.of) }),
    evidence: evidence.map(({ source, ...e }) => ({ ...e, source: idOf(sources, source) })),
    requestKey: requestKey(key),
  } as EntryInput
}

/**
 * Loads the sample relation through the mutations a form uses. What is there already stays as it is, also where an
 * editor has corrected it since: loading twice doubles nothing. Returns how many records were added.
 */
export async function loadSample(): Promise<{
  entities: number
  indicators: number
  sources: number
  entries: number
}> {
  const actor = systemActor('sample')
  const added = { entities: 0, indicators: 0, sources: 0, entries: 0 }

  const slugs = new Set((await db.entity.findMany({ select: { slug: true } })).map((e) => e.slug))
  for (const entity of sample.entities) {
    if (slugs.has(entity.slug)) continue
    await createEntity(actor, entity)
    added.entities++
  }

  // A corridor that somebody has drawn stays as it is drawn.
  for (const { corridor, ...route } of sample.routes) {
    const { id, revision, nodes } = await db.entity.findUniqueOrThrow({
      where: { slug: corridor },
      include: { nodes: { take: 1 } },
    })
    if (!nodes.length) await drawCorridor(actor, id, revision, route)
  }

  const codes = new Set((await db.indicator.findMany({ select: { code: true } })).map((i) => i.code))
  for (const indicator of sample.indicators) {
    if (codes.has(indicator.code)) continue
    await createIndicator(actor, indicator)
    added.indicators++
  }

  const stored = await db.source.findMany({
    where: { requestKey: { startsWith: 'sample/' } },
    select: { id: true, requestKey: true },
  })
  const sources = new Map(stored.map((s) => [s.requestKey!.slice('sample/'.length), s.id]))
  for (const { key, ...source } of sample.sources) {
    if (sources.has(key)) continue
    sources.set(key, (await createSource(actor, { ...source, requestKey: requestKey(key) })).id)
    added.sources++
  }

  const present = await db.entry.findMany({
    where: { requestKey: { startsWith: 'sample/' } },
    select: { id: true, requestKey: true, revision: true, state: true },
  })
  const entries = new Map(present.map((e) => [e.requestKey!.slice('sample/'.length), e.id]))
  // A load that was cut off leaves drafts: they are published by the next one.
  for (const draft of present.filter((e) => e.state === 'draft')) await publishEntry(actor, draft.id, draft.revision)
  for (const entry of sample.entries) {
    if (entries.has(entry.key)) continue
    const saved = await createEntry(actor, toEntryInput(entry, sources, entries))
    await publishEntry(actor, saved.id, saved.revision)
    entries.set(entry.key, saved.rootId)
    added.entries++
  }
  return added
}
