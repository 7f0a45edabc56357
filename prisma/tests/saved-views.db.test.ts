import { describe, expect, test } from 'vitest'
import { openFacts } from './facts'

const facts = openFacts()

let made = 0
const relation = async () =>
  (
    await facts.one<{ id: number }>(
      `with r as (insert into entity (kind, slug, name) values ('relation', 'aze-kaz', 'A–K') returning id),
            m as (insert into entity_member select r.id, c.id from r, entity c where c.slug in ('aze', 'kaz')) select id from r`,
    )
  ).id
const row = async (extra: object = {}) => ({
  token: `token-${String(++made).padStart(10, '0')}`,
  owner_id: 'system',
  relation_id: await relation(),
  name: 'A view',
  ...extra,
})
const answer = async (extra: object) => {
  const view = await row(extra)
  return facts.answerTo(() => facts.insert('saved_view', view))
}

describe('a kept view is refused', () => {
  test.each([
    ['with a token that can be guessed', { token: 'short' }, 'view_has_token'],
    ['without a name', { name: '' }, 'view_has_name'],
    ['with blanks around its name', { name: ' A view' }, 'view_has_name'],
    ['of a page of another site', { page: '//elsewhere.example' }, 'view_has_page'],
    ['of a page that climbs', { page: '../desk' }, 'view_has_page'],
    ['with settings that are no texts', { settings: '{"from": 2016}' }, 'view_settings_are_texts'],
    ['with settings in each other', { settings: '{"from": {"a": "b"}}' }, 'view_settings_are_texts'],
    ['with a list for settings', { settings: '["2016"]' }, 'view_settings_are_texts'],
    [
      'with more settings than an address has',
      { settings: JSON.stringify({ a: 'b'.repeat(1000) }) },
      'view_settings_are_texts',
    ], // prettier-ignore
    ['of nobody', { owner_id: 'nobody' }, 'saved_view_owner_id_fkey'],
    ['with an audience that does not exist', { audience: 'press' }, '22P02'],
  ])('%s', async (_, extra, refused) => {
    expect(await answer(extra)).toBe(refused)
  })

  test('of anything but a relation', async () => {
    expect(await answer({ relation_id: await facts.country('kaz') })).toBe('EN015')
  })

  test('under a name or a token that is taken; another may give the same name', async () => {
    const view = await row()
    await facts.insert('saved_view', view)
    const again = (extra: object) => facts.answerTo(() => facts.insert('saved_view', { ...view, ...extra }))
    expect(await again({ token: 'token-of-another' })).toBe('view_named_once')
    expect(await again({ name: 'Another' })).toBe('saved_view_token_key')
  })
})

test('a kept view keeps token, owner, relation and page, and changes the rest', async () => {
  const view = await row()
  const id = await facts.insert('saved_view', view)
  const changed = (change: object) => facts.answerTo(() => facts.update('saved_view', id, change as never))
  for (const change of [{ token: 'token-of-another' }, { page: 'promises' }, { relation_id: 1 }, { owner_id: 'x' }])
    expect(await changed(change)).toBe('EN016')
  expect(await changed({ name: 'Other', audience: 'shared', settings: '{"theme": "trade"}', revision: 2 })).toBe(
    'accepted',
  )
})

describe('pins of a view', () => {
  const pinned = async (...pins: [number, string, string][]) => {
    const view_id = await facts.insert('saved_view', await row())
    return facts.answerTo(async () => {
      for (const [place, kind, key] of pins) await facts.insert('saved_view_pin', { view_id, place, kind, key })
    })
  }
  test.each([
    [
      'stand once each',
      [
        [1, 'card', 'gdp'],
        [2, 'card', 'gdp'],
      ],
      'pinned_once',
    ],
    [
      'stand one at a place',
      [
        [1, 'card', 'gdp'],
        [1, 'chart', 'gdp level'],
      ],
      'saved_view_pin_pkey',
    ],
    ['are numbered from one', [[0, 'card', 'gdp']], 'pin_has_place'],
    ['are forty at most', [[41, 'card', 'gdp']], 'pin_has_place'],
    ['are something', [[1, 'card', '']], 'pin_has_key'],
    ['are cards and charts', [[1, 'page', 'gdp']], '22P02'],
    [
      'may be a card and a chart of one indicator',
      [
        [1, 'card', 'gdp'],
        [2, 'chart', 'gdp'],
      ],
      'accepted',
    ],
  ] as [string, [number, string, string][], string][])('%s', async (_, pins, refused) => {
    expect(await pinned(...pins)).toBe(refused)
  })

  test('go with their view', async () => {
    const view_id = await facts.insert('saved_view', await row())
    await facts.insert('saved_view_pin', { view_id, place: 1, kind: 'card', key: 'gdp' })
    await facts.remove('saved_view', view_id)
    const left = await facts.one<{ n: number }>('select count(*)::int as n from saved_view_pin where view_id = $1', [
      view_id,
    ])
    expect(left.n).toBe(0)
  })
})
