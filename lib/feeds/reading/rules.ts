import { createHash } from 'node:crypto'
import { parseFeed } from 'feedsmith'
import { Refusal } from '@/lib/errors/refusal'
import type { FeedEntry, ReadFeed } from '../schema'

/** What is read of a feed at one poll; a longer one tells the rest before. */
const mostEntries = 200
const longestGuid = 500

/** The parser takes seconds for a tag of a megabyte. */
const endlessTag = /<[a-z][^<>]{20000}/i

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** Text of what may be HTML: tags and what they hide taken out, blanks run together; cut to `longest` characters. */
export function plainWords(html: string | null | undefined, longest: number): string | null {
  if (!html) return null
  // Every pattern here stops at the next sign it looks for, so that no text takes longer than its length.
  const text = withoutHidden(html.slice(0, 50_000))
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w{1,10});/gi, (whole, name: string) => {
      if (!name.startsWith('#')) return named[name.toLowerCase()] ?? whole
      const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ' '
    })
    .replace(/\0/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  // A cut never halves a character.
  const cut = text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '')
  return cut || null
}

/** Without scripts and styles; from one that does not end on, nothing is left. */
function withoutHidden(html: string): string {
  let kept = ''
  let from = 0
  const small = html.toLowerCase()
  for (const { 0: opening, 1: name, index } of small.matchAll(/<(script|style)\b/g)) {
    if (index < from) continue
    kept += html.slice(from, index)
    const end = small.indexOf(`</${name}`, index + opening.length)
    if (end < 0) return kept
    from = end
  }
  return kept + html.slice(from)
}

const dayOf = (text: string | undefined): string | null => {
  const time = text ? Date.parse(text) : Number.NaN
  if (Number.isNaN(time)) return null
  const day = new Date(time).toISOString()
  return /^[12]\d{3}-/.test(day) ? day.slice(0, 10) : null
}
const languageOf = (text: string | undefined): string | null =>
  /^[a-z]{2,3}(?![a-z])/i.exec(text ?? '')?.[0].toLowerCase() ?? null

/** An address of the web, made whole against the feed's own; null for any other. */
function addressOf(link: string | undefined, base: string): string | null {
  if (!link) return null
  try {
    const url = new URL(link.trim(), base)
    return (url.protocol === 'https:' || url.protocol === 'http:') && url.href.length <= 2000 ? url.href : null
  } catch {
    return null
  }
}

type Told = {
  id?: string
  title?: string | null
  link?: string
  summary?: string | null
  authors?: (string | undefined)[]
  date?: string
  language?: string
}

function told(text: string): { title?: string | null; language?: string; entries: Told[] } {
  const { format, feed } = parseFeed(text, { maxItems: mostEntries })
  switch (format) {
    case 'rss':
      return {
        title: feed.title,
        language: feed.language,
        entries: (feed.items ?? []).map((i) => ({
          id: i.guid?.value,
          title: i.title,
          link: i.link ?? (i.guid?.isPermaLink === false ? undefined : i.guid?.value),
          summary: i.description ?? i.content?.encoded,
          authors: i.dc?.creators ?? i.authors?.map((a) => a.name),
          date: i.pubDate ?? i.dc?.dates?.[0],
          language: i.dc?.languages?.[0],
        })),
      }
    case 'atom':
      return {
        title: feed.title?.value,
        language: feed.xml?.lang,
        entries: (feed.entries ?? []).map((e) => ({
          id: e.id,
          title: e.title?.value,
          link: (e.links?.find((l) => !l.rel || l.rel === 'alternate') ?? e.links?.[0])?.href,
          summary: e.summary?.value ?? e.content?.value,
          authors: e.authors?.map((a) => a.name),
          date: e.published ?? e.updated,
          language: e.xml?.lang,
        })),
      }
    case 'rdf':
      return {
        title: feed.title,
        language: feed.dc?.languages?.[0],
        entries: (feed.items ?? []).map((i) => ({
          id: i.rdf?.about,
          title: i.title,
          link: i.link,
          summary: i.description,
          authors: i.dc?.creators,
          date: i.dc?.dates?.[0],
        })),
      }
    case 'json':
      return {
        title: feed.title,
        language: feed.language,
        entries: (feed.items ?? []).map((i) => ({
          id: i.id,
          title: i.title ?? i.summary ?? i.content_text,
          link: i.url ?? i.external_url,
          summary: i.summary ?? i.content_text ?? i.content_html,
          authors: i.authors?.map((a) => a.name),
          date: i.date_published ?? i.date_modified,
          language: i.language,
        })),
      }
  }
}

/**
 * Reads RSS (0.9 to 2.0), RDF, Atom or JSON Feed. An entry without title or identity cannot be told from others and is
 * left out.
 * @param url where it was had: addresses in it may be relative
 * @throws Refusal `invalid`, field `url`, code `notAFeed`
 */
export function readFeed(text: string, url: string): ReadFeed {
  let feed: ReturnType<typeof told>
  try {
    if (endlessTag.test(text)) throw new Error('a tag without an end')
    feed = told(text)
  } catch {
    throw new Refusal('invalid', [{ field: 'url', code: 'notAFeed' }])
  }
  const entries = new Map<string, FeedEntry>()
  for (const e of feed.entries) {
    const address = addressOf(e.link, url)
    const title = plainWords(e.title, 500)
    const identity = e.id?.trim() || address
    if (!title || !identity) continue
    const guid = keyOf(identity)
    if (entries.has(guid)) continue
    entries.set(guid, {
      guid,
      title,
      url: address,
      summary: plainWords(e.summary, 2000),
      byline: plainWords(e.authors?.filter(Boolean).join(', '), 300),
      publishedOn: dayOf(e.date),
      language: languageOf(e.language) ?? languageOf(feed.language),
    })
  }
  return { title: plainWords(feed.title, 200), entries: [...entries.values()] }
}

/** An identity as it is kept: whole, or its hash where it is longer than an index takes. */
const keyOf = (identity: string): string => {
  const plain = identity.replace(/\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '')
  return plain.length <= longestGuid ? plain : `sha256:${createHash('sha256').update(plain).digest('hex')}`
}
