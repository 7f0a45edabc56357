import { getDocumentProxy } from 'unpdf'
import type { ReadDocument } from '../document'
import { noDocument } from '../refused'
import { toLanguage } from './metadata'
import { type Line, toParagraphs } from './pdf-lines'
import { longestText, tidyLine, tidyText } from './tidy'

type Item = { str: string; hasEOL: boolean; transform: number[]; height: number; width: number }

/** Pieces of a page as lines: a piece belongs to the line before while it stands at its height. */
function linesOf(items: readonly Item[]): Line[] {
  const lines: Line[] = []
  let last: (Line & { right: number }) | null = null
  for (const { str, transform, height, width } of items) {
    const [x = 0, y = 0] = transform.slice(4)
    if (str.trim() === '') {
      if (last && str !== '') last.text += ' '
      continue
    }
    if (last && Math.abs(last.y - y) < Math.max(2, height / 2) && x >= last.right - height) {
      // Letters that are set one by one have no blanks between words, only distance.
      const apart = x - last.right > height * 0.2 && !last.text.endsWith(' ') && !str.startsWith(' ')
      last.text += apart ? ` ${str}` : str
      last.right = x + width
      continue
    }
    last = { text: str, x, y, height, right: x + width }
    lines.push(last)
  }
  return lines
}

const isLineEnd = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes.subarray(-65_536)).includes('startxref')

/**
 * The text of a PDF, page after page, its lines joined to paragraphs.
 * The day a file was made is not the day it was published, so none is told.
 * @throws Refusal for a password, a file that is cut off, and pages that are pictures
 */
export async function readPdf(bytes: Uint8Array): Promise<Omit<ReadDocument, 'url' | 'kind'>> {
  if (!isLineEnd(bytes)) throw noDocument('documentBroken')
  // No fonts are loaded, no code of the file is run, nothing is asked for from elsewhere.
  const options = {
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
  }
  const pdf = await getDocumentProxy(bytes.slice(), options).catch(refused)
  try {
    const pages: Line[][] = []
    let length = 0
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      const { items } = await page.getTextContent()
      const lines = linesOf(items.filter((item): item is Item & typeof item => 'str' in item))
      page.cleanup()
      length += lines.reduce((sum, { text }) => sum + text.length, 0)
      if (length > longestText) throw noDocument('documentLong', { value: length, maximum: longestText })
      pages.push(lines)
    }
    const info = new Map(Object.entries((await pdf.getMetadata()).info))
    const said = (name: string, longest: number) => {
      const value: unknown = info.get(name)
      return typeof value === 'string' ? tidyLine(value, longest) : null
    }
    const title = said('Title', 500)
    return {
      text: tidyText(toParagraphs(pages), 'documentScan'),
      // Programs put the name of their own file there.
      title:
        title && !/^(?:microsoft word|untitled|.{0,200}\.(?:docx?|indd|pdf|rtf|odt|qxd)$)/i.test(title) ? title : null,
      byline: said('Author', 300),
      publisher: null,
      publishedOn: null,
      canonicalUrl: null,
      language: toLanguage(said('Language', 20)),
    }
  } catch (error) {
    return refused(error)
  } finally {
    await pdf.destroy()
  }
}

function refused(error: unknown): never {
  const name = error instanceof Error ? error.name : ''
  if (name === 'Refusal') throw error
  throw noDocument(name === 'PasswordException' ? 'documentEncrypted' : 'documentBroken')
}
