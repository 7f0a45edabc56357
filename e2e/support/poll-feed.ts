import { systemActor } from '@/lib/auth/actor'
import { db, sql } from '@/lib/db/client'
import { download } from '@/lib/documents/download'
import { askThrough } from '@/lib/feeds/asking/queries'
import { type ClaimedFeed, pollFeed } from '@/lib/feeds/polling/mutations'

// Run with DATABASE_URL, the address of a feed and the port of this machine where it is served: polls it once as a server
// would, through a gate that leads to this machine. The server under test asks the public web alone.
const [url, port] = process.argv.slice(2) as [string, string]
const gate = { resolve: async () => ['127.0.0.1'], allows: () => true, ports: [port], patience: 10_000 }
const [feed] = await db.$queryRaw<ClaimedFeed[]>(sql`
  update feed set leased_until = date_trunc('milliseconds', now()) + interval '1 minute' where url = ${url}
  returning id, url, title, every_minutes as "everyMinutes", take_all as "takeAll", failures, etag, last_modified as "lastModified", leased_until as "leasedUntil"`)
if (!feed) throw new Error(`${url} is not on the watch list`)
const ask = askThrough((address, wanted) => download(address, wanted, gate))
console.log(JSON.stringify(await pollFeed(systemActor('browser tests'), feed, ask, new AbortController().signal)))
await db.$disconnect()
