import type { RouteInput } from '@/lib/corridors/schema'
import type { EntityInput } from '@/lib/entities/schema'
import type { EntryInput, EvidenceInput } from '@/lib/entries/schema'
import type { IndicatorInput } from '@/lib/indicators/schema'
import type { SourceInput } from '@/lib/sources/schema'

/**
 * The sample names its sources and promises by keys; the loader (`prisma/seed.ts`) turns them into ids
 * and hands each record to the mutation that a form would call.
 */
export type SampleEntity = EntityInput
/** Nodes and legs of a corridor, by slug. */
export type SampleRoute = { corridor: string } & RouteInput
export type SampleIndicator = IndicatorInput
export type SampleSource = { key: string } & Omit<SourceInput, 'requestKey'>
export type SampleEvidence = { source: string } & Omit<EvidenceInput, 'source'>

type Distribute<T> = T extends { kind: 'stage' }
  ? Omit<T, 'of' | 'evidence' | 'requestKey'> & { of: string }
  : Omit<T, 'evidence' | 'requestKey'>
/** `key` is also its request key (`sample/<key>`), so that loading twice doubles nothing. */
export type SampleEntry = { key: string; evidence: SampleEvidence[] } & Distribute<EntryInput>
