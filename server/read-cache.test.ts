import { afterEach, describe, expect, test, vi } from 'vitest'
import { PageCache } from './page-cache'
import { ReadCache } from './read-cache'

const tag = 'relation:aze-kaz'
const rows = (found: readonly unknown[]) => found.length

function counted() {
  let asked = 0
  return { ask: async () => [++asked], asked: () => asked }
}

afterEach(() => {
  vi.useRealTimers()
})

describe('what is read for a relation', () => {
  test('is asked for once by readers at the same time and by those who come later', async () => {
    const reads = new ReadCache(new PageCache(1000))
    const { ask, asked } = counted()
    const both = await Promise.all([reads.find(tag, 'head', ask, rows), reads.find(tag, 'head', ask, rows)])
    expect([...both, await reads.find(tag, 'head', ask, rows)]).toEqual([[1], [1], [1]])
    await reads.find(tag, 'points', ask, rows)
    await reads.find('relation:aze-tur', 'head', ask, rows)
    expect(asked()).toBe(3)
  })

  test.each([[[tag]], [['*', tag]], [['all']]])('is asked for again after a publication of %j', async (tags) => {
    const pages = new PageCache(1000)
    const reads = new ReadCache(pages)
    const { ask } = counted()
    await reads.find(tag, 'head', ask, rows)
    pages.forget(tags)
    expect(await reads.find(tag, 'head', ask, rows)).toEqual([2])
  })

  test('stays when another relation was written', async () => {
    const pages = new PageCache(1000)
    const reads = new ReadCache(pages)
    const { ask } = counted()
    await reads.find(tag, 'head', ask, rows)
    pages.forget(['relation:aze-tur'])
    expect(await reads.find(tag, 'head', ask, rows)).toEqual([1])
  })

  test('an answer that began before a write is not given to a reader who came after it', async () => {
    const pages = new PageCache(1000)
    const reads = new ReadCache(pages)
    let answerOld: (found: string[]) => void = () => {}
    const early = reads.find(tag, 'head', () => new Promise<string[]>((resolve) => (answerOld = resolve)), rows)
    pages.forget([tag])
    const late = reads.find(tag, 'head', async () => ['new'], rows)
    answerOld(['old'])
    expect(await early).toEqual(['old'])
    expect(await late).toEqual(['new'])
    expect(await reads.find(tag, 'head', async () => ['newer'], rows)).toEqual(['new'])
  })

  test('nothing is kept while other servers cannot be heard', async () => {
    const pages = new PageCache(1000)
    const reads = new ReadCache(pages)
    const { ask } = counted()
    pages.suspend()
    await reads.find(tag, 'head', ask, rows)
    expect(await reads.find(tag, 'head', ask, rows)).toEqual([2])
    pages.resume()
    await reads.find(tag, 'head', ask, rows)
    expect(await reads.find(tag, 'head', ask, rows)).toEqual([3])
  })

  test('a failure and a name of nothing are not kept', async () => {
    const reads = new ReadCache(new PageCache(1000))
    const fail = () => reads.find(tag, 'head', () => Promise.reject(new Error('away')), rows)
    await expect(fail()).rejects.toThrow('away')
    expect(
      await reads.find<string[] | null>(
        tag,
        'head',
        async () => null,
        () => 1,
      ),
    ).toBeNull()
    expect(await reads.find(tag, 'head', async () => ['there'], rows)).toEqual(['there'])
  })

  test('nothing is kept for longer than ten minutes', async () => {
    vi.useFakeTimers()
    const reads = new ReadCache(new PageCache(1000))
    const { ask } = counted()
    await reads.find(tag, 'head', ask, rows)
    vi.advanceTimersByTime(10 * 60_000 + 1)
    expect(await reads.find(tag, 'head', ask, rows)).toEqual([2])
  })

  test('no more rows are held than allowed, the ones used last stay', async () => {
    const reads = new ReadCache(new PageCache(1000), 10)
    const of = (name: string, n: number) => reads.find(tag, name, async () => Array(n).fill(name), rows)
    await of('a', 4)
    await of('b', 6)
    const { ask, asked } = counted()
    await reads.find(tag, 'b', ask, rows)
    expect(asked()).toBe(0)
    await reads.find(tag, 'a', ask, rows)
    expect(asked()).toBe(1)
  })
})
