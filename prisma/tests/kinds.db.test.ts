import { describe, expect, test } from 'vitest'
import { openFacts } from './facts'

const facts = openFacts()
const wordKinds = ['commitment', 'agreement', 'event', 'statement'] as const
const allKinds = [...wordKinds, 'stage', 'observation', 'target'] as const

describe('a period', () => {
  test.each([
    ['whole', { starts: '2022-01-01', ends: '2022-08-01' }],
    ['open at its start', { starts: null, ends: '2026-01-01', period_words: 'by 2025' }],
    ['open at its end', { starts: '2022-01-01', ends: null, period_words: 'since January' }],
    ['undated', { starts: null, ends: null, period_words: 'in the near future' }],
    ['dated, with words beside', { period_words: 'in the whole of 2022' }],
  ])('that is %s is accepted', async (_, period) => {
    expect(await facts.answerTo(() => facts.draft('target', period))).toBe('accepted')
  })

  test.each([{ starts: null }, { ends: null }])(
    'open at an end carries the words of the source: %j does not',
    async (open) => {
      expect(await facts.answerTo(() => facts.draft('target', open))).toBe('period_or_words')
    },
  )

  test('of a promise may be left out where nobody said a word about time', async () => {
    expect(await facts.answerTo(() => facts.draft('target', { starts: null, ends: null }))).toBe('accepted')
    expect(await facts.answerTo(() => facts.draft('event', { starts: null, ends: null }))).toBe('period_or_words')
  })

  test.each(['2022-01-01', '2021-01-01'])('ascends: from 2022-01-01 to %s it does not', async (ends) => {
    expect(await facts.answerTo(() => facts.draft('event', { ends }))).toBe('period_ascends')
  })
})

describe('a kind', () => {
  test.each(wordKinds)('%s has a title', async (kind) => {
    expect(await facts.answerTo(() => facts.draft(kind))).toBe('accepted')
    expect(await facts.answerTo(() => facts.draft(kind, { title: null }))).toBe('words_have_title')
  })

  test.each(['stage', 'observation', 'target'] as const)(
    '%s has none: its promise or series names it',
    async (kind) => {
      expect(await facts.answerTo(() => facts.draft(kind))).toBe('accepted')
      expect(await facts.answerTo(() => facts.draft(kind, { title: 'A title' }))).toBe('words_have_title')
    },
  )

  test.each([...wordKinds, 'stage'] as const)('%s has a code of its own list', async (kind) => {
    expect(await facts.answerTo(() => facts.draft(kind, { code: null }))).toBe('coded')
    expect(await facts.answerTo(() => facts.draft(kind, { code: 'unheard_of' }))).toBe('entry_kind_code_fkey')
    const ofAnother = kind === 'event' ? 'treaty' : 'AGREE'
    expect(await facts.answerTo(() => facts.draft(kind, { code: ofAnother }))).toBe('entry_kind_code_fkey')
  })

  test.each(['observation', 'target'] as const)('%s has no code', async (kind) => {
    expect(await facts.answerTo(() => facts.draft(kind, { code: 'AGREE' }))).toBe('coded')
  })

  test.each([
    { value: '20' },
    { value_to: '20' },
    { unit_mult: 0 },
    { decimals: 0 },
    { qualifier: 'more_than' },
    { obs_status: 'A' },
    { rank: 'normal' },
    { basis: 'official' },
    { base_starts: '2021-01-01', base_ends: '2022-01-01' },
    { base_words: 'before' },
  ])('of words holds no part of a figure: not %j', async (part) => {
    for (const kind of [...wordKinds, 'stage'] as const)
      expect(await facts.answerTo(() => facts.draft(kind, part))).toMatch(/^(figure_is_whole|observation_is_ranked)$/)
  })

  test('of words hangs on no series', async () => {
    const series_id = await facts.series()
    expect(await facts.answerTo(() => facts.draft('event', { series_id }))).toBe('figure_is_whole')
  })

  test('with a place is an event', async () => {
    const place_id = await facts.entity({ kind: 'place', slug: 'aktau' })
    for (const kind of allKinds)
      expect(await facts.answerTo(() => facts.draft(kind, { place_id }))).toBe(
        kind === 'event' ? 'accepted' : 'only_events_have_place',
      )
    expect(await facts.answerTo(() => facts.draft('event', { place_id: 999_999 }))).toBe('entry_place_id_fkey')
  })

  test('has a theme, an entity and an author that exist', async () => {
    expect(await facts.answerTo(() => facts.draft('event', { theme: 'weather' }))).toBe('entry_theme_fkey')
    expect(await facts.answerTo(() => facts.draft('event', { about_id: 999_999 }))).toBe('entry_about_id_fkey')
    expect(await facts.answerTo(() => facts.draft('event', { author_id: 'nobody' }))).toBe('entry_author_id_fkey')
  })
})

describe('a stage', () => {
  test.each(['target', 'commitment', 'agreement'] as const)('is a step of a %s', async (kind) => {
    const of_id = await facts.draft(kind)
    expect(await facts.answerTo(() => facts.draft('stage', { of_id }))).toBe('accepted')
  })

  test.each(['observation', 'stage', 'event', 'statement'] as const)('is no step of a %s', async (kind) => {
    const of_id = await facts.draft(kind)
    expect(await facts.answerTo(() => facts.draft('stage', { of_id }))).toBe('EN005')
  })

  test('is a step of the root, which survives corrections', async () => {
    const root = await facts.published('commitment')
    const of_id = await facts.correction(root)
    expect(await facts.answerTo(() => facts.draft('stage', { of_id }))).toBe('EN005')
  })

  test('has a promise, and nothing else has one', async () => {
    const stage = await facts.draft('stage')
    expect(await facts.answerTo(() => facts.update('entry', stage, { of_id: null }))).toMatch(
      /^(EN005|stage_of_a_promise)$/,
    )
    const of_id = await facts.draft('commitment')
    expect(await facts.answerTo(() => facts.draft('event', { of_id }))).toBe('stage_of_a_promise')
  })

  test('keeps its promise from being thrown away', async () => {
    const of_id = await facts.draft('commitment')
    const stage = await facts.draft('stage', { of_id })
    expect(await facts.answerTo(() => facts.remove('entry', of_id))).toBe('entry_of_id_fkey')
    await facts.remove('entry', stage)
    expect(await facts.answerTo(() => facts.remove('entry', of_id))).toBe('accepted')
  })
})

describe('a party', () => {
  const party = async (row: Record<string, unknown>) =>
    facts.insert('entry_party', {
      entry_id: await facts.draft('agreement'),
      entity_id: await facts.country('aze'),
      role: 'signatory',
      ...row,
    })

  test('is an entity in a role of the list', async () => {
    expect(await facts.answerTo(() => party({}))).toBe('accepted')
    expect(await facts.answerTo(() => party({ role: 'bystander' }))).toBe('entry_party_role_check')
    expect(await facts.answerTo(() => party({ entity_id: 999_999 }))).toBe('entry_party_entity_id_fkey')
    expect(await facts.answerTo(() => party({ entry_id: 999_999 }))).toBe('entry_party_entry_id_fkey')
  })

  test('may have two roles and each of them once', async () => {
    const entry_id = await facts.draft('agreement')
    await party({ entry_id })
    expect(await facts.answerTo(() => party({ entry_id, role: 'host' }))).toBe('accepted')
    expect(await facts.answerTo(() => party({ entry_id }))).toBe('entry_party_pkey')
  })
})
