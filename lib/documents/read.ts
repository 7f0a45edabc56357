import { Refusal } from '@/lib/errors/refusal'
import { sharedPool } from '@/lib/threads/pool'
import { type DocumentHints, largestDocument, type ReadDocument } from './document'
import { noDocument } from './refused'

type Job = { bytes: Uint8Array; hints: DocumentHints }

/**
 * What strangers wrote is read where it can hold up and use up nothing but its own thread. One thread, so that what the
 * process grows by is the growth of one document.
 */
const pool = () =>
  sharedPool<Job, ReadDocument>('documents', {
    module: 'lib/documents/parse/worker.ts',
    threads: 1,
    mostWaiting: 20,
    msPerJob: 20_000,
    memory: 256,
    growth: 500,
    refusal: (why) =>
      why === 'full'
        ? new Refusal('unavailable', [{ field: 'document', code: 'documentsBusy' }])
        : noDocument('documentTooHard'),
  })

/**
 * Reads an article out of the bytes of a `.txt`, `.html`, `.pdf` or `.docx` file. Which of these it is, the bytes say;
 * a name or content type that says otherwise is not believed. Nothing in it is executed or asked for.
 * @throws Refusal `invalid`, field `document`, when there is nothing to read in it; `unavailable` when too many wait
 */
export async function readDocument(bytes: Uint8Array, hints: DocumentHints): Promise<ReadDocument> {
  if (bytes.length > largestDocument) throw noDocument('documentTooLarge', { maximum: largestDocument / 1_000_000 })
  if (bytes.length === 0) throw noDocument('documentEmpty')
  return pool().run({ bytes, hints })
}
