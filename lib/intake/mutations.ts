import { createHash } from 'node:crypto'
import { difference } from '@/lib/audit/mutations'
import { type Writing, writing } from '@/lib/audit/writing'
import { type Actor, assertMay } from '@/lib/auth/actor'
import { lockName, type Transaction } from '@/lib/db/client'
import { Refusal } from '@/lib/errors/refusal'
import { relationNames } from './relations/queries'
import { relationsIn } from './relations/rules'
import { plainText, plainUrl } from './rules'
import { ItemInput } from './schema'

const dayInMs = 24 * 3600 * 1000
/** Midnight is not everywhere at once: east of here it may be tomorrow already. */
const tomorrow = () => new Date(Date.now() + dayInMs).toISOString().slice(0, 10)
const day = (iso: string | null) => (iso === null ? null : new Date(`${iso}T00:00:00Z`))
export const sha256 = (text: string) => Uint8Array.from(createHash('sha256').update(text).digest())

/**
 * What became of something that arrived: a new item of the queue; one that is there already; or a source that holds
 * the same text, with the item it was read from where there was one.
 */
export type Received =
  | { item: number; known: 'new' | 'item' }
  | { item: number | null; known: 'source'; source: number }

/** What is there already of the same request, text or page. */
async function known(tx: Transaction, input: ReturnType<typeof ItemInput.parse>): Promise<Received | null> {
  const { requestKey, text, url, origin } = input
  if (requestKey) {
    await lockName(tx, requestKey)
    const same = await tx.intakeItem.findUnique({ where: { requestKey }, select: { id: true } })
    if (same) return { item: same.id, known: 'item' }
  }
  if (text !== null) {
    const hash = sha256(text)
    await lockName(tx, `intake ${Buffer.from(hash).toString('hex')}`)
    const source = await tx.source.findFirst({ where: { sha256: hash }, select: { id: true } })
    if (source) {
      const item = await tx.intakeItem.findUnique({ where: { sourceId: source.id }, select: { id: true } })
      return { item: item?.id ?? null, known: 'source', source: source.id }
    }
    const waiting = await tx.intakeItem.findFirst({
      where: { sha256: hash, state: 'waiting' },
      select: { id: true },
    })
    if (waiting) return { item: waiting.id, known: 'item' }
  }
  if (origin === 'feed' && url !== null) {
    await lockName(tx, `intake ${url}`)
    const told = await tx.intakeItem.findFirst({ where: { url }, select: { id: true }, orderBy: { id: 'desc' } })
    if (told) return { item: told.id, known: 'item' }
    const source = await tx.source.findFirst({ where: { url }, select: { id: true }, orderBy: { id: 'desc' } })
    if (source) return { item: null, known: 'source', source: source.id }
  }
  return null
}

/** Which relations it is about, by title, summary and text. */
export async function matchRelations(tx: Transaction, item: number, texts: readonly (string | null)[]): Promise<void> {
  const found = relationsIn(texts.filter(Boolean).join('\n'), await relationNames(tx))
  await tx.intakeRelation.deleteMany({ where: { itemId: item } })
  await tx.intakeRelation.createMany({
    data: found.map(({ id, mentions }) => ({ itemId: item, relationId: id, mentions })),
  })
}

/**
 * Puts what arrived into the queue: pasted, from a file, from an address, or told by a feed (then often without a text).
 * The same again (by request, by text, and for a feed by address) makes no second item and says what there is.
 * Needs `source.write`.
 */
