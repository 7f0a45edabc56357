import { parsePeriod } from '@/lib/periods/rules'
import { describedIn } from './linked-data'
import type { Page } from './page'
import { tidyLine } from './tidy'

export type Metadata = {
  title: string | null
  byline: string | null
  publisher: string | null
  publishedOn: string | null
  canonicalUrl: string | null
  language: string | null
}

/** The day of a moment as it was written, which is the day where it was published: "2022-08-24T23:30:00+04:00" is the 24th. */
export function toDay(text: string | null | undefined): string | null {
  const words = tidyLine(text, 100)
  if (!words) return null
  const iso = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d)/.exec(words)
  const bare = words
    .replace(/^[a-z]+,\s*/i, '')
    .replace(/[,\s]*(?:at |- ?)?\d{1,2}:\d{2}.*$/, '')
    .replace(/^(\w+) (\d{1,2}), (\d{4})$/, '$2 $1 $3')
  const read = parsePeriod(iso ? `${iso[1]}-${iso[2]}-${iso[3]}` : bare)
  return read.ok && read.span === 'day' ? read.period.starts : null
}

/** "en-GB", "kk_KZ" → the language alone. */
export const toLanguage = (text: string | null | undefined): string | null =>
  /^\s*([a-z]{2,3})(?:[-_;, ]|\s*$)/i.exec(text ?? '')?.[1]?.toLowerCase() ?? null

function toAddress(text: string | null | undefined, base: string | null): string | null {
  const written = text?.trim()
  if (!written || !URL.canParse(written, base ?? undefined)) return null
  const url = new URL(written, base ?? undefined)
  return /^https?:$/.test(url.protocol) && !url.username && url.href.length <= 2000 ? url.href : null
}

/** A title without the name of the paper that many put behind it: "Trade triples | Daily News". */
function withoutPublisher(title: string | null, publisher: string | null): string | null {
  if (!title || !publisher) return title
  const [, words, name] = /^(.+?)\s+[|\-–—»:]\s+([^|–—»]+)$/.exec(title) ?? []
  return words && name?.trim().toLowerCase() === publisher.toLowerCase() ? words : title
}

const isAddress = (text: string) => /^https?:\/\//i.test(text)

/** What a page says about its article: schema.org in JSON-LD first, then Open Graph, Dublin Core, plain meta, `<time>`. */
export function readMetadata(page: Page, base: string | null): Metadata {
  const described = describedIn(page.linkedData)
  const said = (...names: string[]) => names.map((name) => page.meta.get(name)).find((one) => one && !isAddress(one))
  const publisher = tidyLine(
    described?.publisher ??
      said('og:site_name', 'dc.publisher', 'dcterms.publisher', 'publisher', 'citation_publisher', 'application-name'),
    200,
  )
  const title = tidyLine(
    described?.headline ??
      said('og:title', 'dc.title', 'dcterms.title', 'citation_title', 'twitter:title', 'headline') ??
      page.heading ??
      page.titleTag,
    500,
  )
  const byline = tidyLine(
    described?.author ??
      said(
        'author',
        'article:author',
        'dc.creator',
        'dcterms.creator',
        'citation_author',
        'parsely-author',
        'sailthru.author',
        'byl',
      ),
    300,
  )
  const days = [
    described?.published,
    ...[
      'article:published_time',
      'og:published_time',
      'datepublished',
      'dc.date.issued',
      'dcterms.issued',
      'dcterms.created',
      'dc.date',
      'dcterms.date',
      'citation_publication_date',
      'parsely-pub-date',
      'sailthru.date',
      'pubdate',
      'publish-date',
      'publication_date',
      'date',
    ].map((name) => page.meta.get(name)),
    page.time,
  ]
  return {
    title: withoutPublisher(title, publisher),
    byline: byline?.replace(/^by\s+/i, '') ?? null,
    publisher,
    publishedOn: days.map(toDay).find((day) => day !== null) ?? null,
    canonicalUrl:
      toAddress(page.canonical, base) ?? toAddress(page.meta.get('og:url'), base) ?? toAddress(described?.url, base),
    language:
      [
        page.language,
        described?.language,
        page.meta.get('og:locale'),
        page.meta.get('dc.language'),
        page.meta.get('content-language'),
      ]
        .map(toLanguage)
        .find((one) => one !== null) ?? null,
  }
}
