import { escapeXml } from '@/lib/charts/render/xml'
import type { SheetVersion } from '@/lib/dashboards/sheets/queries'
import { type Citation, type Columns, citationColumns } from '@/lib/formats/csv'
import type { RevisionLine } from '../schema'

/** A change as it leaves in a file: one row, of a correction one for each field that it changed. */
export type RevisionRow = {
  at: string
  act: string
  kind: string
  title: string
  text: string
  field: string | null
  before: string | null
  after: string | null
  why: string | null
} & Citation

export const revisionColumns: Columns<RevisionRow> = {
  at: 'changed_at',
  act: 'change',
  kind: 'kind',
  title: 'title',
  text: 'says',
  field: 'field',
  before: 'before',
  after: 'after',
  why: 'why',
  ...citationColumns,
}

export function toRevisionRows({ line, version }: { line: RevisionLine; version: SheetVersion }): RevisionRow[] {
  const [first] = version.evidence
  const row = {
    at: line.at,
    act: line.act,
    kind: version.kind,
    title: line.claim.text,
    text: line.text,
    why: line.why,
    sourceTitle: first?.title ?? null,
    publisher: first?.publisher ?? null,
    date: first?.publishedOn ?? null,
    url: first?.url ?? null,
    quote: first?.quote ?? null,
    entry: version.rootId,
    version: version.version,
  }
  if (!line.fields.length) return [{ ...row, field: null, before: null, after: null }]
  return line.fields.map(({ field, from, to }) => ({ ...row, field, before: from, after: to }))
}

export type FeedWords = {
  title: string
  lang: string
  /** Addresses of the feed itself and of its page, absolute. */
  self: string
  page: string
  origin: string
  /** "corrected: Trade turnover" */
  headline: (line: RevisionLine) => string
  /** What it says, and field by field what it said before. */
  summary: (line: RevisionLine) => string
}

/**
 * Changes as an Atom feed (RFC 4287), newest first. An entry of the feed is one change for good: its id names the entry, its
 * version and what happened to it.
 * @param began when the feed is as old as its relation: the instant given where nothing has changed yet.
 */
export function toAtom(lines: readonly RevisionLine[], words: FeedWords, began: string): string {
  const entries = lines.map((line) => {
    const link = `${words.origin}${line.claim.href}`
    return `  <entry>
    <id>${escapeXml(`${words.origin}${line.claim.href}#version-${line.version}-${line.act}`)}</id>
    <title>${escapeXml(words.headline(line))}</title>
    <updated>${line.at}</updated>
    <link rel="alternate" href="${escapeXml(link)}"/>
    <summary>${escapeXml(words.summary(line))}</summary>
  </entry>
`
  })
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${words.lang}">
  <id>${escapeXml(words.self)}</id>
  <title>${escapeXml(words.title)}</title>
  <updated>${lines[0]?.at ?? began}</updated>
  <author><name>Entente</name></author>
  <link rel="self" type="application/atom+xml" href="${escapeXml(words.self)}"/>
  <link rel="alternate" type="text/html" href="${escapeXml(words.page)}"/>
${entries.join('')}</feed>
`
}