export async function receiveItem(actor: Actor, input: ItemInput): Promise<Received> {
  assertMay(actor, 'source.write')
  const read = ItemInput.parse(input)
  const item = {
    ...read,
    url: read.url === null ? null : plainUrl(read.url),
    text: read.text === null ? null : plainText(read.text),
  }
  return writing(actor, 'source.write', async (write) => {
    const ahead = item.publishedOn !== null && item.publishedOn > tomorrow()
    if (ahead && item.origin !== 'feed')
      throw new Refusal('invalid', [{ field: 'publishedOn', code: 'dayAhead', values: { value: item.publishedOn! } }])
    const same = await known(write.tx, item)
    if (same) return same
    const { publisher, ...rest } = item
    // A feed's clock may be wrong; nobody is there to be told.
    const publishedOn = ahead ? null : item.publishedOn
    const { id } = await write.tx.intakeItem.create({
      data: {
        ...rest,
        publisherWords: publisher,
        publishedOn: day(publishedOn),
        sha256: item.text === null ? null : sha256(item.text),
        addedById: actor.userId,
      },
      select: { id: true },
    })
    await matchRelations(write.tx, id, [item.title, item.summary, item.text])
    const told = { ...item, text: item.text === null ? null : `${item.text.length} characters` }
    await write.audit({ act: 'receive', what: 'intake', whatId: id, diff: difference({}, told) })
    return { item: id, known: 'new' }
  })
}

/**
 * Gives an item that came without a text the article behind its address. What was known of it stays, what was open is
 * filled. `revision` is the item as it was seen. The same text that is there already changes nothing and is named.
 * Needs `source.write`.
 */
export async function fillItem(actor: Actor, id: number, revision: number, input: ItemInput): Promise<Received> {
  assertMay(actor, 'source.write')
  const read = ItemInput.parse(input)
  if (!read.text) throw new Refusal('invalid', [{ field: 'text', code: 'required' }])
  const text = plainText(read.text)
  return writing(actor, 'source.write', async (write) => {
    const item = await lockItem(write, id, revision)
    if (item.state !== 'waiting' || item.text !== null)
      throw new Refusal('conflict', [{ field: '', code: 'itemMoved' }])
    const same = await known(write.tx, { ...read, text, requestKey: null, url: null })
    if (same) return same
    const ahead = read.publishedOn !== null && read.publishedOn > tomorrow()
    await write.tx.intakeItem.update({
      where: { id },
      data: {
        text,
        sha256: sha256(text),
        publisherWords: item.publisherWords ?? read.publisher,
        byline: item.byline ?? read.byline,
        publishedOn: item.publishedOn ?? day(ahead ? null : read.publishedOn),
        language: item.language ?? read.language,
        revision: { increment: 1 },
        updatedAt: new Date(),
      },
    })
    await matchRelations(write.tx, id, [item.title, item.summary, text])
    await write.audit({
      act: 'fetch',
      what: 'intake',
      whatId: id,
      diff: difference({}, { text: `${text.length} characters` }),
    })
    return { item: id, known: 'new' }
  })
}

/** Waits for whoever changes the item now; then it is as it was seen, or the refusal says that it is not. */
export async function lockItem({ tx }: Writing, id: number, revision: number) {
  await tx.$queryRaw`select id from intake_item where id = ${id} for no key update`
  const item = await tx.intakeItem.findUnique({ where: { id } })
  if (!item) throw new Refusal('notFound')
  if (item.revision !== revision) throw new Refusal('conflict', [{ field: '', code: 'itemMoved' }])
  return item
}

/** Says that nothing will be taken from an item; it leaves the queue and can be brought back. Needs `source.write`. */
export async function dismissItem(actor: Actor, id: number, revision: number): Promise<void> {
  await move(actor, id, revision, 'dismiss', 'waiting', 'dismissed')
}

/** Brings a dismissed item back into the queue. Needs `source.write`. */
export async function bringBackItem(actor: Actor, id: number, revision: number): Promise<void> {
  await move(actor, id, revision, 'bring back', 'dismissed', 'waiting')
}

async function move(
  actor: Actor,
  id: number,
  revision: number,
  act: string,
  from: 'waiting' | 'dismissed',
  to: 'waiting' | 'dismissed',
): Promise<void> {
  await writing(actor, 'source.write', async (write) => {
    const item = await lockItem(write, id, revision)
    if (item.state !== from) throw new Refusal('conflict', [{ field: '', code: 'itemMoved' }])
    await write.tx.intakeItem.update({
      where: { id },
      data: { state: to, revision: { increment: 1 }, updatedAt: new Date() },
    })
    await write.audit({ act, what: 'intake', whatId: id, diff: { state: { from, to } } })
  })
}
