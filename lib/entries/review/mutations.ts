import { type Writing, writing } from '@/lib/audit/writing'
import { type Actor, assertMay } from '@/lib/auth/actor'
import { sql, type Transaction } from '@/lib/db/client'
import { type Fault, Refusal } from '@/lib/errors/refusal'
import type { Saved } from '../mutations'
import { publicationFaults } from '../rules'
import type { EntryInput } from '../schema'
import { lockEntry, type StoredVersion, versionInput } from '../versions/queries'

type State = 'draft' | 'in_review' | 'rejected' | 'published'

const needed = (reason: string, field: string) => {
  const why = reason.trim()
  if (!why) throw new Refusal('invalid', [{ field, code: 'required' }])
  return why
}

/** The version as it is now, if it is in one of these states and nobody saved it meanwhile; else says what it is. */
async function opened({ tx }: Writing, id: number, revision: number, states: readonly State[]) {
  await lockEntry(tx, { id })
  const version = await versionInput(tx, id)
  if (!version) throw new Refusal('notFound')
  if (!states.includes(version.state))
    throw new Refusal('conflict', [{ field: '', code: 'wrongState', values: { value: version.state } }])
  if (version.revision !== revision)
    throw new Refusal('conflict', [{ field: '', code: 'changedMeanwhile' }], {
      current: version.input,
      revision: version.revision,
    })
  return version
}

async function move({ tx }: Writing, id: number, data: Parameters<typeof tx.entry.updateMany>[0]['data']) {
  await tx.entry.update({
    where: { id },
    data: { ...data, revision: { increment: 1 }, updatedAt: new Date() },
  })
}

/** Draft → in review. Needs `entry.submit`. */
export async function submitEntry(actor: Actor, id: number, revision: number): Promise<Saved> {
  return writing(actor, 'entry.submit', async (write) => {
    const version = await opened(write, id, revision, ['draft'])
    await move(write, id, { state: 'in_review', reviewNote: null })
    await write.audit({ act: 'submit', what: 'entry', whatId: version.rootId })
    return { id, rootId: version.rootId, revision: revision + 1 }
  })
}

/** In review → rejected, with the reason its author reads. Needs `entry.reject`. */
export async function rejectEntry(actor: Actor, id: number, revision: number, reason: string): Promise<Saved> {
  assertMay(actor, 'entry.reject')
  const why = needed(reason, 'reason')
  return writing(actor, 'entry.reject', async (write) => {
    const version = await opened(write, id, revision, ['in_review'])
    await move(write, id, { state: 'rejected', reviewNote: why })
    await write.audit({ act: 'reject', what: 'entry', whatId: version.rootId, why })
    return { id, rootId: version.rootId, revision: revision + 1 }
  })
}

/** Where the team asks for a second pair of eyes, neither the author nor who edited the draft since publishes it. */
async function assertOtherHand(tx: Transaction, actor: Actor, version: StoredVersion) {
  if (actor.kind !== 'user') return
  const fourEyes = await tx.setting.findUnique({ where: { key: 'fourEyes' } })
  if (fourEyes?.value !== true) return
  const [own] = await tx.$queryRaw<{ id: number }[]>(sql`
    select e.id from entry e
     where e.id = ${version.id} and (e.author_id = ${actor.userId} or exists (
       select from audit a where a.what = 'entry' and a.what_id = e.root_id::text and a.act = 'edit'
          and a.user_id = ${actor.userId} and a.at >= e.created_at))`)
  if (own) throw new Refusal('notAllowed', [{ field: '', code: 'ownEntry' }])
}

/** A step of a promise that nobody can read yet would tell of it. */
async function promiseFaults(tx: Transaction, input: EntryInput): Promise<Fault[]> {
  if (input.kind !== 'stage') return []
  const promise = await tx.entry.findFirst({ where: { rootId: input.of, publishedAt: { not: null } } })
  return promise ? [] : [{ field: 'of', code: 'promiseNotPublished' }]
}

/** The database's clock: servers whose clocks differ still retire a version after it was published. */
async function databaseTime(tx: Transaction): Promise<Date> {
  const [{ now } = { now: new Date() }] = await tx.$queryRaw<{ now: Date }[]>(sql`select clock_timestamp() as now`)
  return now
}

/**
 * Draft or in review → published: frozen from now on, and the version it corrects is retired with its reason.
 * Refused without evidence, with a quote that does not hold the number, and for an author's own entry where the
 * team has turned that on. Needs `entry.publish`.
 */
export async function publishEntry(actor: Actor, id: number, revision: number): Promise<Saved> {
  return writing(actor, 'entry.publish', async (write) => {
    const version = await opened(write, id, revision, ['draft', 'in_review'])
    const { input } = version
    await assertOtherHand(write.tx, actor, version)
    const faults = [...publicationFaults(input), ...(await promiseFaults(write.tx, input))]
    if (faults.length) throw new Refusal('invalid', faults)
    const now = await databaseTime(write.tx)
    const before = await write.tx.entry.findFirst({
      where: { rootId: version.rootId, publishedAt: { not: null }, retiredAt: null },
    })
    if (before)
      await write.tx.entry.update({
        where: { id: before.id },
        data: { retiredAt: now, retiredReason: version.changeReason },
      })
    await move(write, id, {
      state: 'published',
      publishedAt: now,
      approverId: actor.userId,
      reviewNote: null,
    })
    const { aboutId } = await write.tx.entry.findUniqueOrThrow({ where: { id }, select: { aboutId: true } })
    write.touches(aboutId, ...(before ? [before.aboutId] : []))
    await write.audit({ act: 'publish', what: 'entry', whatId: version.rootId, why: version.changeReason })
    return { id, rootId: version.rootId, revision: revision + 1 }
  })
}

/** Takes a published entry back, with the reason readers will see. It stays in history. Needs `entry.retire`. */
export async function retireEntry(actor: Actor, rootId: number, version: number, reason: string): Promise<void> {
  assertMay(actor, 'entry.retire')
  const why = needed(reason, 'reason')
  await writing(actor, 'entry.retire', async (write) => {
    await lockEntry(write.tx, { rootId })
    const current = await write.tx.entry.findFirst({ where: { rootId, publishedAt: { not: null }, retiredAt: null } })
    if (!current) throw new Refusal('notFound')
    if (current.version !== version) throw new Refusal('conflict', [{ field: '', code: 'changedMeanwhile' }])
    await write.tx.entry.update({
      where: { id: current.id },
      data: { retiredAt: await databaseTime(write.tx), retiredReason: why },
    })
    write.touches(current.aboutId)
    await write.audit({ act: 'retire', what: 'entry', whatId: rootId, why })
  })
}

/** Throws a draft away inside the transaction of whatever needs it. */
export async function dropDraft(write: Writing, id: number, revision: number): Promise<void> {
  const version = await opened(write, id, revision, ['draft', 'rejected'])
  await write.tx.entry.delete({ where: { id } })
  await write.audit({ act: 'discard', what: 'entry', whatId: version.rootId, why: version.changeReason })
}

/** Throws a draft away before anybody has seen it; what was published stays. Needs `entry.write`. */
export async function discardDraft(actor: Actor, id: number, revision: number): Promise<void> {
  await writing(actor, 'entry.write', (write) => dropDraft(write, id, revision))
}
