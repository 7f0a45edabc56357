import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { ReadDocument } from '../document'
import { textOfHtml } from './blocks'
import { describedIn } from './linked-data'
import { readMetadata } from './metadata'
import { type Page, readPage } from './page'
import { tidyText } from './tidy'

/** Elements of a page that Readability is asked about: papers have one to five thousand, and it takes seconds for more than this. */
const mostElements = 15_000

/** The article of a page, as Readability finds it; '' where it finds none or the page is too large to ask. */
function articleOf(page: Page): string {
  if (page.elements > mostElements) return ''
  const { document } = parseHTML(`<!doctype html><html><body>${page.html}</body></html>`)
  const found = new Readability(document as unknown as Document, { charThreshold: 250, disableJSONLD: true }).parse()
  return found?.content ? textOfHtml(found.content, { whole: true }) : ''
}

/** What stands on a page beside navigation, head and foot. */
const restOf = (page: Page) => textOfHtml(page.html, { whole: false })

/**
 * The article of a web page and what the page says about it.
 * @param base address of the page, that relative ones are meant from
 */
export function readHtml(source: string, base: string | null): Omit<ReadDocument, 'url' | 'kind'> {
  const page = readPage(source)
  const article = articleOf(page)
  const told = describedIn(page.linkedData)?.body ?? ''
  const best = article.length >= 140 ? article : [article, restOf(page)].reduce((a, b) => (b.length > a.length ? b : a))
  // A page that a script fills in shows little; some say the whole article to search engines.
  const text = told.length > best.length * 2.5 ? textOfHtml(told.replace(/\n/g, '<br>'), { whole: true }) : best
  return { text: tidyText(text, 'documentNoText'), ...readMetadata(page, base) }
}
