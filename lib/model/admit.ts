import { type Candidate, candidateKinds, families, unitCode, unitWords } from '@/lib/extraction/schema'
import { lastDay, parsePeriod } from '@/lib/periods/rules'
import { shift } from '@/lib/quantities/numerals/rules'
import { numbersIn } from '@/lib/quantities/quotes/rules'
import { quoteStates } from '@/lib/quantities/rules'
import { Decimal, qualifiers } from '@/lib/quantities/schema'
import { mostSuggestions, Suggestion } from './answer'

/** Why a suggestion is dropped. A closed list; each is a message key. */
export const dropReasons = [
  'shape',
  'kind',
  'unit',
  'quote',
  'place',
  'number',
  'value',
  'qualifier',
  'repeated',
  'tooMany',
] as const
export type DropReason = (typeof dropReasons)[number]
/** Message key of a reason in `model`, with `count`. */
export const dropMessage = (reason: DropReason) => `dropped.${reason}` as const
export type Dropped = Partial<Record<DropReason, number>>
export type Admitted = { admitted: Candidate[]; dropped: Dropped }

const figures: readonly string[] = ['observation', 'target', 'growth', 'multiple', 'agreement-count']
const currencies = new Set(Intl.supportedValuesOf('currency'))
const isIn = <T extends string>(list: readonly T[], value: string): value is T =>
  (list as readonly string[]).includes(value)
const isUnit = (unit: string) => currencies.has(unit) || isIn(unitWords, unit)

/** How far from its quote a text may say when. */
const near = 300

/** Where the quote begins: its only place, or of several the one nearest to `hint`; null where that is open. */
function placeOf(text: string, quote: string, hint: number | null): number | 'nowhere' | 'open' {
  let best = text.indexOf(quote)
  if (best < 0) return 'nowhere'
  for (let at = text.indexOf(quote, best + 1); at >= 0; at = text.indexOf(quote, at + 1)) {
    if (hint === null) return 'open'
    if (Math.abs(at - hint) < Math.abs(best - hint)) best = at
  }
  return best
}

type When = { notation: string | null; words: string | null; outside: boolean }
const unsaid: When = { notation: null, words: null, outside: false }

/** A stretch of time, only in words that stand in the quote or near it, and read by our own rules. */
function whenOf(text: string, [start, end]: [number, number], words: string | null, date: string | null): When {
  if (!words?.trim()) return unsaid
  const around = text.slice(Math.max(0, start - near), end + near)
  if (!around.includes(words)) return unsaid
  const outside = !text.slice(start, end).includes(words)
  const bare = words.replace(/^(?:in|on|by|for|during|until|of)\s+/i, '')
  const read = parsePeriod(bare, date ? { today: date } : {})
  if (!read.ok) return { notation: null, words, outside }
  const { starts } = read.period
  const last = lastDay(read.period)
  if (starts === null || last === null) return { notation: null, words, outside }
  const notations: Record<string, string> = {
    day: starts,
    month: starts.slice(0, 7),
    quarter: `${starts.slice(0, 4)}-Q${(Number(starts.slice(5, 7)) + 2) / 3}`,
    year: starts.slice(0, 4),
  }
  return { notation: notations[read.span] ?? `${starts}/${last}`, words, outside }
}

type Figure = Pick<
  Candidate,
  'value' | 'valueTo' | 'unitMult' | 'decimals' | 'unit' | 'qualifier' | 'numberStart' | 'numberEnd'
>

/** The number of a suggestion, when its quote states exactly that: value, scale, unit and qualifier. */
function figureOf(said: Suggestion, start: number): Figure | DropReason {
  const { value, valueTo, unit, unitMult, qualifier } = said
  if (unit === null || !isUnit(unit)) return 'unit'
  if (!isIn(qualifiers, qualifier)) return 'qualifier'
  const ends = [value, valueTo].filter((end) => end !== null)
  if (value === null || ends.some((end) => !Decimal.safeParse(end).success)) return 'shape'
  const whole = ends.map((end) => shift(end, unitMult))
  if (whole.some((end) => !Decimal.safeParse(end).success)) return 'shape'
  const decimals = value.split('.')[1]?.length ?? 0
  const quantity = { value: whole[0]!, valueTo: whole[1] ?? null, unitMult, decimals, qualifier }
  const measure = said.kind === 'growth' || said.kind === 'multiple' ? 'change' : 'level'
  const stated = quoteStates(said.quote, quantity, unitCode(unit), measure)
  if (!stated.states)
    return stated.reason === 'noNumber' || stated.reason === 'notACount'
      ? 'number'
      : stated.reason === 'sign'
        ? 'value'
        : stated.reason
  const [from, to] = stated.at
  // A number without a unit contradicts none, but it does not state one either.
  const bare = numbersIn(said.quote).some((read) => read.start === from && read.unit === null)
  if (bare && unit !== 'count') return 'unit'
  return { value, valueTo, unitMult, decimals, unit, qualifier, numberStart: start + from, numberEnd: start + to }
}

