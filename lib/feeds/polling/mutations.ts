import { writing } from '@/lib/audit/writing'
import { type Actor, assertMay } from '@/lib/auth/actor'
import { db, sql } from '@/lib/db/client'
import { reaching } from '@/lib/db/faults'
import { type Fault, Refusal } from '@/lib/errors/refusal'
import { receiveItem } from '@/lib/intake/mutations'
import { relationNames } from '@/lib/intake/relations/queries'
import { relationsIn } from '@/lib/intake/relations/rules'
import { Prisma } from '@/prisma/generated/client'
import { readFeed } from '../reading/rules'
import type { FeedEntry, ReadFeed } from '../schema'
import { minutesUntilNext } from './rules'

/** A feed that this process polls now. */
export type ClaimedFeed = {
  id: number
  url: string
  title: string
  everyMinutes: number
  takeAll: boolean
  failures: number
  etag: string | null
  lastModified: string | null
  /** What the claim is known by when its outcome is written. */
  leasedUntil: Date
}

/** What a server answered: nothing new since the marks it gave last time, or the bytes of a feed with new marks. */
export type FeedAnswer =
  | { unchanged: true }
  | { unchanged: false; text: string; url: string; etag: string | null; lastModified: string | null }

/** Asks for a feed. Throws the `Refusal` `invalid` that says why it could not be had. */
export type AskFeed = (url: string, marks: { etag: string | null; lastModified: string | null }) => Promise<FeedAnswer>

/** As long as the slowest answer and the reading of it may take; then another server may take the feed. */
const leaseMinutes = 5

/**
 * Takes the feed that has been due longest, for this process alone until its lease runs out; null when none is due.
 * Needs `source.write`.
 */
export async function claimFeed(actor: Actor): Promise<ClaimedFeed | null> {
  return writing(actor, 'source.write', async ({ tx }) => {
    const [claimed] = await tx.$queryRaw<ClaimedFeed[]>(sql`
      update feed set leased_until = date_trunc('milliseconds', now()) + make_interval(mins => ${leaseMinutes})
       where id = (select f.id from feed f where not f.paused and f.next_at <= now() and (f.leased_until is null or f.leased_until <= now())
                    order by f.next_at, f.id limit 1 for update skip locked)
      returning id, url, title, every_minutes as "everyMinutes", take_all as "takeAll", failures, etag, last_modified as "lastModified", leased_until as "leasedUntil"`)
    return claimed ?? null
  })
}

/**
 * Polls a feed that was claimed: what it tells for the first time arrives in the intake queue, unless it names no
 * relation and the feed is not to be taken whole. Whatever goes wrong is written on the feed, never thrown, except that the
 * database is away: then the lease runs out and somebody tries again. Answers with what it brought. Once `signal` is
 * aborted no answer is waited for, and the feed is given back. Needs `source.write`.
 */
export async function pollFeed(
  actor: Actor,
  feed: ClaimedFeed,
  ask: AskFeed,
  signal: AbortSignal,
): Promise<{ received: number; fault: Fault | null }> {
  assertMay(actor, 'source.write')
  let received = 0
  try {
    const answer = await orAborted(ask(feed.url, feed), signal)
    if (answer === null) {
      await giveBack(actor, feed)
      return { received, fault: null }
    }
    if (answer.unchanged) await finish(actor, feed, { fault: null, marks: null, read: null })
    else {
      const read = readFeed(answer.text, answer.url)
      received = await receiveNew(actor, feed, read)
      await forgetOldest(feed, read)
      await finish(actor, feed, { fault: null, marks: answer, read })
    }
    return { received, fault: null }
  } catch (error) {
    if (error instanceof Refusal && error.code === 'unavailable') throw error
    const fault = faultOf(error)
    await finish(actor, feed, { fault, marks: null, read: null })
    return { received, fault }
  }
}

/** What a promise comes to, or null as soon as `signal` is aborted. */
async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T | null> {
  if (signal.aborted) return null
  let stop = () => {}
  const aborted = new Promise<null>((resolve) => {
    stop = () => resolve(null)
    signal.addEventListener('abort', stop, { once: true })
  })
  // What fails after nobody waits for it any more is nobody's fault.
  work.catch(() => {})
  return Promise.race([work, aborted]).finally(() => signal.removeEventListener('abort', stop))
}

async function giveBack(actor: Actor, feed: ClaimedFeed): Promise<void> {
  await writing(actor, 'source.write', async ({ tx }) => {
    await tx.feed.updateMany({ where: { id: feed.id, leasedUntil: feed.leasedUntil }, data: { leasedUntil: null } })
  })
}

