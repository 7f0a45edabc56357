import { Filters } from '@/lib/dashboards/schema'
import { Slug } from '@/lib/entities/schema'
import { parsePeriod } from '@/lib/periods/rules'
import { type Comparison, type LineKey, type Mode, modes, mostLines } from './schema'

/** Stands where a reporter would, when nobody is named. */
const nobody = '-'
const extras = ['of', 'from', 'measure', 'unit', 'part'] as const
const longestScope = 120

/**
 * A line as an address holds it: `aze-kaz:trade-turnover:kaz`, then what differs from the usual:
 * `:of=middle-corridor` (about something else than the relation), `:from=kaz` (origin), `:measure=change`, `:unit=AZN`,
 * `:part=wheat`. Its inverse is `parseLine`.
 */
export function formatLine(line: LineKey): string {
  const more: Record<(typeof extras)[number], string | null> = {
    of: line.about === line.relation ? null : line.about,
    from: line.origin,
    measure: line.measure === 'change' ? 'change' : null,
    unit: line.unit,
    part: line.scope ? encodeURIComponent(line.scope) : null,
  }
  const written = extras.flatMap((name) => (more[name] === null ? [] : [`${name}=${more[name]}`]))
  return [line.relation, line.indicator, line.reporter ?? nobody, ...written].join(':')
}

/** Reads a line of an address; null for what is none. Nothing is guessed. */
export function parseLine(text: string): LineKey | null {
  const [relation, indicator, reporter, ...rest] = text.split(':')
  const isSlug = (name: string | undefined): name is string => Slug.safeParse(name).success
  if (!isSlug(relation) || !isSlug(indicator) || (reporter !== nobody && !isSlug(reporter))) return null
  const more = new Map<string, string>()
  for (const part of rest) {
    const [name, value, ...others] = part.split('=')
    if (!name || !value || others.length || more.has(name) || !(extras as readonly string[]).includes(name)) return null
    more.set(name, value)
  }
  const [about, origin, measure, unit] = ['of', 'from', 'measure', 'unit'].map((name) => more.get(name))
  if ((about && !isSlug(about)) || (origin && !isSlug(origin))) return null
  if ((measure && measure !== 'change') || (unit && !/^[A-Z0-9_]{1,12}$/.test(unit))) return null
  const scope = decoded(more.get('part') ?? '')
  if (scope === null || scope.length > longestScope) return null
  return {
    relation,
    indicator,
    about: about ?? relation,
    reporter: reporter === nobody ? null : reporter,
    origin: origin ?? null,
    measure: measure ? 'change' : 'level',
    unit: unit ?? null,
    scope,
  }
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** What an address asked for and could not have. */
export type Refused = { name: 'line' | 'base' | 'mode' | 'from' | 'to' | 'known' | 'edition' | 'lines'; value: string }

/**
 * What the address of a comparison asks for. A line given twice counts once; what cannot be read is left out and named.
 * Without a base or with `mode=absolute` nothing is indexed.
 */
export function readComparison(search: URLSearchParams): { comparison: Comparison; refused: Refused[] } {
  const refused: Refused[] = []
  const lines = new Map<string, LineKey>()
  for (const text of search.getAll('line').filter(Boolean)) {
    const line = parseLine(text)
    if (!line) refused.push({ name: 'line', value: text })
    else if (lines.size < mostLines || lines.has(formatLine(line))) lines.set(formatLine(line), line)
    else refused.push({ name: 'lines', value: text })
  }
  const filters = Filters.parse(Object.fromEntries(search))
  for (const name of ['from', 'to', 'known', 'edition'] as const)
    if (search.get(name) && filters[name] === null) refused.push({ name, value: search.get(name)! })
  const asked = search.get('mode')
  const known = (modes as readonly string[]).includes(asked ?? '')
  if (asked && !known) refused.push({ name: 'mode', value: asked })
  const text = search.get('base') ?? ''
  const base = text ? baseOf(text) : null
  if (text && !base) refused.push({ name: 'base', value: text })
  const mode = known ? (asked as Mode) : base ? 'indexed' : 'absolute'
  const { from, to } = filters.from && filters.to && filters.from >= filters.to ? { from: null, to: null } : filters
  return {
    comparison: { lines: [...lines.values()], mode, base, from, to, known: filters.known, edition: filters.edition },
    refused,
  }
}

/** A period with two dates: nothing can be indexed to "in recent years". */
function baseOf(text: string): Comparison['base'] {
  const parsed = parsePeriod(text)
  if (!parsed.ok || parsed.period.starts === null || parsed.period.ends === null) return null
  return { text, starts: parsed.period.starts, ends: parsed.period.ends }
}

/** The address of a comparison, its inverse for what the codec holds; the days as they were written. */
export function writeComparison(
  lines: readonly LineKey[],
  more: Readonly<Record<string, string | null | undefined>>,
): URLSearchParams {
  const search = new URLSearchParams()
  for (const line of lines) search.append('line', formatLine(line))
  for (const [name, value] of Object.entries(more)) if (value) search.set(name, value)
  return search
}
