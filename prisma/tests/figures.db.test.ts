import { describe, expect, test } from 'vitest'
import { openFacts } from './facts'

const facts = openFacts()

describe('a figure', () => {
  test.each(['observation', 'target'] as const)('of a whole %s is accepted', async (kind) => {
    expect(await facts.answerTo(() => facts.draft(kind))).toBe('accepted')
  })

  test.each(['series_id', 'value', 'unit_mult', 'decimals', 'qualifier'])(
    'is whole: not without %s',
    async (column) => {
      for (const kind of ['observation', 'target'] as const) {
        const id = await facts.draft(kind)
        expect(await facts.answerTo(() => facts.update('entry', id, { [column]: null }))).toBe('figure_is_whole')
      }
    },
  )

  test.each(['NaN', 'Infinity', '-Infinity'])('is a number: not %s', async (value) => {
    expect(await facts.answerTo(() => facts.draft('observation', { value }))).toBe('value_is_a_number')
    expect(await facts.answerTo(() => facts.draft('observation', { value: '1', value_to: value }))).toMatch(
      /^(value_is_a_number|range_ascends)$/,
    )
  })

  test('of twenty digits keeps every one of them', async () => {
    const id = await facts.draft('observation', { value: '12345678901234567890.123456789012345' })
    const { value } = await facts.one<{ value: string }>('select value::text from entry where id = $1', [id])
    expect(value).toBe('12345678901234567890.123456789012345')
  })

  test('with a range ascends', async () => {
    for (const value_to of ['461900000', '1'])
      expect(await facts.answerTo(() => facts.draft('observation', { value_to }))).toBe('range_ascends')
    expect(await facts.answerTo(() => facts.draft('observation', { value_to: '461900001' }))).toBe('accepted')
  })

  test.each([
    ['rank', { rank: null }],
    ['status', { obs_status: null }],
    ['basis', { basis: null }],
  ])('observed has a %s', async (_, missing) => {
    expect(await facts.answerTo(() => facts.draft('observation', missing))).toBe('observation_is_ranked')
  })

  test.each([
    ['rank', { rank: 'normal' }],
    ['status', { obs_status: 'A' }],
    ['basis', { basis: 'office' }],
  ])('aimed at has no %s', async (_, extra) => {
    expect(await facts.answerTo(() => facts.draft('target', extra))).toBe('observation_is_ranked')
  })

  test('has a status of the code list', async () => {
    expect(await facts.answerTo(() => facts.draft('observation', { obs_status: 'X' }))).toBe('entry_obs_status_fkey')
  })

  test.each([
    ['doubtful', { obs_status: 'U' }],
    ['preferred', { rank: 'preferred' }],
    ['deprecated', { rank: 'deprecated' }],
  ])('that is %s says why', async (_, mark) => {
    expect(await facts.answerTo(() => facts.draft('observation', mark))).toBe('doubt_has_reason')
    expect(await facts.answerTo(() => facts.draft('observation', { ...mark, note: '' }))).toBe('doubt_has_reason')
    expect(await facts.answerTo(() => facts.draft('observation', { ...mark, note: 'Because' }))).toBe('accepted')
  })

  test('is measured against a whole base or none', async () => {
    const refused = 'base_is_whole'
    expect(await facts.answerTo(() => facts.draft('observation', { base_starts: '2021-01-01' }))).toBe(refused)
    expect(await facts.answerTo(() => facts.draft('observation', { base_ends: '2021-01-01' }))).toBe(refused)
    const base = { base_starts: '2021-01-01', base_ends: '2022-01-01' }
    expect(await facts.answerTo(() => facts.draft('observation', base))).toBe('accepted')
    expect(await facts.answerTo(() => facts.draft('observation', { base_words: 'in recent years' }))).toBe('accepted')
    const backwards = { base_starts: '2022-01-01', base_ends: '2022-01-01' }
    expect(await facts.answerTo(() => facts.draft('observation', backwards))).toBe('base_ascends')
  })

  test('stands on the entity of its series and on no other', async () => {
    const about_id = await facts.country('aze')
    expect(await facts.answerTo(() => facts.draft('observation', { about_id }))).toBe('entry_series_id_about_id_fkey')
    const series_id = await facts.series({ about_id })
    expect(await facts.answerTo(() => facts.draft('observation', { series_id }))).toBe('accepted')
  })
})

