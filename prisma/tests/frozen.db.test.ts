import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { openFacts } from './facts'

const facts = openFacts()
const frozen = 'EN001'

describe('a published version', () => {
  test('comes from a draft with evidence', async () => {
    const id = await facts.draft('observation')
    await facts.evidence(id, await facts.source())
    expect(await facts.answerTo(() => facts.publish(id))).toBe('accepted')
  })

  test('cannot be without evidence', async () => {
    const id = await facts.draft('observation')
    expect(await facts.answerTo(() => facts.publish(id))).toBe('EN003')
  })

  test('cannot be inserted as such, around its draft', async () => {
    const signed = { state: 'published', published_at: new Date(), approver_id: 'system', known_on: '2023-01-01' }
    expect(await facts.answerTo(() => facts.draft('event', signed))).toBe('EN002')
  })

  test('is signed: by whom and when', async () => {
    const id = await facts.draft('event')
    await facts.evidence(id, await facts.source())
    expect(await facts.answerTo(() => facts.publish(id, { approver_id: null }))).toBe('published_is_signed')
    expect(await facts.answerTo(() => facts.publish(id, { published_at: null }))).toBe('published_is_signed')
    expect(await facts.answerTo(() => facts.publish(id, { approver_id: 'nobody' }))).toBe('entry_approver_id_fkey')
    expect(await facts.answerTo(() => facts.publish(id))).toBe('accepted')
  })

  test('a draft is not signed', async () => {
    expect(await facts.answerTo(() => facts.draft('event', { known_on: '2023-01-01' }))).toBe('published_is_signed')
    expect(await facts.answerTo(() => facts.draft('event', { approver_id: 'system' }))).toBe('published_is_signed')
  })

  test.each([
    ['its value', { value: '463200000' }],
    ['its period', { ends: '2024-01-01' }],
    ['its note', { note: 'Revised' }],
    ['its rank', { rank: 'preferred', note: 'Newest' }],
    ['whether readers see it', { internal: true }],
    ['the day it was known', { known_on: '2020-01-01' }],
    ['the day it was published', { published_at: '2020-01-01T00:00:00Z' }],
    ['its state', { state: 'draft', published_at: null, approver_id: null, known_on: null }],
    ['its revision', { revision: 9 }],
    ['its author', { author_id: 'nobody' }],
  ])('is frozen: %s cannot be changed', async (_, change) => {
    const id = await facts.published('observation')
    expect(await facts.answerTo(() => facts.update('entry', id, change))).toBe(frozen)
  })

  test('is frozen: it cannot be deleted, a draft can', async () => {
    const published = await facts.published('event')
    expect(await facts.answerTo(() => facts.remove('entry', published))).toBe(frozen)
    const draft = await facts.draft('event')
    await facts.evidence(draft, await facts.source())
    await facts.insert('entry_party', { entry_id: draft, entity_id: await facts.country('aze'), role: 'host' })
    expect(await facts.answerTo(() => facts.remove('entry', draft))).toBe('accepted')
  })

  test.each(['entry', 'evidence', 'entry_party', 'source', 'audit'])(
    '%s cannot be emptied at one stroke',
    async (table) => {
      expect(await facts.answerTo(() => facts.client.query(`truncate ${table} cascade`))).toBe('EN007')
    },
  )

  test('can be retired once, with a reason, and nothing else in the same breath', async () => {
    const id = await facts.published('event')
    expect(await facts.answerTo(() => facts.retire(id, { title: 'Another' }))).toBe(frozen)
    expect(await facts.answerTo(() => facts.retire(id))).toBe('accepted')
    await facts.retire(id)
    expect(await facts.answerTo(() => facts.retire(id, { retired_reason: 'Another reason' }))).toBe(frozen)
    expect(await facts.answerTo(() => facts.retire(id, { retired_at: null, retired_reason: null }))).toBe(frozen)
  })

  test('is retired with a reason in words, and not before it was published', async () => {
    const id = await facts.published('event')
    const refused = 'retired_with_reason'
    expect(await facts.answerTo(() => facts.retire(id, { retired_reason: null }))).toBe(refused)
    expect(await facts.answerTo(() => facts.retire(id, { retired_reason: '' }))).toBe(refused)
    expect(await facts.answerTo(() => facts.retire(id, { retired_at: null }))).toBe(refused)
    expect(await facts.answerTo(() => facts.retire(id, { retired_at: '2025-12-31T23:59:59Z' }))).toBe(refused)
  })
})

