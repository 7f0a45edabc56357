import { type Fields, typedOr } from '@/lib/action/fields'
import { type Meanings, slugOf } from '@/lib/entities/rules'
import type { Fault } from '@/lib/errors/refusal'
import type { SourceInput } from './schema'

const told = ['title', 'publisher', 'url', 'byline', 'text', 'publishedOn'] as const

/** Whether somebody began to describe a new source; the day of reading is filled in beforehand and does not count. */
export const isSourceBegun = (fields: Fields, prefix: string): boolean =>
  told.some((name) => typedOr(fields, `${prefix}${name}`) !== null)

/** A source's form as the mutation takes it. `prefix` is where its fields stand: '' or `evidence.0.new.`. */
export function toSourceInput(
  fields: Fields,
  prefix: string,
  meanings: Meanings,
): { input: SourceInput; faults: Fault[] } {
  const typed = (name: string) => typedOr(fields, `${prefix}${name}`)
  const publisher = typed('publisher')
  const found = publisher === null ? null : slugOf(publisher, `${prefix}publisher`, meanings)
  const input = {
    publisher: found && 'slug' in found ? found.slug : 'none',
    title: typed('title') ?? '',
    byline: typed('byline'),
    url: typed('url'),
    language: typed('language') ?? 'en',
    publishedOn: typed('publishedOn'),
    accessedOn: typed('accessedOn') ?? '',
    // A text is kept as it is: blanks at its ends are part of what quotes are counted in.
    text: typed('text') === null ? null : fields[`${prefix}text`]!,
    requestKey: typed('requestKey'),
  }
  const faults: Fault[] = []
  if (found === null) faults.push({ field: `${prefix}publisher`, code: 'required' })
  else if ('fault' in found) faults.push(found.fault)
  if (input.accessedOn === '') faults.push({ field: `${prefix}accessedOn`, code: 'required' })
  return { input, faults }
}

/** "#12 …": the id a picker's text begins with. */
export function sourceIdIn(text: string): number | null {
  const id = /^\s*#?(\d{1,9})(?!\d)/.exec(text)?.[1]
  return id ? Number(id) : null
}

/** A source as a picker offers it: what `sourceIdIn` reads back. */
export const sourceText = (s: { id: number; publisher: string; publishedOn: string | null; title: string }): string =>
  `#${s.id} ${s.publisher}${s.publishedOn ? `, ${s.publishedOn}` : ''}: ${s.title}`.slice(0, 200)
