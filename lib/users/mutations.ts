import { randomBytes, randomUUID } from 'node:crypto'
import { difference } from '@/lib/audit/mutations'
import { writing } from '@/lib/audit/writing'
import { type Actor, assertMay, systemActor } from '@/lib/auth/actor'
import { hashPassword, longestPassword, shortestPassword, verifyPassword } from '@/lib/auth/passwords'
import type { Role } from '@/lib/auth/permissions'
import { db, lockName, type Transaction } from '@/lib/db/client'
import { Refusal } from '@/lib/errors/refusal'
import { passwordLink } from './rules'
import { InvitationInput } from './schema'

const weekInMs = 7 * 24 * 3600 * 1000

/** A link that lets its holder choose a password once, within a week. Only its hash is stored. */
async function passwordToken(tx: Transaction, userId: string): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  await tx.verification.deleteMany({ where: { value: userId, identifier: { startsWith: 'password:' } } })
  await tx.verification.create({
    data: {
      id: randomUUID(),
      identifier: passwordLink(token),
      value: userId,
      expiresAt: new Date(Date.now() + weekInMs),
    },
  })
  return token
}

/** `keep` is the token of the one session that goes on: that of the person who changes the own password. */
async function setPassword(tx: Transaction, userId: string, password: string, keep: string | null = null) {
  const kept = await hashPassword(password)
  await tx.account.deleteMany({ where: { userId, providerId: 'credential' } })
  await tx.account.create({
    data: { id: randomUUID(), accountId: userId, providerId: 'credential', userId, password: kept },
  })
  await tx.session.deleteMany({ where: keep === null ? { userId } : { userId, token: { not: keep } } })
}

function assertPassword(password: string) {
  if (password.length < shortestPassword)
    throw new Refusal('invalid', [{ field: 'password', code: 'passwordShort', values: { minimum: shortestPassword } }])
  if (password.length > longestPassword)
    throw new Refusal('invalid', [{ field: 'password', code: 'tooLong', values: { maximum: longestPassword } }])
}

/** Makes a person with a role, or brings a removed one back; returns the token of the link to hand to them. Needs `user.manage`. */
export async function inviteUser(actor: Actor, input: InvitationInput): Promise<{ id: string; token: string }> {
  assertMay(actor, 'user.manage')
  const person = InvitationInput.parse(input)
  return writing(actor, 'user.manage', async ({ tx, audit }) => {
    const before = await tx.user.findUnique({ where: { email: person.email } })
    if (before && !before.removedAt) throw new Refusal('conflict', [{ field: 'email', code: 'taken' }])
    const id = before?.id ?? randomUUID()
    const data = { name: person.name, email: person.email, role: person.role, removedAt: null }
    if (before) await tx.user.update({ where: { id }, data: { ...data, revision: { increment: 1 } } })
    else await tx.user.create({ data: { id, ...data } })
    const token = await passwordToken(tx, id)
    await audit({ act: 'invite', what: 'user', whatId: id, diff: difference({}, person) })
    return { id, token }
  })
}

/** A new link for somebody who lost the password or never used the invitation. Needs `user.manage`. */
export async function renewPasswordLink(actor: Actor, id: string): Promise<{ token: string }> {
  return writing(actor, 'user.manage', async ({ tx, audit }) => {
    const person = await tx.user.findFirst({ where: { id, removedAt: null } })
    if (!person) throw new Refusal('notFound')
    const token = await passwordToken(tx, id)
    await audit({ act: 'renew link', what: 'user', whatId: id })
    return { token }
  })
}

/** Redeems a link: sets the password and ends all sessions of the person. Throws `invalid` when it was used or is too old. */
export async function choosePassword(token: string, password: string): Promise<{ email: string }> {
  assertPassword(password)
  const key = passwordLink(token)
  return writing(systemActor('password link'), 'user.manage', async ({ tx, audit }) => {
    const link = await tx.verification.findFirst({ where: { identifier: key } })
    const spent = link ? await tx.verification.deleteMany({ where: { id: link.id } }) : null
    const person =
      link && spent?.count && link.expiresAt > new Date()
        ? await tx.user.findFirst({ where: { id: link.value, removedAt: null } })
        : null
    if (!person) throw new Refusal('invalid', [{ field: 'password', code: 'linkUsed' }])
    await setPassword(tx, person.id, password)
    await tx.user.update({ where: { id: person.id }, data: { emailVerified: true } })
    await audit({ act: 'choose password', what: 'user', whatId: person.id })
    return { email: person.email }
  })
}