describe('evidence and parties of a published version', () => {
  test.each([
    ['evidence', (entry: number, source: number) => facts.evidence(entry, source)],
    [
      'a party',
      async (entry: number) =>
        facts.insert('entry_party', { entry_id: entry, entity_id: await facts.country('aze'), role: 'guest' }),
    ],
  ])('%s can be added to a draft and not to a published version', async (_, add) => {
    const source = await facts.source()
    const draft = await facts.draft('event')
    const published = await facts.published('event')
    expect(await facts.answerTo(() => add(draft, source))).toBe('accepted')
    expect(await facts.answerTo(() => add(published, source))).toBe(frozen)
  })

  test('evidence cannot be changed, removed, taken away or moved in', async () => {
    const draft = await facts.draft('event')
    const loose = await facts.evidence(draft, await facts.source())
    const published = await facts.published('event')
    const { id } = await facts.one<{ id: number }>('select id from evidence where entry_id = $1', [published])
    expect(await facts.answerTo(() => facts.update('evidence', id, { quote: 'Other words' }))).toBe(frozen)
    expect(await facts.answerTo(() => facts.update('evidence', id, { entry_id: draft }))).toBe(frozen)
    expect(await facts.answerTo(() => facts.remove('evidence', id))).toBe(frozen)
    expect(await facts.answerTo(() => facts.update('evidence', loose, { entry_id: published }))).toBe(frozen)
    expect(await facts.answerTo(() => facts.update('evidence', loose, { quote: 'Other words' }))).toBe('accepted')
    expect(await facts.answerTo(() => facts.remove('evidence', loose))).toBe('accepted')
  })

  test('a party cannot be changed or removed', async () => {
    const id = await facts.draft('event')
    await facts.insert('entry_party', { entry_id: id, entity_id: await facts.country('aze'), role: 'host' })
    const change = () => facts.client.query(`update entry_party set role = 'guest' where entry_id = $1`, [id])
    const remove = () => facts.client.query('delete from entry_party where entry_id = $1', [id])
    await facts.evidence(id, await facts.source())
    expect(await facts.answerTo(change)).toBe('accepted')
    await facts.publish(id)
    expect(await facts.answerTo(change)).toBe(frozen)
    expect(await facts.answerTo(remove)).toBe(frozen)
  })

  test('evidence cannot slip in while its entry is being published', async () => {
    const source = await facts.source()
    const draft = await facts.draft('event')
    await facts.evidence(draft, source)
    await facts.client.query('commit')
    const other = new pg.Client({ connectionString: process.env.DATABASE_URL })
    await other.connect()
    try {
      await facts.client.query('begin')
      await facts.publish(draft)
      const slip = other.query(`insert into evidence (entry_id, source_id, quote) values ($1, $2, 'added too late')`, [
        draft,
        source,
      ])
      const answer = slip.then(
        () => 'accepted',
        (error: pg.DatabaseError) => error.code,
      )
      await waiting(other)
      await facts.client.query('commit')
      expect(await answer).toBe(frozen)
    } finally {
      await other.end()
      await facts.client.query('begin')
    }
  })
})

/** Until the other connection waits for a lock of ours. */
async function waiting(other: pg.Client) {
  const { processID } = other as pg.Client & { processID: number }
  for (;;) {
    const { n } = await facts.one<{ n: number }>(
      `select count(*)::int n from pg_stat_activity where pid = $1 and wait_event_type = 'Lock'`,
      [processID],
    )
    if (n) return
  }
}
