import { describe, expect, test } from 'vitest'
import { openFacts } from './facts'

const facts = openFacts()
const notAPlace = 'EN018'

const corridor = () => facts.entity({ kind: 'corridor' })
const port = (row: object = {}) => facts.entity({ kind: 'place', lat: 43.65, lon: 51.15, ...row })
// The two tables have no id of their own.
const put = (table: string, row: Record<string, unknown>) =>
  facts.client.query(
    `insert into ${table} (${Object.keys(row).join(', ')}) values (${Object.keys(row)
      .map((_, i) => `$${i + 1}`)
      .join(', ')})`,
    Object.values(row),
  )
const node = (corridor_id: number, entity_id: number, place: number) =>
  put('corridor_node', { corridor_id, entity_id, place })
const leg = (corridor_id: number, from_id: number, to_id: number, row: object = {}) =>
  put('corridor_leg', { corridor_id, from_id, to_id, mode: 'sea', ...row })

async function crossing() {
  const [route, aktau, alat] = [await corridor(), await port(), await port()]
  await node(route, aktau, 1)
  await node(route, alat, 2)
  return { route, aktau, alat }
}

describe('a node', () => {
  test('is a place that has coordinates, on a corridor', async () => {
    const route = await corridor()
    const place = await port()
    expect(await facts.answerTo(() => node(route, place, 1))).toBe('accepted')
    const [company, nowhere, group] = [
      await facts.entity({ kind: 'company', lat: 43.65, lon: 51.15 }),
      await facts.entity({ kind: 'place' }),
      await facts.entity({ kind: 'group' }),
    ]
    expect(await facts.answerTo(() => node(route, company, 1))).toBe(notAPlace)
    expect(await facts.answerTo(() => node(route, nowhere, 1))).toBe(notAPlace)
    expect(await facts.answerTo(() => node(group, place, 1))).toBe(notAPlace)
    expect(await facts.answerTo(() => node(route, 999_999, 1))).toBe('corridor_node_entity_id_fkey')
    expect(await facts.answerTo(() => node(999_999, place, 1))).toBe('corridor_node_corridor_id_fkey')
  })

  test('stands once on a corridor, alone at its place', async () => {
    const { route, aktau } = await crossing()
    expect(await facts.answerTo(() => node(route, aktau, 3))).toBe('corridor_node_pkey')
    const kuryk = await port()
    expect(await facts.answerTo(() => node(route, kuryk, 2))).toBe('one_node_at_a_place')
    for (const place of [0, -1, 201])
      expect(await facts.answerTo(() => node(route, kuryk, place))).toBe('place_on_the_corridor')
  })

  test('keeps its kind and coordinates while it stands there, and cannot be deleted', async () => {
    const { route, aktau } = await crossing()
    expect(await facts.answerTo(() => facts.update('entity', aktau, { lat: null, lon: null }))).toBe(notAPlace)
    expect(await facts.answerTo(() => facts.update('entity', aktau, { kind: 'company' }))).toBe(notAPlace)
    expect(await facts.answerTo(() => facts.update('entity', route, { kind: 'group' }))).toBe(notAPlace)
    expect(await facts.answerTo(() => facts.update('entity', aktau, { lat: 43.6, lon: 51.2 }))).toBe('accepted')
    expect(await facts.answerTo(() => facts.remove('entity', aktau))).toBe('corridor_node_entity_id_fkey')
  })
})

describe('a leg', () => {
  test('joins two different nodes of its own corridor', async () => {
    const { route, aktau, alat } = await crossing()
    expect(await facts.answerTo(() => leg(route, aktau, alat))).toBe('accepted')
    expect(await facts.answerTo(() => leg(route, aktau, aktau))).toBe('leg_leads_somewhere')
    const poti = await port()
    expect(await facts.answerTo(() => leg(route, aktau, poti))).toBe('leg_ends_at_a_node')
    expect(await facts.answerTo(() => leg(route, poti, alat))).toBe('leg_begins_at_a_node')
    const other = await crossing()
    expect(await facts.answerTo(() => leg(route, other.aktau, other.alat))).toBe('leg_begins_at_a_node')
  })

  test('is there once for each mode, whichever way it is named', async () => {
    const { route, aktau, alat } = await crossing()
    await leg(route, aktau, alat)
    expect(await facts.answerTo(() => leg(route, alat, aktau))).toBe('leg_once')
    expect(await facts.answerTo(() => leg(route, aktau, alat, { mode: 'pipeline' }))).toBe('accepted')
    expect(await facts.answerTo(() => leg(route, aktau, alat, { mode: 'air' }))).toBe('22P02')
  })

  test('goes with its node and its corridor; whose figures it shows stays', async () => {
    const { route, aktau, alat } = await crossing()
    const ferry = await facts.entity({ kind: 'company' })
    await leg(route, aktau, alat, { about_id: ferry })
    expect(await facts.answerTo(() => facts.remove('entity', ferry))).toBe('corridor_leg_about_id_fkey')
    await facts.client.query('delete from corridor_node where entity_id = $1', [alat])
    const { rows } = await facts.client.query('select from corridor_leg where corridor_id = $1', [route])
    expect(rows).toHaveLength(0)
    expect(await facts.answerTo(() => facts.remove('entity', route))).toBe('accepted')
  })
})

test('the page of a corridor shows its own figures, its countries’, those of its nodes and legs, and no others', async () => {
  const { route, aktau, alat } = await crossing()
  const [ferry, kaz] = [await facts.entity({ kind: 'company' }), await facts.country('kaz')]
  await leg(route, aktau, alat, { about_id: ferry })
  await put('entity_member', { entity_id: route, member_id: kaz })
  await port()
  const { rows } = await facts.client.query<{ about_id: number }>(
    'select about_id from corridor_scope where corridor_id = $1',
    [route],
  )
  const byNumber = (a: number, b: number) => a - b
  expect(rows.map((r) => r.about_id).sort(byNumber)).toEqual([route, aktau, alat, ferry, kaz].sort(byNumber))
})

test('an indicator says of corridors what there is a word for', async () => {
  expect(await facts.answerTo(() => facts.indicator({ corridor_role: 'capacity' }))).toBe('accepted')
  expect(await facts.answerTo(() => facts.indicator({ corridor_role: 'length' }))).toBe('22P02')
})
