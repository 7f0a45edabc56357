import type { Fields } from '@/lib/action/fields'
import type { EntryState } from '@/lib/entries/queue/queries'
import type { EntryKind } from '@/lib/entries/schema'
import type { CandidateKind } from '@/lib/extraction/schema'
import type { CandidateState } from '@/lib/intake/candidates/schema'
import type { Standing } from '@/lib/intake/standing/rules'

/** Something that a candidate equals, contradicts, updates or does not add up with, in words, with the way to it. */
export type StandingView = {
  code: Standing['code'] | 'misfit'
  text: string
  href: string
  /** The entry its quote may be added to; null while that is a draft. */
  root: number | null
}

/** A candidate as the screen shows it: all words are made on the server. */
export type CandidateView = {
  id: number
  /** Its place among those of the article, from 1. */
  number: number
  kind: CandidateKind
  start: number
  end: number
  /** Where its number stands inside the quote; null where it has none. */
  mark: [number, number] | null
  quote: string
  state: CandidateState
  revision: number
  byHand: boolean
  entryKind: EntryKind
  /** "about ×3", or a title. */
  head: string
  /** What it is said of: indicator, whom, when. */
  facts: string[]
  fields: Fields
  /** Sentences: what keeps it from being accepted as it is. */
  lacks: string[]
  why: string
  doubts: string[]
  confidence: number
  repeats: number | null
  standing: StandingView[]
  note: string | null
  decided: { by: string; when: string } | null
  /** When it was decided by whoever looks, for taking the last decision back. */
  mineAt: number | null
  /** What accepting it wrote, and how far that is. */
  entry: { id: number; state: EntryState } | null
}