/** The guard speaks of articles that somebody could paste; a feed has sentences of its own. */
const ofFeeds: Record<string, string> = {
  fetchStatus: 'feedStatus',
  fetchType: 'feedType',
  fetchTooSlow: 'feedTooSlow',
  fetchFailed: 'feedFailed',
  fetchRedirects: 'feedRedirects',
}

function faultOf(error: unknown): Fault {
  const [told] = error instanceof Refusal ? error.faults : []
  if (told) return { ...told, code: ofFeeds[told.code] ?? told.code, field: 'url' }
  console.error(error)
  return { field: 'url', code: 'feedFailed' }
}

/** What is told for the first time, oldest first, so that the queue shows the newest on top. */
async function receiveNew(actor: Actor, feed: ClaimedFeed, { entries, title }: ReadFeed): Promise<number> {
  const [known, relations] = await reaching(() =>
    Promise.all([
      db.feedItem.findMany({
        where: { feedId: feed.id, guid: { in: entries.map((e) => e.guid) } },
        select: { guid: true },
      }),
      relationNames(db),
    ]),
  )
  const seen = new Set(known.map((k) => k.guid))
  let received = 0
  for (const entry of entries.filter((e) => !seen.has(e.guid)).reverse()) {
    const wanted = feed.takeAll || relationsIn([entry.title, entry.summary].join('\n'), relations).length > 0
    const item = wanted ? await receive(actor, feed, entry, title) : null
    // A feed that was removed meanwhile has no list any more.
    await reaching(
      () => db.$executeRaw`
        insert into feed_item (feed_id, guid, item_id) select id, ${entry.guid}, ${item}::int from feed where id = ${feed.id}
        on conflict do nothing`,
    )
    if (item !== null) received++
  }
  return received
}

/** Told entries remembered of each feed; what fell out and is told again is recognised by its address. */
const mostRemembered = 2000

/** A feed that gives its entries new names each time must not fill the database. What it tells now is kept in any case. */
async function forgetOldest(feed: ClaimedFeed, { entries }: ReadFeed): Promise<void> {
  await reaching(
    () => db.$executeRaw`
      delete from feed_item where feed_id = ${feed.id} and guid <> all(${entries.map((e) => e.guid)}::text[])
         and guid in (select guid from feed_item where feed_id = ${feed.id} order by told_at desc, guid offset ${mostRemembered})`,
  )
}

/** The number of the item it became; null when what it tells is no item, or was read already. */
async function receive(actor: Actor, feed: ClaimedFeed, entry: FeedEntry, publisher: string | null) {
  const { guid, ...told } = entry
  try {
    const requestKey = `feed ${feed.url} ${guid}`
    const { item } = await receiveItem(actor, {
      ...told,
      origin: 'feed',
      publisher,
      requestKey: requestKey.length <= 300 ? requestKey : null,
    })
    return item
  } catch (error) {
    if (error instanceof Refusal && error.code === 'invalid') return null
    throw error
  }
}

type Outcome = {
  fault: Fault | null
  marks: { etag: string | null; lastModified: string | null } | null
  read: ReadFeed | null
}

/** Writes what came of a poll, if the claim still holds, and when the feed is due again. */
async function finish(actor: Actor, feed: ClaimedFeed, { fault, marks, read }: Outcome): Promise<void> {
  const failures = fault ? feed.failures + 1 : 0
  // A server that says when it may be asked again is not asked before.
  const asked = Number(fault?.values?.after ?? 0)
  const minutes = Math.max(minutesUntilNext(feed.everyMinutes, failures, Math.random()), asked)
  const now = new Date()
  // Nobody gave it a name: it is called by its address until it says its own.
  const title = feed.title === new URL(feed.url).hostname ? read?.title : null
  await writing(actor, 'source.write', async ({ tx }) => {
    await tx.feed.updateMany({
      where: { id: feed.id, leasedUntil: feed.leasedUntil },
      data: {
        leasedUntil: null,
        polledAt: now,
        nextAt: new Date(now.getTime() + minutes * 60_000),
        failures,
        fault: fault ? (fault as Prisma.InputJsonObject) : Prisma.DbNull,
        ...(fault ? {} : { answeredAt: now }),
        ...(title ? { title } : {}),
        ...(marks ? { etag: marks.etag, lastModified: marks.lastModified } : {}),
      },
    })
  })
}
