import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { systemActor, userActor } from '@/lib/auth/actor'
import { verifyPassword } from '@/lib/auth/passwords'
import { db } from '@/lib/db/client'
import { fresh, person } from '@/scripts/tests/desk'
import {
  changePassword,
  choosePassword,
  createFirstAdmin,
  inviteUser,
  removeUser,
  renewPasswordLink,
  setRole,
} from './mutations'
import { getLinkHolder, listUsers } from './queries'

const system = systemActor('tests')
const password = 'correct horse battery'
const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => 'accepted',
    (error) => error.faults?.[0]?.code ?? error.code,
  )
const session = (userId: string) =>
  db.session.create({
    data: { id: randomUUID(), token: randomUUID(), userId, expiresAt: new Date(Date.now() + 3_600_000) },
  })
const sessionsOf = (userId: string) => db.session.count({ where: { userId } })
const hashOf = async (userId: string) => (await db.account.findFirstOrThrow({ where: { userId } })).password!
const invite = (role: 'editor' | 'admin' = 'editor') => {
  const name = fresh('invited')
  return inviteUser(system, { name, email: `${name}@example.test`, role })
}

// The first admin comes first: there is none in a fresh database.
const first = await createFirstAdmin({ email: 'First@Example.test', password: null })

describe('the first admin', () => {
  test('gets a one-time password that has to be replaced, and exists once', async () => {
    const user = await db.user.findUniqueOrThrow({ where: { email: 'first@example.test' } })
    expect([user.role, user.emailVerified]).toEqual(['admin', false])
    expect(await verifyPassword({ hash: await hashOf(user.id), password: first!.oneTimePassword! })).toBe(true)
    expect(await createFirstAdmin({ email: 'second@example.test', password: null })).toBeNull()
    const { token } = await session(user.id)
    const actor = userActor({ id: user.id, name: user.name, role: 'admin' })
    await changePassword(actor, token, { old: first!.oneTimePassword!, password })
    expect((await db.user.findUniqueOrThrow({ where: { id: user.id } })).emailVerified).toBe(true)
  })
})

describe('an invitation', () => {
  test('lets its holder choose a password once', async () => {
    const { id, token } = await invite()
    expect(await getLinkHolder(token)).toMatchObject({ email: expect.stringContaining('invited') })
    await choosePassword(token, password)
    expect(await verifyPassword({ hash: await hashOf(id), password })).toBe(true)
    expect(await faultOf(choosePassword(token, password))).toBe('linkUsed')
    expect(await getLinkHolder(token)).toBeNull()
  })
  test('is redeemed by one of two at the same time', async () => {
    const { token } = await invite()
    const answers = await Promise.all([1, 2].map(() => faultOf(choosePassword(token, password))))
    expect(answers.sort()).toEqual(['accepted', 'linkUsed'])
  })
  test('is too old after a week, and gone with a new one', async () => {
    const { id, token } = await invite()
    await db.verification.updateMany({ where: { value: id }, data: { expiresAt: new Date(Date.now() - 1000) } })
    expect(await faultOf(choosePassword(token, password))).toBe('linkUsed')
    const renewed = await renewPasswordLink(system, id)
    expect(await faultOf(choosePassword(renewed.token, password))).toBe('accepted')
  })
  test('is stored under a hash: the token is nowhere', async () => {
    const { token } = await invite()
    const rows = await db.verification.findMany()
    expect(JSON.stringify(rows)).not.toContain(token)
  })
  test.each(['short', 'x'.repeat(201)])('does not take the password %s', async (wrong) => {
    const { token } = await invite()
    expect(await faultOf(choosePassword(token, wrong))).toMatch(/passwordShort|tooLong/)
    expect(await getLinkHolder(token)).not.toBeNull()
  })
  test('of an address that is taken is refused', async () => {
    const email = `${fresh('twice')}@example.test`
    await inviteUser(system, { name: 'One', email, role: 'reader' })
    expect(await faultOf(inviteUser(system, { name: 'Two', email: email.toUpperCase(), role: 'admin' }))).toBe('taken')
  })
})

describe('a change of access', () => {
  test('ends the sessions of whoever gets another role', async () => {
    const { userId } = await person('editor')
    await session(userId)
    await setRole(system, userId, 1, 'reviewer')
    expect(await sessionsOf(userId)).toBe(0)
    expect((await db.user.findUniqueOrThrow({ where: { id: userId } })).role).toBe('reviewer')
  })
  test('that two admins make is made by the first', async () => {
    const { userId } = await person('editor')
    await setRole(system, userId, 1, 'reviewer')
    expect(await faultOf(setRole(system, userId, 1, 'reader'))).toBe('changedMeanwhile')
  })
  test('ends sessions, password and links of whoever is removed; the name stays', async () => {
    const { id, token } = await invite()
    await choosePassword(token, password)
    await session(id)
    const link = await renewPasswordLink(system, id)
    await removeUser(system, id, 1)
    expect(await sessionsOf(id)).toBe(0)
    expect(await db.account.count({ where: { userId: id } })).toBe(0)
    expect(await faultOf(choosePassword(link.token, password))).toBe('linkUsed')
    expect((await listUsers(system)).some((p) => p.id === id)).toBe(false)
    expect(await db.user.count({ where: { id } })).toBe(1)
  })
  test('never leaves a team without an admin, also when two leave at once', async () => {
    const others = await db.user.findMany({ where: { role: 'admin', removedAt: null, id: { not: 'system' } } })
    const [kept, ...rest] = others
    for (const admin of rest) await removeUser(system, admin.id, admin.revision)
    expect(await faultOf(removeUser(system, kept!.id, kept!.revision))).toBe('lastAdmin')
    expect(await faultOf(setRole(system, kept!.id, kept!.revision, 'reviewer'))).toBe('lastAdmin')
    const second = await invite('admin')
    const answers = await Promise.all([
      faultOf(removeUser(system, kept!.id, kept!.revision)),
      faultOf(setRole(system, second.id, 1, 'reader')),
    ])
    expect(answers.sort()).toEqual(['accepted', 'lastAdmin'])
  })
})

describe('an own password', () => {
  test('is changed after the old one, and ends the other sessions', async () => {
    const { id, token } = await invite()
    await choosePassword(token, password)
    const [own] = await Promise.all([session(id), session(id)])
    const actor = userActor({ id, name: 'x', role: 'editor' })
    const next = 'another horse battery'
    expect(await faultOf(changePassword(actor, own.token, { old: 'wrong', password: next }))).toBe('wrongOldPassword')
    expect(await faultOf(changePassword(actor, own.token, { old: password, password }))).toBe('samePassword')
    await changePassword(actor, own.token, { old: password, password: next })
    expect(await verifyPassword({ hash: await hashOf(id), password: next })).toBe(true)
    expect((await db.session.findMany({ where: { userId: id } })).map((s) => s.token)).toEqual([own.token])
  })
})
