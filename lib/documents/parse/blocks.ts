import { Parser } from 'htmlparser2'

const blocks = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
/** Of these, the next line follows without an empty one. */
const tight = new Set(['li', 'tr', 'td', 'th', 'dt', 'dd', 'br', 'caption', 'thead', 'tbody', 'tfoot'])
/** What is no text of the article, or nothing a person reads. */
export const unread = new Set(
  'script style noscript template iframe object embed applet svg math canvas video audio map select button textarea input datalist dialog'.split(
    ' ',
  ),
)
/** What stands around an article, where nothing else says which part of a page it is. */
const around = new Set(['nav', 'header', 'footer', 'aside', 'head', 'menu'])

/** Between the cells of a row, until its blanks are gone. */
const cell = '\u0001'

/** Short lines that stand between the paragraphs of many papers and say nothing. */
const furniture =
  /^(?:share(?: (?:this|on .{1,20}))?|tweet|print|e-?mail|copy link|(?:advertisement|ad)s?|sponsored|read (?:more|also)|see also|subscribe|follow us.{0,30}|comments?(?: \(?\d+\)?)?|listen|поделиться|реклама|читайте также|читать далее|подписаться|paylaş|oxuyun|бөлісу|жарнама):?$/i

/**
 * The text of HTML: a paragraph is a line, with an empty line before the next; items and rows are lines that follow one
 * another, cells of a row stand apart by a tab. In time linear in its length, however deep it is nested.
 * @param whole also what stands around an article
 */
export function textOfHtml(html: string, { whole }: { whole: boolean }): string {
  let text = ''
  let line = ''
  let gap = ''
  let skipping = 0
  const skips = (name: string) => unread.has(name) || (!whole && around.has(name))
  const wish = (wanted: string) => {
    if (wanted.length > gap.length) gap = wanted
  }
  const flush = () => {
    const words = line
      .replace(/[ \t\n\r\f]+/g, ' ')
      .replaceAll(cell, '\t')
      .trim()
    line = ''
    if (words === '' || (words.length < 40 && furniture.test(words))) return
    text += text === '' ? words : gap + words
    gap = '\n'
  }
  const parser = new Parser(
    {
      onopentag(name) {
        if (skips(name)) skipping++
        if (skipping) return
        if (name === 'br') line.trim() === '' ? wish('\n\n') : flush()
        else if ((name === 'td' || name === 'th') && line.trim() !== '') line += cell
        else if (blocks.has(name)) {
          flush()
          wish(tight.has(name) ? '\n' : '\n\n')
        }
      },
      ontext(part) {
        if (!skipping) line += part
      },
      onclosetag(name) {
        if (skips(name)) skipping--
        if (skipping || !blocks.has(name) || name === 'td' || name === 'th') return
        flush()
        wish(tight.has(name) ? '\n' : '\n\n')
      },
    },
    { decodeEntities: true },
  )
  parser.end(html)
  flush()
  return text
}
