import { describe, expect, test } from 'vitest'
import { systemActor } from '@/lib/auth/actor'
import { db } from '@/lib/db/client'
import { Refusal } from '@/lib/errors/refusal'
import { fresh, openDesk } from '@/scripts/tests/desk'
import { addFeed, pauseFeed, pollFeedNow, removeFeed, resumeFeed } from './mutations'
import { type AskFeed, type ClaimedFeed, claimFeed, type FeedAnswer, pollFeed } from './polling/mutations'
import { listFeeds } from './queries'

const { editor, reader } = await openDesk()
const system = systemActor('tests')
const never = new AbortController().signal
const both = 'Kazakhstan and Azerbaijan'

const address = () => `https://${fresh('news')}.example/feed.xml`
const rss = (items: { guid: string; title: string }[], title = 'The paper') =>
  `<rss version="2.0"><channel><title>${title}</title>${items
    .map((i) => `<item><guid isPermaLink="false">${i.guid}</guid><title>${i.title}</title></item>`)
    .join('')}</channel></rss>`
const answers =
  (text: string, marks: object = {}): AskFeed =>
  async (url) => ({ unchanged: false, text, url, etag: null, lastModified: null, ...marks })
const fails =
  (code: string): AskFeed =>
  async () => {
    throw new Refusal('invalid', [{ field: 'url', code, values: { value: '503' } }])
  }
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => error.faults?.[0]?.code ?? error.code,
  )
const lineOf = async (id: number) => (await listFeeds(editor)).find((f) => f.id === id)!
const itemsOf = (title: string) => db.intakeItem.count({ where: { title } })

/** Feeds of other tests of this file wait their turn elsewhere. */
async function claimed(id: number): Promise<ClaimedFeed> {
  await db.feed.updateMany({ where: { id: { not: id } }, data: { paused: true } })
  const feed = await claimFeed(system)
  expect(feed?.id).toBe(id)
  return feed!
}
async function watched(extra: object = {}) {
  const { id } = await addFeed(editor, { url: address(), ...extra })
  return id
}

describe('a feed on the list', () => {
  test('stands there once, and is due at once', async () => {
    const url = address()
    const { id } = await addFeed(editor, { url: `${url}#top` })
    expect(await codeOf(addFeed(editor, { url }))).toBe('feedWatched')
    expect(await codeOf(addFeed(reader, { url: address() }))).toBe('permission')
    expect(await codeOf(addFeed(editor, { url: 'ftp://news.example' }))).not.toBe('done')
    expect((await lineOf(id)).nextAt.getTime()).toBeLessThanOrEqual(Date.now() + 1000)
  })

  test('is not claimed while it is paused, and at once when it is resumed or asked for', async () => {
    const id = await watched()
    await pauseFeed(editor, id, 1)
    expect(await codeOf(pauseFeed(editor, id, 1))).toBe('feedMoved')
    expect(await codeOf(pollFeedNow(editor, id))).toBe('feedMoved')
    await db.feed.updateMany({ where: { id: { not: id } }, data: { paused: true } })
    expect(await claimFeed(system)).toBeNull()
    await resumeFeed(editor, id, 2)
    await pollFeed(system, await claimed(id), answers(rss([])), never)
    expect(await claimFeed(system)).toBeNull()
    await pollFeedNow(editor, id)
    await claimed(id)
  })

  test('that is removed while it is polled leaves what it brought, and brings it no second time when it is added again', async () => {
    const url = address()
    const title = fresh(both)
    const { id } = await addFeed(editor, { url })
    const feed = await claimed(id)
    await pollFeed(
      system,
      feed,
      async (...asked) => {
        await removeFeed(editor, id, 1)
        return answers(rss([{ guid: '1', title }]))(...asked)
      },
      never,
    )
    expect(await itemsOf(title)).toBe(1)
    const again = await addFeed(editor, { url })
    await pollFeed(system, await claimed(again.id), answers(rss([{ guid: '1', title }])), never)
    expect(await itemsOf(title)).toBe(1)
  })
})

