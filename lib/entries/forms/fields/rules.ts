import type { Fields } from '@/lib/action/fields'
import type { EntryInput } from '../../schema'
import { amountText, periodTexts } from '../figures/rules'

/** How stored names are written into fields. */
export type Names = {
  entity: (slug: string) => string
  source: (id: number) => string
  /** A target, commitment or agreement by its root. */
  promise: (root: number) => string
}

/** A stored version as the texts its form opens with: `toEntryInput` reads them back to the same. */
export function toFields(input: EntryInput, names: Names): Fields {
  const fields: Fields = { kind: input.kind }
  const put = (name: string, value: string | null | undefined) => {
    fields[name] = value ?? ''
  }
  const entity = (name: string, slug: string | null | undefined) => put(name, slug ? names.entity(slug) : '')
  const putPeriod = () => {
    const period = periodTexts(input.period)
    put('period', period.text)
    put('periodWords', period.words)
  }
  if (input.kind === 'observation' || input.kind === 'target') {
    const { series, quantity, base } = input
    const measure = series.measure ?? 'level'
    put('series.indicator', series.indicator)
    entity('series.about', series.about)
    entity('series.reporter', series.reporter)
    entity('series.origin', series.origin)
    put('series.measure', measure)
    put('series.unit', series.unit)
    put('series.scope', series.scope)
    put('quantity', amountText(quantity, series.unit, measure))
    put('qualifier', '')
    putPeriod()
    const against = base ? periodTexts(base) : { text: '', words: '' }
    put('base', against.text)
    put('baseWords', against.words)
  } else put('code', input.code)
  if (input.kind === 'observation') {
    put('obsStatus', input.obsStatus ?? 'A')
    put('rank', input.rank ?? 'normal')
    put('basis', input.basis)
  }
  if ('title' in input) {
    entity('about', input.about)
    put('theme', input.theme)
    put('title', input.title)
  }
  if (input.kind === 'agreement') put('otherTitles', (input.otherTitles ?? []).join('\n'))
  if (input.kind === 'event') entity('place', input.place)
  if (input.kind === 'stage') put('of', names.promise(input.of))
  if (!('quantity' in input)) putPeriod()
  put('note', input.note)
  put('internal', input.internal ? 'on' : '')
  const parties = 'parties' in input ? (input.parties ?? []) : []
  for (const [i, party] of parties.entries()) {
    entity(`parties.${i}.entity`, party.entity)
    put(`parties.${i}.role`, party.role)
  }
  for (const [i, e] of (input.evidence ?? []).entries()) {
    const at = (name: string) => `evidence.${i}.${name}`
    put(at('source'), names.source(e.source))
    put(at('quote'), e.quote)
    put(at('startsAt'), e.startsAt === null || e.startsAt === undefined ? '' : String(e.startsAt))
    put(at('locator'), e.locator)
    entity(at('speaker'), e.speaker)
    put(at('speakerAs'), e.speakerAs)
    put(at('saidOn'), e.saidOn)
  }
  return fields
}

const own =
  /^(kind|requestKey|revision|version|id|root|rootId|onTopOf|intent|changeReason|evidence\.\d+\.(startsAt|new\..*))$/

/** Fields in which two fillings of one form differ, in the order of the first. Blanks around texts do not count. */
export function differingFields(a: Fields, b: Fields): string[] {
  const names = new Set([...Object.keys(a), ...Object.keys(b)])
  const plain = (text: string | undefined) => (text ?? '').trim().replace(/\s+/g, ' ')
  return [...names].filter((name) => !own.test(name) && plain(a[name]) !== plain(b[name]))
}
