import { describe, expect, test } from 'vitest'
import { openFacts } from './facts'

const facts = openFacts()

const stands = async (word: string) =>
  (await facts.one<{ times: number }>('select count(*)::int as times from search_word where word = $1', [word])).times
const folded = async (words: string) =>
  (await facts.one<{ folded: string }>('select folded($1) as folded', [words])).folded

describe('a word is learnt', () => {
  test('from names, other names, titles, bylines, notes, definitions and quotes, once each', async () => {
    const body = await facts.entity({ name: 'Zzname' })
    await facts.client.query('insert into entity_alias values ($1, $2)', [body, 'Zzalias'])
    await facts.indicator({ name: 'Zzindicator', definition: 'Zzdefinition' })
    const source = await facts.source({ title: 'Zztitle zzname', byline: 'Zzbyline' })
    const entry = await facts.draft('event', { title: 'Zzevent', other_titles: '{Zzother}', note: 'Zznote' })
    await facts.evidence(entry, source, { quote: 'zzquote' })
    for (const word of [
      'name',
      'alias',
      'indicator',
      'definition',
      'title',
      'byline',
      'event',
      'other',
      'note',
      'quote',
    ])
      expect(await stands(`zz${word}`), word).toBe(1)
  })

  test('from the name that something is given later', async () => {
    const body = await facts.entity({ name: 'Zzbefore' })
    await facts.update('entity', body, { name: 'Zzafter' })
    expect(await stands('zzafter')).toBe(1)
  })

  test('not where it is a number, a single letter, or longer than any word', async () => {
    await facts.entity({ name: `Zzplain 529.4 x 12abc ${'y'.repeat(41)}` })
    expect([await stands('zzplain'), await stands('529.4'), await stands('x'), await stands('12abc')]).toEqual([
      1, 0, 0, 0,
    ])
    expect(await stands('y'.repeat(41))).toBe(0)
  })
})

test.each([
  ['Əliyev', 'eliyev'],
  ['İLHAM', 'ilham'],
  ['Qardaşlığı', 'qardasligi'],
  ['Тоқаев', 'tokaev'],
  ['Щучинск', 'shchuchinsk'],
  ['Žižek', 'zizek'],
])('“%s” is folded to “%s”', async (word, plain) => {
  expect(await folded(word)).toBe(plain)
})

test('quotes that hold a word come newest first and bounded, and nothing asked finds nothing', async () => {
  const source = await facts.source({ language: 'en' })
  for (let i = 0; i < 3; i++) await facts.evidence(await facts.draft('event'), source, { quote: `zzcargo ${i}` })
  const found = async (query: string, most: number) =>
    (await facts.client.query('select entry_id from quotes_holding(to_tsquery($1), $2)', [query, most])).rows.map(
      (r) => r.entry_id,
    )
  const all = await found('zzcargo', 9)
  expect(all).toEqual([...all].sort((a, b) => b - a))
  expect(all).toHaveLength(3)
  expect(await found('zzcargo', 2)).toEqual(all.slice(0, 2))
  expect(await found('the', 9)).toEqual([])
})
