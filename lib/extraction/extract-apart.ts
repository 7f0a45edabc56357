import { Refusal } from '@/lib/errors/refusal'
import { sharedPool } from '@/lib/threads/pool'
import { extract } from './extract'
import type { Extraction, ExtractionOptions } from './schema'

/** UTF-16 units; articles are shorter, and take less time than starting a thread would. */
const ordinary = 20_000

const codes = { full: 'textsBusy', tooLong: 'textTooHard', failed: 'textTooHard' } as const

const pool = () =>
  sharedPool<{ text: string; options: ExtractionOptions }, Extraction>('extraction', {
    module: 'lib/extraction/worker.ts',
    threads: 1,
    mostWaiting: 20,
    msPerJob: 20_000,
    memory: 256,
    refusal: (why) => new Refusal(why === 'full' ? 'unavailable' : 'invalid', [{ field: 'text', code: codes[why] }]),
  })

/**
 * `extract`, for a server: a text of a megabyte takes many seconds, in which its thread can answer nobody, so that
 * whatever is longer than an article is read in a thread of its own.
 * @throws Refusal field `text`: `unavailable` when too many wait, `invalid` when it takes too long or too much memory
 */
export async function extractApart(text: string, options: ExtractionOptions): Promise<Extraction> {
  return text.length <= ordinary ? extract(text, options) : pool().run({ text, options })
}
