import { Refusal } from '@/lib/errors/refusal'
import { sharedPool } from '@/lib/threads/pool'
import type { PaperDocument } from './document'

/** What a document leaves as, with the media type each is served with. */
export const paperTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const
export type PaperFormat = keyof typeof paperTypes

export type Job = { document: PaperDocument; format: PaperFormat }

const codes = { full: 'tooManyPapers', tooLong: 'paperTooLong', failed: 'paperFailed' } as const

/** Writing keeps a core busy for its whole time; one thread, because a document is asked for seldom. */
const pool = () =>
  sharedPool<Job, Uint8Array>('papers', {
    module: 'lib/papers/worker.ts',
    threads: 1,
    mostWaiting: 20,
    msPerJob: 30_000,
    memory: 192,
    refusal: (why) => new Refusal('unavailable', [{ field: 'document', code: codes[why] }]),
  })

/**
 * Writes a document to the bytes of a file, off the web server's thread.
 * @throws Refusal `unavailable` when too many wait or the writing fails
 */
export const writePaper = (document: PaperDocument, format: PaperFormat): Promise<Uint8Array> =>
  pool().run({ document, format })