const noFigure: Figure = {
  value: null,
  valueTo: null,
  unitMult: 0,
  decimals: 0,
  unit: null,
  qualifier: 'exact',
  numberStart: null,
  numberEnd: null,
}

function admitOne(text: string, raw: unknown, date: string | null): Candidate | DropReason {
  const read = Suggestion.safeParse(raw)
  if (!read.success) return 'shape'
  const said = read.data
  const { quote, kind } = said
  if (!isIn(candidateKinds, kind)) return 'kind'
  const start = placeOf(text, quote, said.start)
  if (start === 'nowhere') return 'quote'
  if (start === 'open') return 'place'
  const end = start + quote.length
  const figure = figures.includes(kind) ? figureOf(said, start) : noFigure
  if (typeof figure === 'string') return figure
  const written = (words: string | null) => (words?.trim() && text.includes(words.trim()) ? words.trim() : null)
  const [period, due, base] = [said.periodWords, said.dueWords, said.baseWords].map((words) =>
    whenOf(text, [start, end], words, date),
  ) as [When, When, When]
  return {
    start,
    end,
    quote,
    kind,
    ...figure,
    period: period.notation,
    periodWords: period.words,
    due: due.notation,
    dueWords: due.words,
    base: base.notation,
    baseWords: base.words,
    family: isIn(families, said.family) ? said.family : 'other',
    about: [...new Set(said.about.flatMap((name) => written(name) ?? []))],
    origin: written(said.origin),
    reporterWords: written(said.reporterWords),
    speaker: written(said.speaker),
    speakerAs: written(said.speakerAs),
    code: null,
    step: null,
    title: figures.includes(kind) ? null : (written(said.title) ?? quote.slice(0, 200)),
    rule: 'model',
    doubts: [
      ...(period.outside ? (['periodInherited'] as const) : period.words === null ? (['periodUnknown'] as const) : []),
    ],
    confidence: 0.4,
    sameAs: null,
  }
}

/**
 * The gate for what a language model suggests: a quote that stands in the text to the letter; a number in it that equals
 * value, scale, unit and qualifier by the rule of publication; kinds and units of the product. Names and periods are kept
 * only as far as the text has those words, and what the words mean is read by our own rules. What fails is counted by the
 * first reason; nothing of it is kept.
 * @param date day of the text, ISO
 */
export function admit(text: string, suggestions: readonly unknown[], date: string | null): Admitted {
  const admitted: Candidate[] = []
  const dropped: Dropped = {}
  const drop = (reason: DropReason, times = 1) => {
    dropped[reason] = (dropped[reason] ?? 0) + times
  }
  const seen = new Set<string>()
  for (const raw of suggestions.slice(0, mostSuggestions)) {
    const one = admitOne(text, raw, date)
    if (typeof one === 'string') {
      drop(one)
      continue
    }
    const key = `${one.kind} ${one.numberStart ?? one.start} ${one.numberEnd ?? one.end}`
    if (seen.has(key)) drop('repeated')
    else admitted.push(one)
    seen.add(key)
  }
  if (suggestions.length > mostSuggestions) drop('tooMany', suggestions.length - mostSuggestions)
  return { admitted, dropped }
}

const overlap = (a: number, b: number, c: number, d: number) => a < d && c < b

/** Whether two candidates are about the same number of a text, or, without one, the same kind of claim at the same place. */
export function isSamePlace(a: Candidate, b: Candidate): boolean {
  if (a.numberStart !== null && b.numberStart !== null)
    return overlap(a.numberStart, a.numberEnd!, b.numberStart, b.numberEnd!)
  return a.numberStart === b.numberStart && a.kind === b.kind && overlap(a.start, a.end, b.start, b.end)
}

/** What was admitted and nobody has found before, in the order of the text; how many were known already. */
export function mergeSuggested(
  found: readonly Candidate[],
  admitted: readonly Candidate[],
): { fresh: Candidate[]; known: number } {
  const fresh = admitted.filter((one) => !found.some((other) => isSamePlace(one, other)))
  return { fresh: fresh.sort((a, b) => a.start - b.start || a.end - b.end), known: admitted.length - fresh.length }
}
