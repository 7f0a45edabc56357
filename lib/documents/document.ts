/** What an article is read as, whatever file it came in. */
export type ReadDocument = {
  /** Paragraphs as lines, without furniture; line ends are `\n`. Never empty. */
  text: string
  title: string | null
  byline: string | null
  publisher: string | null
  /** A day, e.g. `2022-08-24`. */
  publishedOn: string | null
  /** The address it was read from, as it was given. */
  url: string | null
  /** The address that the document itself says it lives at. */
  canonicalUrl: string | null
  /** ISO 639 code, where the document names its language. */
  language: string | null
  kind: DocumentKind
}
export type DocumentKind = 'txt' | 'html' | 'pdf' | 'docx'

/** What was said about the bytes by whoever sent them. None of it is believed against the bytes. */
export type DocumentHints = { name: string | null; contentType: string | null; url: string | null }

/** Bytes of the largest document that is read. */
export const largestDocument = 20_000_000
