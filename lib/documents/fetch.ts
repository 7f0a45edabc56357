import { settings } from '@/lib/env/settings'
import type { ReadDocument } from './document'
import { type Downloaded, download, type Gate, publicWeb, type Wanted } from './download'
import { readDocument } from './read'
import { noAddress } from './refused'

const article: Wanted = {
  types:
    /^(?:text\/(?:html|plain)|application\/(?:xhtml\+xml|pdf|octet-stream|vnd\.openxmlformats-officedocument\.wordprocessingml\.document))$/,
  accept: 'text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8',
  longest: 10_000_000,
}

/**
 * Fetches an address and reads the article behind it. Only public addresses of the web are asked.
 * @throws Refusal `invalid`, field `url`, saying why it could not be had; field `document` as `readDocument` does
 */
export async function fetchDocument(url: string): Promise<ReadDocument & { finalUrl: string }> {
  assertOn()
  return fetchThrough(publicWeb, url)
}

/**
 * What a public address of the web answers, for readers of other things than articles (feeds).
 * @throws Refusal `invalid`, field `url`, saying why it could not be had
 */
export async function fetchPublic(url: string, wanted: Wanted): Promise<Downloaded> {
  assertOn()
  return download(url, wanted, publicWeb)
}

/** `fetchDocument` by another gate, for tests: no setting leads here. */
export async function fetchThrough(gate: Gate, url: string): Promise<ReadDocument & { finalUrl: string }> {
  const { bytes, contentType, finalUrl } = await download(url, article, gate)
  return { ...(await readDocument(bytes, { name: null, contentType, url: finalUrl })), finalUrl }
}

function assertOn() {
  if (!settings().fetch) throw noAddress('fetchOff')
}
