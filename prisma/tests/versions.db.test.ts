import { describe, expect, test } from 'vitest'
import { openFacts } from './facts'

const facts = openFacts()

describe('versions of one entry', () => {
  test('a correction is a new version, current once the old one is retired', async () => {
    const root = await facts.published('observation')
    const next = await facts.correction(root, { value: '463200000' })
    await facts.evidence(next, await facts.source())
    await facts.retire(root)
    expect(await facts.answerTo(() => facts.publish(next))).toBe('accepted')
  })

  test('two of them are never current at once', async () => {
    const root = await facts.published('event')
    const next = await facts.correction(root)
    await facts.evidence(next, await facts.source())
    expect(await facts.answerTo(() => facts.publish(next))).toBe('one_current')
  })

  test.each(['draft', 'in_review'])('two of them are never open at once: one is %s', async (state) => {
    const root = await facts.published('event')
    const open = await facts.correction(root)
    await facts.update('entry', open, { state })
    expect(await facts.answerTo(() => facts.correction(root, { version: 3 }))).toBe('one_draft')
    await facts.update('entry', open, { state: 'rejected' })
    expect(await facts.answerTo(() => facts.correction(root, { version: 3 }))).toBe('accepted')
  })

  test('a number is taken once', async () => {
    const root = await facts.published('event')
    await facts.correction(root, { state: 'rejected' })
    expect(await facts.answerTo(() => facts.correction(root))).toBe('entry_root_id_version_key')
    const none = { version: 0, root_id: root, change_reason: 'A slip' }
    expect(await facts.answerTo(() => facts.draft('event', none))).toBe('entry_version_check')
  })

  test('the first one is the root, and no other is', async () => {
    const root = await facts.draft('event')
    const row = await facts.one<{ id: number; root_id: number }>('select id, root_id from entry where id = $1', [root])
    expect(row).toEqual({ id: root, root_id: root })
    expect(await facts.answerTo(() => facts.draft('event', { root_id: root }))).toBe('version_1_is_the_root')
    const alone = { version: 2, change_reason: 'A digit was wrong' }
    expect(await facts.answerTo(() => facts.draft('event', alone))).toBe('EN004')
    expect(await facts.answerTo(() => facts.draft('event', { ...alone, root_id: 999_999 }))).toBe('EN004')
  })

  test.each([null, ''])('a correction says why: not %j', async (change_reason) => {
    const root = await facts.published('event')
    expect(await facts.answerTo(() => facts.correction(root, { change_reason }))).toBe('correction_has_reason')
  })

  test('a correction is of the same kind as what it corrects', async () => {
    const root = await facts.published('event')
    const other = { kind: 'statement', code: 'support' }
    expect(await facts.answerTo(() => facts.correction(root, other))).toBe('EN004')
  })

  test('a correction hangs on a root, not on another correction', async () => {
    const root = await facts.published('event')
    const next = await facts.correction(root, { state: 'rejected' })
    expect(await facts.answerTo(() => facts.correction(root, { root_id: next, version: 3 }))).toBe('EN004')
  })

  test('an entry keeps its root, version and kind while it is a draft', async () => {
    const [draft, other] = [await facts.draft('event'), await facts.published('event')]
    const correction = await facts.correction(other)
    for (const [id, change] of [
      [draft, { kind: 'statement', code: 'support' }],
      [correction, { root_id: draft }],
      [correction, { version: 3 }],
    ] as const)
      expect(await facts.answerTo(() => facts.update('entry', id, change))).toBe('EN009')
    expect(await facts.answerTo(() => facts.update('entry', draft, { title: 'Other words' }))).toBe('accepted')
  })

  test('a request that came twice makes one entry', async () => {
    await facts.draft('event', { request_key: 'form/1234' })
    expect(await facts.answerTo(() => facts.draft('event', { request_key: 'form/1234' }))).toBe('entry_request_key_key')
    expect(await facts.answerTo(() => facts.draft('event', { request_key: 'form/1235' }))).toBe('accepted')
  })
})

describe('the day an entry was known', () => {
  const knownOn = async (id: number) =>
    (await facts.one<{ day: string }>('select known_on::text as day from entry where id = $1', [id])).day

  test('is the earliest day of publication of its evidence', async () => {
    const id = await facts.draft('event')
    await facts.evidence(id, await facts.source({ published_on: '2023-04-12' }))
    await facts.evidence(id, await facts.source({ published_on: '2023-04-10' }))
    await facts.publish(id)
    expect(await knownOn(id)).toBe('2023-04-10')
  })

  test('is the day of reading where the source is undated', async () => {
    const id = await facts.published('event', {}, await facts.source({ published_on: null, accessed_on: '2024-05-06' }))
    expect(await knownOn(id)).toBe('2024-05-06')
  })

  test('is never what the writer says', async () => {
    const id = await facts.draft('event')
    await facts.evidence(id, await facts.source({ published_on: '2023-04-10' }))
    await facts.publish(id, { known_on: '2001-01-01' })
    expect(await knownOn(id)).toBe('2023-04-10')
  })
})
