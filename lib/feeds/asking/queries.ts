import type { Downloaded, Wanted } from '@/lib/documents/download'
import { fetchPublic } from '@/lib/documents/fetch'
import { charsetOf, decodeText } from '@/lib/documents/parse/encoding'
import type { AskFeed } from '../polling/mutations'

/** Feeds are sent under many names; what it is, is read from what it holds. */
const wanted = {
  types: /^(?:text\/(?:xml|plain|html)|application\/(?:[\w.+-]*xml|[\w.+-]*json|octet-stream))$/,
  accept:
    'application/atom+xml,application/rss+xml,application/feed+json,application/xml;q=0.9,application/json;q=0.8,text/xml;q=0.8,*/*;q=0.1',
  longest: 2_000_000,
} satisfies Wanted

/** Asks for a feed by a way of asking: through the guard of the public web, or, in tests, through a gate of their own. */
export const askThrough =
  (download: (url: string, wanted: Wanted) => Promise<Downloaded>): AskFeed =>
  async (url, { etag, lastModified }) => {
    const since = etag || lastModified ? { etag, modified: lastModified } : undefined
    const answer = await download(url, { ...wanted, ...(since && { since }) })
    if (answer.unchanged) return { unchanged: true }
    return {
      unchanged: false,
      text: decodeText(answer.bytes, charsetOf(answer.contentType)),
      url: answer.finalUrl,
      etag: answer.etag,
      lastModified: answer.modified,
    }
  }

/** Asks for a feed on the public web. Throws the `Refusal` `invalid` that says why it could not be had. */
export const askFeed: AskFeed = askThrough(fetchPublic)
