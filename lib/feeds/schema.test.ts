import { expect, test } from 'vitest'
import { toFaults } from '@/lib/errors/issues'
import { FeedInput } from './schema'

test.each(['https://user:word@news.example/feed', 'https://token@news.example/feed', 'http://:word@news.example/'])(
  'a name or password in the address of a feed is refused before it is kept anywhere: %s',
  (url) => {
    const read = FeedInput.safeParse({ url })
    expect(read.success ? [] : toFaults(read.error)).toMatchObject([{ field: 'url', code: 'fetchCredentials' }])
  },
)

test('an address with an at sign behind its host is taken', () => {
  expect(FeedInput.safeParse({ url: 'https://news.example/@desk/feed' }).success).toBe(true)
})
