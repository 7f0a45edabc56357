import { Refusal } from '@/lib/errors/refusal'
import type { ReadDocument } from './document'

/**
 * Fetches an address and reads the article behind it. Only public addresses of the web are asked.
 * @throws Refusal `invalid`, field `url`, saying why it could not be had; field `document` as `readDocument` does
 */
export async function fetchDocument(url: string): Promise<ReadDocument & { finalUrl: string }> {
  throw new Refusal('invalid', [{ field: 'url', code: 'fetchOff', values: { value: url } }])
}
