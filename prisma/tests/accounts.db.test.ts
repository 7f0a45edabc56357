import { describe, expect, test } from 'vitest'
import { openFacts } from './facts'

const facts = openFacts()
const person = (row: Record<string, unknown> = {}) =>
  facts.insert('user', { id: 'aigerim', name: 'Aigerim', email: 'aigerim@example.org', ...row })
const session = (row: Record<string, unknown> = {}) =>
  facts.insert('session', { id: 's1', token: 't1', user_id: 'aigerim', expires_at: new Date(), ...row })

describe('a person', () => {
  test('signs in by an address in small letters that nobody else has', async () => {
    expect(await facts.answerTo(() => person())).toBe('accepted')
    expect(await facts.answerTo(() => person({ email: 'Aigerim@example.org' }))).toBe('user_email_check')
    await person()
    expect(await facts.answerTo(() => person({ id: 'other' }))).toBe('user_email_key')
  })

  test('is a reader unless an admin says otherwise, in one of four roles', async () => {
    await person()
    expect(await facts.one(`select role from "user" where id = 'aigerim'`)).toEqual({ role: 'reader' })
    expect(await facts.answerTo(() => person({ id: 'b', email: 'b@example.org', role: 'owner' }))).toBe('22P02')
  })

  test('who wrote an entry or an audit row cannot be deleted', async () => {
    await person()
    await facts.draft('event', { author_id: 'aigerim' })
    const remove = () => facts.client.query(`delete from "user" where id = 'aigerim'`)
    expect(await facts.answerTo(remove)).toBe('entry_author_id_fkey')
    await person({ id: 'b', email: 'b@example.org' })
    await facts.insert('audit', { user_id: 'b', act: 'create', what: 'entry', what_id: '1' })
    const removeOther = () => facts.client.query(`delete from "user" where id = 'b'`)
    expect(await facts.answerTo(removeOther)).toBe('audit_user_id_fkey')
  })

  test('takes sessions and ways to sign in along when deleted', async () => {
    await person()
    await session()
    await facts.insert('account', { id: 'a1', account_id: 'a', provider_id: 'credential', user_id: 'aigerim' })
    await facts.client.query(`delete from "user" where id = 'aigerim'`)
    const left = await facts.one(
      'select (select count(*)::int from session) + (select count(*)::int from account) as n',
    )
    expect(left).toEqual({ n: 0 })
  })

  test('has sessions of one token each, and none of nobody', async () => {
    await person()
    await session()
    expect(await facts.answerTo(() => session({ id: 's2' }))).toBe('session_token_key')
    expect(await facts.answerTo(() => session({ id: 's2', token: 't2', user_id: 'nobody' }))).toBe(
      'session_user_id_fkey',
    )
    const account = { id: 'a1', account_id: 'a', provider_id: 'credential', user_id: 'nobody' }
    expect(await facts.answerTo(() => facts.insert('account', account))).toBe('account_user_id_fkey')
  })
})

describe('the account that loads the sample', () => {
  test('has no password and no session: it cannot sign in', async () => {
    const ways = await facts.one<{ n: number }>(`select count(*)::int n from account where user_id = 'system'`)
    expect(ways.n).toBe(0)
    expect(await facts.one(`select id, role from "user"`)).toEqual({ id: 'system', role: 'admin' })
  })
})

describe('the audit', () => {
  test('is only ever added to', async () => {
    const row = { user_id: 'system', act: 'create', what: 'entry', what_id: '1' }
    expect(await facts.answerTo(() => facts.insert('audit', row))).toBe('accepted')
    const id = await facts.insert('audit', row)
    expect(await facts.answerTo(() => facts.update('audit', id, { why: 'another reason' }))).toBe('EN007')
    expect(await facts.answerTo(() => facts.remove('audit', id))).toBe('EN007')
    expect(await facts.answerTo(() => facts.insert('audit', { ...row, user_id: 'nobody' }))).toBe('audit_user_id_fkey')
  })
})
