import { Parser } from 'htmlparser2'
import type { ReadDocument } from '../document'
import { noDocument } from '../refused'
import { toLanguage } from './metadata'
import { longestText, tidyLine, tidyText } from './tidy'
import { openArchive } from './zip'

/** Parts of a paragraph that are not its words: what was struck out, moved away, or is said twice for old programs. */
const unread = new Set(['w:del', 'w:movefrom', 'mc:fallback', 'w:instrtext', 'w:deltext', 'w:rubypr', 'w:rt'])

/** Collects the text of WordprocessingML (ECMA-376): paragraphs are lines, cells of a row stand apart by a tab. */
class WordText {
  text = ''
  private line = ''
  private skipping = 0
  private inText = false
  private rows = 0
  readonly parser = new Parser(
    {
      onopentag: (name) => this.open(name),
      ontext: (text) => {
        if (this.inText && this.skipping === 0) this.line += text
      },
      onclosetag: (name) => this.close(name),
    },
    { xmlMode: true, decodeEntities: true, lowerCaseTags: true },
  )

  private open(name: string) {
    if (unread.has(name)) this.skipping++
    if (name === 'w:t') this.inText = true
    else if (name === 'w:tab') this.line += '\t'
    else if (name === 'w:br' || name === 'w:cr') this.line += '\n'
    else if (name === 'w:nobreakhyphen') this.line += '\u2011'
    else if (name === 'w:tr') this.rows++
  }

  private close(name: string) {
    if (unread.has(name)) this.skipping--
    if (name === 'w:t') this.inText = false
    else if (name === 'w:tc') this.line += '\t'
    else if (name === 'w:tr') this.rows--
    if (name === 'w:p' && this.rows > 0) this.line = this.line.replace(/[ \n]*$/, ' ')
    else if (name === 'w:p') this.end('\n\n')
    else if (name === 'w:tr' && this.rows === 0) this.end('\n')
    else if (name === 'w:tbl' && this.rows === 0) this.text += '\n'
  }

  private end(gap: string) {
    this.text += this.line.replace(/ ?\t ?/g, '\t').trim() + gap
    this.line = ''
    if (this.text.length > longestText * 1.1)
      throw noDocument('documentLong', { value: this.text.length, maximum: longestText })
  }
}

/** The first text of each element, by its name. */
async function said(read: (take: (piece: string) => void) => Promise<void>): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  let name = ''
  const parser = new Parser(
    {
      onopentagname: (tag) => {
        name = tag
      },
      ontext: (text) => {
        const before = found.get(name) ?? ''
        if (before.length < 5000) found.set(name, before + text)
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  await read((piece) => parser.write(piece))
  parser.end()
  return found
}

/**
 * The text of a .docx, its notes at the end. Macros, pictures and whatever it refers to are not touched.
 * @throws Refusal for another archive, one that is cut off, encrypted or would grow beyond all measure
 */
export async function readDocx(bytes: Uint8Array): Promise<Omit<ReadDocument, 'url' | 'kind'>> {
  const archive = await openArchive(bytes)
  if (!archive.names.has('word/document.xml')) throw noDocument('documentOtherZip')
  const words = new WordText()
  for (const part of ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml']) {
    await archive.read(part, (piece) => words.parser.write(piece))
    words.parser.end()
    words.parser.reset()
  }
  const about = await said((take) => archive.read('docProps/core.xml', take))
  return {
    text: tidyText(words.text, 'documentNoText'),
    title: tidyLine(about.get('dc:title'), 500),
    byline: tidyLine(about.get('dc:creator'), 300),
    publisher: null,
    publishedOn: null,
    canonicalUrl: null,
    language: toLanguage(about.get('dc:language')),
  }
}
