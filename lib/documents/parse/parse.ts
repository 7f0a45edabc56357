import type { DocumentHints, ReadDocument } from '../document'
import { noDocument } from '../refused'
import { readDocx } from './docx'
import { charsetOf, decodeText } from './encoding'
import { readHtml } from './html'
import { readPdf } from './pdf'
import { isPage, isWriting, sniff } from './sniff'
import { tidyText } from './tidy'

/** Reads the bytes of a document; what runs in a thread of its own. @throws Refusal as `readDocument` */
export async function parseDocument(bytes: Uint8Array, hints: DocumentHints): Promise<ReadDocument> {
  if (bytes.length === 0) throw noDocument('documentEmpty')
  const kind = sniff(bytes)
  if (kind === 'pdf') return { ...(await readPdf(bytes)), url: hints.url, kind }
  if (kind === 'zip') return { ...(await readDocx(bytes)), url: hints.url, kind: 'docx' }

  const text = decodeText(bytes, charsetOf(hints.contentType))
  const said = /html/i.test(hints.contentType ?? '') || /\.x?html?$/i.test(hints.name ?? '')
  if (isPage(text, { said })) return { ...readHtml(text.replaceAll('\0', ''), hints.url), url: hints.url, kind: 'html' }
  if (!isWriting(text) || text.includes('\0') || /^\s*<\?xml/.test(text)) throw noDocument('documentNotRead')
  return {
    text: tidyText(text, 'documentEmpty'),
    title: null,
    byline: null,
    publisher: null,
    publishedOn: null,
    url: hints.url,
    canonicalUrl: null,
    language: null,
    kind: 'txt',
  }
}
