import { describe, expect, test } from 'vitest'
import { openFacts } from './facts'

const facts = openFacts()

describe('a series', () => {
  test('is one per key, also where it names neither reporter nor origin', async () => {
    const indicator_id = await facts.indicator()
    expect(await facts.answerTo(() => facts.series({ indicator_id }))).toBe('accepted')
    await facts.series({ indicator_id })
    expect(await facts.answerTo(() => facts.series({ indicator_id }))).toBe('one_series_per_key')
    const reporter_id = await facts.country('kaz')
    await facts.series({ indicator_id, reporter_id })
    expect(await facts.answerTo(() => facts.series({ indicator_id, reporter_id }))).toBe('one_series_per_key')
  })

  test('differs by what it is about, reporter, origin, measure, unit and scope', async () => {
    const [indicator_id, aze] = [await facts.indicator(), await facts.country('aze')]
    await facts.series({ indicator_id })
    const others = [{ about_id: aze }, { reporter_id: aze }, { origin_id: aze }, { measure: 'change' }, { unit: 'AZN' }]
    for (const other of [...others, { scope: 'through the seaports' }])
      expect(await facts.answerTo(() => facts.series({ indicator_id, ...other }))).toBe('accepted')
  })

  test.each([
    ['indicator', { indicator_id: 999_999 }, 'series_indicator_id_fkey'],
    ['entity', { about_id: 999_999 }, 'series_about_id_fkey'],
    ['reporter', { reporter_id: 999_999 }, 'series_reporter_id_fkey'],
    ['origin', { origin_id: 999_999 }, 'series_origin_id_fkey'],
    ['unit', { unit: 'XXX' }, 'series_unit_fkey'],
    ['measure', { measure: 'speed' }, '22P02'],
  ])('has no %s that does not exist', async (_, row, refused) => {
    expect(await facts.answerTo(() => facts.series(row))).toBe(refused)
  })

  test('keeps its key once a figure of it is published', async () => {
    const [id, aze] = [await facts.series(), await facts.country('aze')]
    const changes = [{ reporter_id: aze }, { origin_id: aze }, { unit: 'AZN' }, { measure: 'change' }, { scope: 'oil' }]
    for (const change of changes)
      expect(await facts.answerTo(() => facts.update('series', id, change))).toBe('accepted')
    await facts.published('observation', { series_id: id })
    for (const change of [...changes, { about_id: aze }])
      expect(await facts.answerTo(() => facts.update('series', id, change))).toBe('EN010')
    expect(await facts.answerTo(() => facts.update('series', id, { revision: 2 }))).toBe('accepted')
    expect(await facts.answerTo(() => facts.remove('series', id))).toBe('entry_series_id_about_id_fkey')
  })
})

describe('an indicator', () => {
  test('has a code that is free and fit for an address', async () => {
    await facts.indicator({ code: 'trade-turnover' })
    expect(await facts.answerTo(() => facts.indicator({ code: 'trade-turnover' }))).toBe('indicator_code_key')
    for (const code of ['', 'Trade', 'trade turnover', '-trade', 'trade-', 'trade--turnover', 'тауар'])
      expect(await facts.answerTo(() => facts.indicator({ code }))).toBe('indicator_code_check')
  })

  test.each(['A', 'S', 'Q', 'M', 'I'])('may have the frequency %s', async (frequency) => {
    expect(await facts.answerTo(() => facts.indicator({ frequency }))).toBe('accepted')
  })

  test.each([-1, 0, 1])('may be desired to go %i', async (desired) => {
    expect(await facts.answerTo(() => facts.indicator({ desired }))).toBe('accepted')
  })

  test.each([
    ['frequency', { frequency: 'D' }, 'indicator_frequency_check'],
    ['desired direction', { desired: 2 }, 'indicator_desired_check'],
    ['theme', { theme: 'weather' }, 'indicator_theme_fkey'],
    ['unit', { unit: 'XXX' }, 'indicator_unit_fkey'],
  ])('has no %s that is not in its list', async (_, row, refused) => {
    expect(await facts.answerTo(() => facts.indicator(row))).toBe(refused)
  })
})
