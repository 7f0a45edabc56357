import { difference } from '@/lib/audit/mutations'
import { type Writing, writing } from '@/lib/audit/writing'
import type { Actor } from '@/lib/auth/actor'
import { Refusal } from '@/lib/errors/refusal'
import { FeedInput } from './schema'

const wakeKey = Symbol.for('entente.poll')

/** This process looks at once for what is due; others look every few seconds. */
function wake(): void {
  const looking = (globalThis as { [wakeKey]?: () => void })[wakeKey]
  looking?.()
}

/** Puts a feed on the watch list; it is polled at once. Throws `conflict` when it is there already. Needs `source.write`. */
export async function addFeed(actor: Actor, input: FeedInput): Promise<{ id: number }> {
  const made = await writing(actor, 'source.write', async ({ tx, audit }) => {
    const { title, ...feed } = FeedInput.parse(input)
    const url = new URL(feed.url)
    url.hash = ''
    const { id } = await tx.feed.create({
      data: { ...feed, url: url.href, title: title ?? url.hostname, addedById: actor.userId },
      select: { id: true },
    })
    await audit({ act: 'create', what: 'feed', whatId: id, diff: difference({}, { ...feed, url: url.href, title }) })
    return { id }
  })
  wake()
  return made
}

/** Waits for whoever changes the feed now; then it is as it was seen, or the refusal says that it is not. */
async function lockFeed({ tx }: Writing, id: number, revision: number) {
  await tx.$queryRaw`select id from feed where id = ${id} for no key update`
  const feed = await tx.feed.findUnique({ where: { id } })
  if (!feed) throw new Refusal('notFound')
  if (feed.revision !== revision) throw new Refusal('conflict', [{ field: '', code: 'feedMoved' }])
  return feed
}

/** Asks a feed no longer until it is resumed. Needs `source.write`. */
export async function pauseFeed(actor: Actor, id: number, revision: number): Promise<void> {
  await setPaused(actor, id, revision, true)
}

/** Asks a paused feed again, at once. Needs `source.write`. */
export async function resumeFeed(actor: Actor, id: number, revision: number): Promise<void> {
  await setPaused(actor, id, revision, false)
}

async function setPaused(actor: Actor, id: number, revision: number, paused: boolean): Promise<void> {
  await writing(actor, 'source.write', async (write) => {
    const feed = await lockFeed(write, id, revision)
    if (feed.paused === paused) throw new Refusal('conflict', [{ field: '', code: 'feedMoved' }])
    await write.tx.feed.update({
      where: { id },
      data: { paused, revision: { increment: 1 }, ...(paused ? {} : { nextAt: new Date() }) },
    })
    await write.audit({
      act: paused ? 'pause' : 'resume',
      what: 'feed',
      whatId: id,
      diff: difference({ paused: feed.paused }, { paused }),
    })
  })
  if (!paused) wake()
}

/** Makes a feed due now, whatever it waits for; a paused one stays paused. Needs `source.write`. */
export async function pollFeedNow(actor: Actor, id: number): Promise<void> {
  await writing(actor, 'source.write', async ({ tx, audit }) => {
    const { count } = await tx.feed.updateMany({ where: { id, paused: false }, data: { nextAt: new Date() } })
    if (!count) throw new Refusal('conflict', [{ field: '', code: 'feedMoved' }])
    await audit({ act: 'poll', what: 'feed', whatId: id })
  })
  wake()
}

/** Takes a feed off the list. What it brought stays in the queue, and is not brought again by another one. Needs `source.write`. */
export async function removeFeed(actor: Actor, id: number, revision: number): Promise<void> {
  await writing(actor, 'source.write', async (write) => {
    const { url, title } = await lockFeed(write, id, revision)
    await write.tx.feed.delete({ where: { id } })
    await write.audit({ act: 'remove', what: 'feed', whatId: id, diff: difference({ url, title }, {}) })
  })
}