describe('the same figure', () => {
  test('from another source is more evidence, not another entry', async () => {
    const series_id = await facts.series()
    await facts.published('observation', { series_id })
    expect(await facts.answerTo(() => facts.published('observation', { series_id }))).toBe('same_figure_once')
  })

  test('is the same also where period, range and base are open', async () => {
    const series_id = await facts.series()
    const undated = { series_id, starts: null, ends: null, period_words: 'in recent years' }
    await facts.published('observation', undated)
    expect(await facts.answerTo(() => facts.published('observation', undated))).toBe('same_figure_once')
  })

  test.each([
    ['kind', { kind: 'target' as const }],
    ['period', { ends: '2022-07-01' }],
    ['words of the period', { starts: null, period_words: 'to date' }],
    ['value', { value: '463200000' }],
    ['range', { value_to: '470000000' }],
    ['qualifier', { qualifier: 'about' }],
    ['base', { base_starts: '2021-01-01', base_ends: '2022-01-01' }],
    ['words of the base', { base_words: 'a year before' }],
  ])('with another %s is another figure', async (_, { kind = 'observation', ...other }: Other) => {
    const series_id = await facts.series()
    await facts.published('observation', { series_id })
    expect(await facts.answerTo(() => facts.published(kind, { series_id, ...other }))).toBe('accepted')
  })

  test('may stand again once the first has been retired', async () => {
    const series_id = await facts.series()
    await facts.retire(await facts.published('observation', { series_id }))
    expect(await facts.answerTo(() => facts.published('observation', { series_id }))).toBe('accepted')
  })
})

type Other = { kind?: 'target' | 'observation' } & Record<string, unknown>

describe('the preferred figure of a series and period', () => {
  const preferred = { rank: 'preferred', note: 'Revised by the office' }

  test('is one', async () => {
    const series_id = await facts.series()
    const first = await facts.published('observation', { series_id, ...preferred })
    const second = () => facts.published('observation', { series_id, ...preferred, value: '463200000' })
    expect(await facts.answerTo(second)).toBe('one_preferred')
    await facts.retire(first)
    expect(await facts.answerTo(second)).toBe('accepted')
  })

  test('is one also where the period is open at an end', async () => {
    const open = { series_id: await facts.series(), ...preferred, ends: null, period_words: 'since January' }
    await facts.published('observation', open)
    expect(await facts.answerTo(() => facts.published('observation', { ...open, value: '1' }))).toBe('one_preferred')
    const other = { ...open, value: '1', period_words: 'from the start of the year' }
    expect(await facts.answerTo(() => facts.published('observation', other))).toBe('accepted')
  })

  test('stands beside others of normal rank and beside that of another period', async () => {
    const series_id = await facts.series()
    await facts.published('observation', { series_id, ...preferred })
    const rounded = { series_id, value: '462000000' }
    expect(await facts.answerTo(() => facts.published('observation', rounded))).toBe('accepted')
    const half = { series_id, ...preferred, ends: '2022-07-01' }
    expect(await facts.answerTo(() => facts.published('observation', half))).toBe('accepted')
  })
})

describe('a figure of a period not begun when it was known', () => {
  const known = () => facts.source({ published_on: '2022-08-24' })
  const refused = 'no_figure_from_the_future'
  const next = { starts: '2023-01-01', ends: '2024-01-01' }
  const by2030 = { starts: null, ends: '2031-01-01', period_words: 'by 2030' }

  test.each([
    ['with dates', next],
    ['that is open at its start', by2030],
  ])('%s is a forecast or refused', async (_, period) => {
    const source = await known()
    expect(await facts.answerTo(() => facts.published('observation', period, source))).toBe(refused)
    const forecast = { ...period, obs_status: 'F' }
    expect(await facts.answerTo(() => facts.published('observation', forecast, source))).toBe('accepted')
    expect(await facts.answerTo(() => facts.published('target', period, source))).toBe('accepted')
  })

  test('is told from one that has begun, to its very day', async () => {
    const source = await known()
    const begun = { starts: '2022-08-24', ends: '2023-01-01' }
    expect(await facts.answerTo(() => facts.published('observation', begun, source))).toBe('accepted')
    const toDate = { starts: null, ends: '2022-08-25', period_words: 'to date' }
    expect(await facts.answerTo(() => facts.published('observation', toDate, source))).toBe('accepted')
    const tomorrow = { starts: '2022-08-25', ends: '2023-01-01' }
    expect(await facts.answerTo(() => facts.published('observation', tomorrow, source))).toBe(refused)
  })
})
