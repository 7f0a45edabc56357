import { Parser } from 'htmlparser2'
import { noDocument } from '../refused'
import { unread } from './blocks'

/** What a page says of itself, and the page without scripts, styles and anything else that nobody reads. */
export type Page = {
  /** Names of `<meta>` (name, property, itemprop, http-equiv; small letters) and what each says first. */
  meta: Map<string, string>
  /** Texts of `application/ld+json` scripts. */
  linkedData: string[]
  language: string | null
  titleTag: string | null
  heading: string | null
  canonical: string | null
  /** `datetime` of the first `<time>`, or of the one marked as the day of publication. */
  time: string | null
  html: string
  /** Elements in `html`. */
  elements: number
}

/** Deeper than people nest, and not yet too deep for programs that go down one call for each level. */
const deepest = 150
/** So deep that no person wrote it: the parser looks through all that is open for every tag that closes nothing. */
const absurd = 20_000
const kept = [
  'class',
  'id',
  'href',
  'itemprop',
  'itemscope',
  'itemtype',
  'role',
  'hidden',
  'style',
  'aria-hidden',
  'rel',
]
const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

/** Reads a page once, in time linear in its length; nothing in it is executed or asked for. */
export function readPage(source: string): Page {
  const page: Page = {
    meta: new Map(),
    linkedData: [],
    language: null,
    titleTag: null,
    heading: null,
    canonical: null,
    time: null,
    html: '',
    elements: 0,
  }
  const open: boolean[] = []
  const parts: string[] = []
  let depth = 0
  let skipping = 0
  let into: 'linkedData' | 'titleTag' | 'heading' | null = null
  let words = ''
  let timeIsMarked = false

  const metaOf = ({ content, ...names }: Record<string, string>) => {
    if (!content?.trim()) return
    for (const key of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = names[key]?.toLowerCase().trim()
      if (name && !page.meta.has(name)) page.meta.set(name, content)
    }
  }
  const note = (name: string, attributes: Record<string, string>) => {
    if (name === 'html') page.language ??= attributes.lang ?? attributes['xml:lang'] ?? null
    else if (name === 'meta') metaOf(attributes)
    else if (name === 'link' && /(?:^|\s)canonical(?:\s|$)/i.test(attributes.rel ?? ''))
      page.canonical ??= attributes.href ?? null
    else if (name === 'time' && attributes.datetime) {
      const marked = 'pubdate' in attributes || /datePublished/i.test(attributes.itemprop ?? '')
      if (page.time === null || (marked && !timeIsMarked)) page.time = attributes.datetime
      timeIsMarked ||= marked
    } else if (/^(?:datePublished|author|headline|publisher)$/.test(attributes.itemprop ?? '') && attributes.content)
      metaOf(attributes)
  }
  const begins = (name: string, attributes: Record<string, string>) => {
    if (name === 'script' && /^application\/ld\+json/i.test(attributes.type?.trim() ?? '')) return 'linkedData'
    if (name === 'title' && skipping === 0) return 'titleTag'
    return name === 'h1' && skipping === 0 ? 'heading' : null
  }

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        note(name, attributes)
        const wanted = into === null ? begins(name, attributes) : null
        if (wanted) {
          into = wanted
          words = ''
        }
        if (unread.has(name)) skipping++
        const shown = skipping === 0 && depth < deepest && /^[a-z][a-z0-9]*$/.test(name)
        if (open.push(shown) > absurd) throw noDocument('documentTooHard')
        if (!shown) return
        depth++
        page.elements++
        const said = kept.filter((key) => attributes[key] !== undefined)
        parts.push(`<${name}${said.map((key) => ` ${key}="${escaped(attributes[key]!)}"`).join('')}>`)
      },
      ontext(text) {
        if (into && words.length < 1_000_000) words += text
        if (skipping === 0) parts.push(escaped(text))
      },
      onclosetag(name) {
        if (into && name === { linkedData: 'script', titleTag: 'title', heading: 'h1' }[into]) {
          if (into === 'linkedData') page.linkedData.push(words)
          else page[into] ??= words
          into = null
        }
        if (unread.has(name)) skipping--
        if (!open.pop()) return
        depth--
        if (!isVoid.has(name)) parts.push(`</${name}>`)
      },
    },
    { decodeEntities: true },
  )
  parser.end(source)
  page.html = parts.join('')
  return page
}

const isVoid = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