describe('a poll', () => {
  test('brings what is told for the first time, once, and passes over what names no relation', async () => {
    const id = await watched()
    const [one, two] = [fresh(both), fresh(both)]
    const told = [
      { guid: '1', title: one },
      { guid: '2', title: 'A cup final in Almaty' },
    ]
    expect(await pollFeed(system, await claimed(id), answers(rss(told)), never)).toEqual({ received: 1, fault: null })
    await pollFeedNow(editor, id)
    const next = await pollFeed(system, await claimed(id), answers(rss([{ guid: '3', title: two }, ...told])), never)
    expect(next.received).toBe(1)
    expect([await itemsOf(one), await itemsOf(two), await itemsOf('A cup final in Almaty')]).toEqual([1, 1, 0])
    expect(await lineOf(id)).toMatchObject({ received: 2, passedOver: 1, failures: 0, fault: null, title: 'The paper' })
    const item = await db.intakeItem.findFirst({ where: { title: one } })
    const [relation] = await db.$queryRaw<{ slug: string }[]>`
      select r.slug from intake_relation x join entity r on r.id = x.relation_id where x.item_id = ${item!.id}`
    expect(relation?.slug).toBe('aze-kaz')
  })

  test('takes everything where that was chosen', async () => {
    const id = await watched({ takeAll: true, title: 'All of it' })
    const title = fresh('A cup final')
    await pollFeed(system, await claimed(id), answers(rss([{ guid: '1', title }])), never)
    expect(await itemsOf(title)).toBe(1)
    expect((await lineOf(id)).title).toBe('All of it')
  })

  test('gives back the marks of the answer before, and an unchanged feed keeps them', async () => {
    const id = await watched()
    await pollFeed(system, await claimed(id), answers(rss([]), { etag: '"a"', lastModified: 'Wed' }), never)
    for (let i = 0; i < 2; i++) {
      await pollFeedNow(editor, id)
      let given: unknown
      await pollFeed(
        system,
        await claimed(id),
        async (_, marks) => {
          given = { etag: marks.etag, lastModified: marks.lastModified }
          return { unchanged: true }
        },
        never,
      )
      expect(given).toEqual({ etag: '"a"', lastModified: 'Wed' })
    }
  })

  test('that fails says why in words of its own, waits longer each time, and recovers', async () => {
    const id = await watched()
    const waits: number[] = []
    for (let i = 0; i < 3; i++) {
      await pollFeed(system, await claimed(id), fails('fetchStatus'), never)
      const line = await lineOf(id)
      expect(line).toMatchObject({ failures: i + 1, fault: { code: 'feedStatus', values: { value: '503' } } })
      waits.push(line.nextAt.getTime() - Date.now())
      await pollFeedNow(editor, id)
    }
    expect(waits[2]!).toBeGreaterThan(waits[1]! * 1.5)
    expect(waits[1]!).toBeGreaterThan(waits[0]! * 1.5)
    await pollFeed(system, await claimed(id), answers('<html>no feed</html>'), never)
    expect((await lineOf(id)).fault?.code).toBe('notAFeed')
    await pollFeedNow(editor, id)
    await pollFeed(system, await claimed(id), answers(rss([])), never)
    expect(await lineOf(id)).toMatchObject({ failures: 0, fault: null })
  })

  test('waits as long as the server asks for', async () => {
    const id = await watched()
    const busy: AskFeed = async () => {
      throw new Refusal('invalid', [{ field: 'url', code: 'fetchStatus', values: { value: 429, after: 300 } }])
    }
    await pollFeed(system, await claimed(id), busy, never)
    expect((await lineOf(id)).nextAt.getTime() - Date.now()).toBeGreaterThan(295 * 60_000)
  })

  test('remembers a bounded number of entries, and always those that are told now', async () => {
    const id = await watched()
    await db.$executeRaw`
      insert into feed_item (feed_id, guid, told_at) select ${id}, 'invented ' || n, now() - interval '1 day' from generate_series(1, 2500) n`
    const [old, title] = [{ guid: 'invented 1', title: 'A cup final' }, fresh(both)]
    await pollFeed(system, await claimed(id), answers(rss([{ guid: 'new', title }, old])), never)
    const kept = await db.feedItem.findMany({ where: { feedId: id }, select: { guid: true } })
    expect(kept.length).toBeLessThanOrEqual(2001)
    expect(kept.map((k) => k.guid)).toEqual(expect.arrayContaining(['new', 'invented 1']))
  })

  test('is done by one of many servers', async () => {
    const id = await watched()
    await db.feed.updateMany({ where: { id: { not: id } }, data: { paused: true } })
    const claims = await Promise.all(Array.from({ length: 8 }, () => claimFeed(system)))
    expect(claims.filter((claim) => claim !== null)).toHaveLength(1)
  })

  test('that a dead server began is done by another when its lease has run out, and the dead one’s outcome counts no more', async () => {
    const id = await watched()
    const lost = await claimed(id)
    expect(await claimFeed(system)).toBeNull()
    await db.feed.update({ where: { id }, data: { leasedUntil: new Date(Date.now() - 1000) } })
    const taken = await claimed(id)
    await pollFeed(system, lost, fails('fetchFailed'), never)
    expect((await lineOf(id)).failures).toBe(0)
    await pollFeed(system, taken, answers(rss([])), never)
    expect((await lineOf(id)).answeredAt).not.toBeNull()
  })

  test('that is broken off gives the feed back at once', async () => {
    const id = await watched()
    const ending = new AbortController()
    const poll = pollFeed(system, await claimed(id), () => new Promise<FeedAnswer>(() => {}), ending.signal)
    ending.abort()
    await poll
    await claimed(id)
  })
})
