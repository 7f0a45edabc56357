import { formatDay } from '@/lib/dashboards/points/rules'
import type { Locale } from '@/lib/i18n/locales'
import { sayIn } from '@/lib/i18n/say'
import type { Block, Cell, Note, Run } from '@/lib/papers/document'
import type { CitedRow } from '../schema'
import type { CitationRecord } from './queries'

/** Who said or published it, where and when: what stands behind the words of a note. */
export function saidText(c: CitationRecord, locale: Locale): string {
  const say = sayIn(locale, 'briefs')
  const views = sayIn(locale)
  const who = [c.speaker, c.speakerAs].filter(Boolean).join(', ')
  const on = c.saidOn ? views('said', { day: formatDay(c.saidOn, locale) }) : ''
  const day = c.publishedOn
    ? views('published', { day: formatDay(c.publishedOn, locale) })
    : views('readOn', { day: formatDay(c.accessedOn, locale) })
  const words = c.quote === null ? say('pageOnly') : [who, who && on].filter(Boolean).join(', ')
  const source = say('source', { publisher: c.publisher, title: c.title, day })
  const more = c.sources > 1 ? say('moreSources', { count: c.sources - 1 }) : ''
  return [words && `${words}.`, c.quote === null && c.locator ? `${c.locator}.` : '', source, more]
    .filter(Boolean)
    .join(' ')
}

/** Every line of a block with the words that lead it: the first cell of its row. */
function* linesOf(block: Block): Generator<{ lead: string; runs: Run[] }> {
  if (block.kind === 'paragraph') yield { lead: '', runs: block.runs }
  if (block.kind === 'list') for (const runs of block.items) yield { lead: '', runs }
  if (block.kind === 'table')
    for (const { heading, rows } of block.groups)
      for (const row of rows)
        for (const [place, cell] of row.entries())
          for (const runs of cell)
            yield { lead: [heading, place > 0 && textOf(row[0]![0]!)].filter(Boolean).join(': '), runs }
}

const textOf = (runs: readonly Run[]): string =>
  runs
    .map((run) => ('note' in run ? '' : run.text))
    .join('')
    .trim()

/** Entries that a draft cites, in the order in which they are first read. In a draft `note` is the entry. */
export function entriesOf(blocks: readonly Block[]): number[] {
  const found = blocks.flatMap((block) =>
    [...linesOf(block)].flatMap(({ runs }) => runs.flatMap((run) => ('note' in run ? [run.note] : []))),
  )
  return [...new Set(found)]
}

type Found = { numberOf: ReadonlyMap<number, number>; byEntry: ReadonlyMap<number, CitationRecord> }

const inLine = (runs: readonly Run[], { numberOf, byEntry }: Found): Run[] =>
  runs.flatMap((run): Run[] => {
    if ('note' in run) {
      const note = numberOf.get(run.note)
      return note === undefined ? [] : [{ note }]
    }
    const quoted = run.claim && typeof byEntry.get(run.claim.entry)?.quote === 'string'
    return [run.claim ? { ...run, claim: { ...run.claim, quoted } } : run]
  })

function inBlock(block: Block, found: Found): Block {
  const line = (runs: Run[]) => inLine(runs, found)
  switch (block.kind) {
    case 'paragraph':
      return { ...block, runs: line(block.runs) }
    case 'list':
      return { ...block, items: block.items.map(line) }
    case 'table':
      return {
        ...block,
        groups: block.groups.map(({ heading, rows }) => ({
          heading,
          rows: rows.map((row) => row.map((cell): Cell => cell.map(line))),
        })),
      }
    default:
      return block
  }
}

/** Two entries that one sentence states, or one page, have one note. */
const keyOf = (c: CitationRecord) =>
  JSON.stringify([c.quote, c.locator, c.speaker, c.speakerAs, c.saidOn, c.publisher, c.title, c.url, c.publishedOn])

export type Noted = { blocks: Block[]; notes: Note[]; cited: CitedRow[] }

/**
 * A draft with its notes, numbered in the order of reading; what is cited again keeps its number. An entry of which no
 * evidence stands is not cited.
 * @param draft in which `note` is the root id of an entry.
 */
export function withNotes(
  draft: readonly Block[],
  citations: readonly CitationRecord[],
  hrefOf: (entry: number) => string,
  locale: Locale,
): Noted {
  const byEntry = new Map(citations.map((c) => [c.entry, c]))
  const numbers = new Map<string, number>()
  const numberOf = new Map<number, number>()
  const notes: Note[] = []
  for (const entry of entriesOf(draft)) {
    const c = byEntry.get(entry)
    if (!c) continue
    const key = keyOf(c)
    const number = numbers.get(key) ?? numbers.size + 1
    numberOf.set(entry, number)
    if (numbers.has(key)) continue
    numbers.set(key, number)
    notes.push({ number, entry, href: hrefOf(entry), quote: c.quote, said: saidText(c, locale), url: c.url })
  }
  return {
    blocks: draft.map((block) => inBlock(block, { numberOf, byEntry })),
    notes,
    cited: toCitedRows(draft, numberOf, byEntry),
  }
}

/** Each place that cites a note, as a row of a file: the claim, and all of its citation. */
function toCitedRows(
  draft: readonly Block[],
  numberOf: ReadonlyMap<number, number>,
  byEntry: ReadonlyMap<number, CitationRecord>,
): CitedRow[] {
  let part = ''
  return draft.flatMap((block) => {
    if (block.kind === 'heading') part = block.text
    return [...linesOf(block)].flatMap(({ lead, runs }) =>
      runs.flatMap((run): CitedRow[] => {
        const c = 'note' in run ? byEntry.get(run.note) : undefined
        if (!c) return []
        return [
          {
            note: numberOf.get(c.entry)!,
            part,
            claim: [lead, textOf(runs)].filter(Boolean).join(': '),
            speaker: [c.speaker, c.speakerAs].filter(Boolean).join(', ') || null,
            said: c.saidOn,
            sourceTitle: c.title,
            publisher: c.publisher,
            date: c.publishedOn,
            url: c.url,
            quote: c.quote,
            entry: c.entry,
            version: c.version,
          },
        ]
      }),
    )
  })
}
