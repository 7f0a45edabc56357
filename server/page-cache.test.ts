import { afterEach, describe, expect, test, vi } from 'vitest'
import { type Answer, PageCache } from './page-cache'

const page = (text: string, headers = {}): Answer => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
  body: Buffer.from(text),
})

async function keep(cache: PageCache, key: string, tag: string, text = key) {
  return cache.keep(key, tag, cache.stamp(tag), page(text))
}

afterEach(() => {
  vi.useRealTimers()
})

describe('the page cache', () => {
  test('a publication forgets its relation and the pages of many relations, and nothing else', async () => {
    const cache = new PageCache(1_000_000)
    await keep(cache, '/', '*')
    await keep(cache, '/relations/aze-kaz', 'relation:aze-kaz')
    await keep(cache, '/relations/aze-tur', 'relation:aze-tur')
    cache.forget(['*', 'relation:aze-kaz'])
    expect(cache.find('/')).toBeUndefined()
    expect(cache.find('/relations/aze-kaz')).toBeUndefined()
    expect(cache.find('/relations/aze-tur')).toBeDefined()
  })

  test.each([[['all']], [['*']], [[]]])('%j forgets everything', async (tags) => {
    const cache = new PageCache(1_000_000)
    await keep(cache, '/relations/aze-tur', 'relation:aze-tur')
    cache.forget(tags)
    expect(cache.find('/relations/aze-tur')).toBeUndefined()
  })

  test('a render that began before a write is not kept', async () => {
    const cache = new PageCache(1_000_000)
    for (const [tag, written] of [
      ['relation:aze-kaz', ['relation:aze-kaz']],
      ['*', ['relation:aze-kaz']],
      ['relation:aze-kaz', ['all']],
    ] as const) {
      const before = cache.stamp(tag)
      cache.forget(written)
      await cache.keep('/x', tag, before, page('old'))
      expect(cache.find('/x')).toBeUndefined()
    }
  })

  test('a write to another relation does not disturb a render', async () => {
    const cache = new PageCache(1_000_000)
    const before = cache.stamp('relation:aze-kaz')
    cache.forget(['relation:aze-tur'])
    await cache.keep('/x', 'relation:aze-kaz', before, page('new'))
    expect(cache.find('/x')).toBeDefined()
  })

  test('after a write nobody waits for a render that began before it', () => {
    const cache = new PageCache(1_000_000)
    const before = cache.stamp('*')
    cache.announce('/', before, new Promise(() => {}))
    expect(cache.underWay('/', cache.stamp('*'))).toBeDefined()
    cache.forget(['relation:aze-kaz'])
    expect(cache.underWay('/', cache.stamp('*'))).toBeUndefined()
  })

  test('while it is suspended nothing is served and nothing is kept, and what it had is gone', async () => {
    const cache = new PageCache(1_000_000)
    await keep(cache, '/a', '*')
    const before = cache.stamp('*')
    cache.suspend()
    expect(cache.isOpen).toBe(false)
    await keep(cache, '/b', '*')
    cache.resume()
    await cache.keep('/c', '*', before, page('rendered across the loss'))
    for (const key of ['/a', '/b', '/c']) expect(cache.find(key)).toBeUndefined()
    await keep(cache, '/d', '*')
    expect(cache.find('/d')).toBeDefined()
  })

  test('what belongs to one client is not kept', async () => {
    const cache = new PageCache(1_000_000)
    const kept = await cache.keep('/x', '*', cache.stamp('*'), page('x', { 'set-cookie': 'a=b' }))
    const missing = await cache.keep('/y', '*', cache.stamp('*'), { ...page('y'), status: 404 })
    expect([kept, missing, cache.find('/x'), cache.find('/y')]).toEqual([null, null, undefined, undefined])
  })

  test('no page outlives ten minutes or the day it was made on', async () => {
    vi.useFakeTimers({ now: Date.parse('2024-05-01T12:00:00Z') })
    const cache = new PageCache(1_000_000)
    await keep(cache, '/noon', '*')
    vi.setSystemTime(Date.parse('2024-05-01T12:09:59Z'))
    expect(cache.find('/noon')).toBeDefined()
    vi.setSystemTime(Date.parse('2024-05-01T12:10:00Z'))
    expect(cache.find('/noon')).toBeUndefined()

    vi.setSystemTime(Date.parse('2024-05-01T23:59:00Z'))
    await keep(cache, '/night', '*')
    vi.setSystemTime(Date.parse('2024-05-02T00:00:00Z'))
    expect(cache.find('/night')).toBeUndefined()
  })

  test('its size is bounded in bytes', async () => {
    const cache = new PageCache(100_000)
    const text = () => Buffer.from(Array.from({ length: 4000 }, () => 32 + Math.floor(Math.random() * 90))).toString()
    for (let i = 0; i < 40; i++) await keep(cache, `/${i}`, '*', text())
    expect(cache.find('/39')).toBeDefined()
    expect(cache.find('/0')).toBeUndefined()
    await keep(cache, '/large', '*', 'x'.repeat(50_000))
    expect(cache.find('/large')).toBeUndefined()
  })

  test('a cache of no bytes keeps nothing, also after the database came back', async () => {
    const cache = new PageCache(0)
    cache.resume()
    await keep(cache, '/', '*')
    expect(cache.isOpen).toBe(false)
    expect(cache.find('/')).toBeUndefined()
  })
})
