import { describe, expect, test } from 'vitest'
import { openFacts } from './facts'

const facts = openFacts()
const notAPair = 'EN008'

async function relation(slug: string, members: readonly string[]) {
  const id = await facts.entity({ kind: 'relation', slug })
  for (const code of members) await join(id, await facts.country(code))
  return id
}
const join = (whole: number, member: number) =>
  facts.client.query('insert into entity_member (entity_id, member_id) values ($1, $2)', [whole, member])
const leave = (whole: number, member: number) =>
  facts.client.query('delete from entity_member where entity_id = $1 and member_id = $2', [whole, member])

describe('an entity', () => {
  test('has a slug that is free and fit for an address', async () => {
    expect(await facts.answerTo(() => facts.entity({ slug: 'middle-corridor-2' }))).toBe('accepted')
    await facts.entity({ slug: 'trend' })
    expect(await facts.answerTo(() => facts.entity({ slug: 'trend' }))).toBe('entity_slug_key')
    for (const slug of ['', 'Trend', 'a b', '-a', 'a-', 'a--b', 'қаз'])
      expect(await facts.answerTo(() => facts.entity({ slug }))).toBe('slug_is_plain')
  })

  test('that is a country has an alpha-3 code for a slug', async () => {
    for (const slug of ['kz', 'kazakhstan', 'kz1'])
      expect(await facts.answerTo(() => facts.entity({ kind: 'country', slug }))).toBe('country_is_alpha_3')
    expect(await facts.answerTo(() => facts.entity({ kind: 'country', slug: 'xkx' }))).toBe('accepted')
  })

  test('has both coordinates or none', async () => {
    expect(await facts.answerTo(() => facts.entity({ lat: 43.65 }))).toBe('both_coordinates')
    expect(await facts.answerTo(() => facts.entity({ lon: 51.16 }))).toBe('both_coordinates')
    expect(await facts.answerTo(() => facts.entity({ lat: 43.65, lon: 51.16 }))).toBe('accepted')
  })

  test('has each alias once', async () => {
    const id = await facts.entity()
    const alias = () => facts.insert('entity_alias', { entity_id: id, name: 'Turkic Council' })
    expect(await facts.answerTo(alias)).toBe('accepted')
    await alias()
    expect(await facts.answerTo(alias)).toBe('entity_alias_pkey')
  })

  test('is no member of itself, and each member once', async () => {
    const group = await facts.entity({ kind: 'group' })
    expect(await facts.answerTo(() => join(group, group))).toBe('not_member_of_itself')
    const kaz = await facts.country('kaz')
    await join(group, kaz)
    expect(await facts.answerTo(() => join(group, kaz))).toBe('entity_member_pkey')
    expect(await facts.answerTo(() => join(group, 999_999))).toBe('entity_member_member_id_fkey')
  })

  test('stays while it is a member of another or figures are about it', async () => {
    const company = await facts.entity({ kind: 'company' })
    const series = await facts.series({ about_id: company })
    expect(await facts.answerTo(() => facts.remove('entity', company))).toBe('series_about_id_fkey')
    await facts.remove('series', series)
    expect(await facts.answerTo(() => facts.remove('entity', company))).toBe('accepted')
    await join(await facts.entity({ kind: 'group' }), company)
    expect(await facts.answerTo(() => facts.remove('entity', company))).toBe('entity_member_member_id_fkey')
  })
})

describe('a relation', () => {
  test('has exactly the two countries of its name', async () => {
    expect(await facts.answerTo(() => relation('aze-tur', ['aze', 'tur']))).toBe('accepted')
    for (const members of [[], ['aze'], ['aze', 'geo'], ['aze', 'tur', 'geo']])
      expect(await facts.answerTo(() => relation('aze-tur', members))).toBe(notAPair)
  })

  test.each(['tur-aze', 'aze-aze', 'aze', 'az-tur', 'aze-tur-geo', 'aze-tür'])(
    'is named by two alpha-3 codes in order: %s is not',
    async (slug) => {
      expect(await facts.answerTo(() => relation(slug, ['aze', 'tur']))).toMatch(
        /^(relation_is_ordered|slug_is_plain)$/,
      )
    },
  )

  test('keeps its two countries', async () => {
    const id = await relation('aze-tur', ['aze', 'tur'])
    const [tur, geo] = [await facts.country('tur'), await facts.country('geo')]
    expect(await facts.answerTo(() => leave(id, tur))).toBe(notAPair)
    expect(await facts.answerTo(() => join(id, geo))).toBe(notAPair)
    const change = () => facts.client.query('update entity_member set member_id = $1 where member_id = $2', [geo, tur])
    expect(await facts.answerTo(change)).toBe(notAPair)
    expect(await facts.answerTo(() => facts.update('entity', id, { slug: 'aze-geo' }))).toBe(notAPair)
    expect(await facts.answerTo(() => facts.update('entity', id, { name: 'Another name' }))).toBe('accepted')
  })

  test('is not broken by a country that takes another name or kind', async () => {
    await relation('aze-tur', ['aze', 'tur'])
    const tur = await facts.country('tur')
    expect(await facts.answerTo(() => facts.update('entity', tur, { slug: 'trk' }))).toBe(notAPair)
    expect(await facts.answerTo(() => facts.update('entity', tur, { kind: 'group' }))).toBe(notAPair)
    expect(await facts.answerTo(() => facts.update('entity', tur, { name: 'Türkiye' }))).toBe('accepted')
  })

  test('has countries for members, not other bodies with such a slug', async () => {
    const body = await facts.entity({ kind: 'group', slug: 'ots' })
    const pair = async () => {
      const id = await relation('aze-ots', ['aze'])
      await join(id, body)
    }
    expect(await facts.answerTo(pair)).toBe(notAPair)
  })

  test('does not come from an entity of another kind', async () => {
    const group = await facts.entity({ kind: 'group', slug: 'aze-tur' })
    expect(await facts.answerTo(() => facts.update('entity', group, { kind: 'relation' }))).toBe(notAPair)
  })

  test('shows itself, its two countries and whatever holds both of them', async () => {
    const [aze, tur, geo] = [await facts.country('aze'), await facts.country('tur'), await facts.country('geo')]
    const pair = await relation('aze-tur', ['aze', 'tur'])
    const corridor = await facts.entity({ kind: 'corridor', slug: 'bridge' })
    for (const country of [aze, tur, geo]) await join(corridor, country)
    const half = await facts.entity({ kind: 'group', slug: 'half' })
    for (const country of [aze, geo]) await join(half, country)
    const { rows } = await facts.client.query<{ about_id: number }>(
      'select about_id from relation_scope where relation_id = $1',
      [pair],
    )
    expect(rows.map((row) => row.about_id).sort((a, b) => a - b)).toEqual(
      [aze, tur, pair, corridor].sort((a, b) => a - b),
    )
  })
})
