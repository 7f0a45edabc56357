import { describe, expect, test } from 'vitest'
import { openFacts } from './facts'

const facts = openFacts()
const feed = (row: object = {}) =>
  facts.insert('feed', { url: 'https://news.example/feed', title: 'News', added_by_id: 'system', ...row })

describe('a feed', () => {
  test.each([
    ['the same address twice', {}, 'feed_url_key'],
    ['no title', { url: 'https://b.example', title: '' }, 'feed_has_title'],
    ['an address that is not of the web', { url: 'file:///etc/passwd' }, 'feed_is_on_the_web'],
    ['a pause of a minute', { url: 'https://b.example', every_minutes: 1 }, 'polled_decently'],
    ['a failure without a reason', { url: 'https://b.example', failures: 1 }, 'failing_says_why'],
    ['a reason without a failure', { url: 'https://b.example', fault: '{}' }, 'failing_says_why'],
    ['nobody who added it', { url: 'https://b.example', added_by_id: 'nobody' }, 'feed_added_by_id_fkey'],
  ])('with %s is refused', async (_, row, constraint) => {
    await feed()
    expect(await facts.answerTo(() => feed(row))).toBe(constraint)
  })

  test('tells an item once; another feed may tell it too; what it told goes with it', async () => {
    const [one, other] = [await feed(), await feed({ url: 'https://b.example' })]
    const tell = (id: number, guid = '1') =>
      facts.client.query('insert into feed_item (feed_id, guid) values ($1, $2)', [id, guid])
    await tell(one)
    expect(await facts.answerTo(() => tell(one))).toBe('feed_item_pkey')
    expect(await facts.answerTo(() => tell(other))).toBe('accepted')
    expect(await facts.answerTo(() => tell(999_999))).toBe('feed_item_feed_id_fkey')
    await facts.remove('feed', one)
    expect((await facts.one<{ left: number }>('select count(*)::int as left from feed_item')).left).toBe(0)
  })
})