/**
 * A person's own new password, after the old one; ends the other sessions of the person. `session` is the token of the
 * one that asks. A password of first start counts as replaced from then on. Needs `read`, which every role holds.
 */
export async function changePassword(
  actor: Actor,
  session: string,
  input: { old: string; password: string },
): Promise<void> {
  if (actor.kind !== 'user') throw new Refusal('signInNeeded')
  assertPassword(input.password)
  const account = await db.account.findFirst({ where: { userId: actor.userId, providerId: 'credential' } })
  if (!account?.password || !(await verifyPassword({ hash: account.password, password: input.old })))
    throw new Refusal('invalid', [{ field: 'oldPassword', code: 'wrongOldPassword' }])
  if (input.old === input.password) throw new Refusal('invalid', [{ field: 'password', code: 'samePassword' }])
  await writing(actor, 'read', async ({ tx, audit }) => {
    await setPassword(tx, actor.userId, input.password, session)
    await tx.user.update({ where: { id: actor.userId }, data: { emailVerified: true } })
    await audit({ act: 'change password', what: 'user', whatId: actor.userId })
  })
}

async function assertAdminStays(tx: Transaction, id: string) {
  await lockName(tx, 'last admin')
  const others = await tx.user.count({ where: { role: 'admin', removedAt: null, id: { notIn: [id, 'system'] } } })
  if (!others) throw new Refusal('invalid', [{ field: 'role', code: 'lastAdmin' }])
}

/** Gives a person another role and ends their sessions. `revision` is the one the page showed. Needs `user.manage`. */
export async function setRole(actor: Actor, id: string, revision: number, role: Role): Promise<void> {
  await writing(actor, 'user.manage', async ({ tx, audit }) => {
    const before = await tx.user.findFirst({ where: { id, removedAt: null } })
    if (!before || id === 'system') throw new Refusal('notFound')
    if (before.role === 'admin' && role !== 'admin') await assertAdminStays(tx, id)
    const { count } = await tx.user.updateMany({ where: { id, revision }, data: { role, revision: { increment: 1 } } })
    if (!count)
      throw new Refusal('conflict', [{ field: '', code: 'changedMeanwhile' }], {
        current: { role: before.role },
        revision: before.revision,
      })
    await tx.session.deleteMany({ where: { userId: id } })
    await audit({ act: 'set role', what: 'user', whatId: id, diff: difference({ role: before.role }, { role }) })
  })
}

/** Ends a person's access at once: sessions, password and open links go; what they wrote keeps their name. Needs `user.manage`. */
export async function removeUser(actor: Actor, id: string, revision: number): Promise<void> {
  await writing(actor, 'user.manage', async ({ tx, audit }) => {
    const before = await tx.user.findFirst({ where: { id, removedAt: null } })
    if (!before || id === 'system') throw new Refusal('notFound')
    if (before.role === 'admin') await assertAdminStays(tx, id)
    const { count } = await tx.user.updateMany({
      where: { id, revision },
      data: { removedAt: new Date(), revision: { increment: 1 } },
    })
    if (!count)
      throw new Refusal('conflict', [{ field: '', code: 'changedMeanwhile' }], {
        current: { role: before.role },
        revision: before.revision,
      })
    await tx.session.deleteMany({ where: { userId: id } })
    await tx.account.deleteMany({ where: { userId: id } })
    await tx.verification.deleteMany({ where: { value: id } })
    await audit({ act: 'remove', what: 'user', whatId: id })
  })
}

/**
 * The first admin of a new installation, once: with the password given, or with a random one that is returned to be
 * printed and has to be replaced at the first sign-in. Null when there is an admin already.
 */
export async function createFirstAdmin(input: {
  email: string
  password: string | null
}): Promise<{ email: string; oneTimePassword: string | null } | null> {
  const oneTimePassword = input.password === null ? randomBytes(12).toString('base64url') : null
  const password = input.password ?? oneTimePassword!
  const person = InvitationInput.parse({ name: 'Admin', email: input.email, role: 'admin' })
  return writing(systemActor('first start'), 'user.manage', async ({ tx, audit }) => {
    // Two servers may start on one empty database.
    await lockName(tx, 'first admin')
    if (await tx.user.count({ where: { role: 'admin', removedAt: null, id: { not: 'system' } } })) return null
    assertPassword(password)
    const id = randomUUID()
    await tx.user.create({
      data: { id, name: person.name, email: person.email, role: 'admin', emailVerified: oneTimePassword === null },
    })
    await setPassword(tx, id, password)
    await audit({ act: 'create', what: 'user', whatId: id, diff: difference({}, person) })
    return { email: person.email, oneTimePassword }
  })
}
