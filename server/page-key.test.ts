import { describe, expect, test } from 'vitest'
import { accepts, everyWrite, isAnonymousRead, matchesTag, pageKey } from './page-key'

describe('the key of a page', () => {
  test('the order of parameters does not matter, their order within one name does', () => {
    expect(pageKey('/relations/aze-kaz?to=2020&from=2016')).toEqual(pageKey('/relations/aze-kaz?from=2016&to=2020'))
    expect(pageKey('/?reporter=a&reporter=b')).not.toEqual(pageKey('/?reporter=b&reporter=a'))
  })

  test('an unknown parameter makes no key', () => {
    expect(pageKey('/relations/aze-kaz?utm_source=x')).toBeNull()
    expect(pageKey('/relations/aze-kaz?from=2016&_rsc=1a2b')).toBeNull()
  })

  test.each([
    ['/', '*'],
    ['/relations', '*'],
    ['/sources', '*'],
    ['/sources?publisher=trend&year=2022', '*'],
    ['/sources/12', '*'],
    ['/sources/12?known=2024-01-01', '*'],
    ['/relations/aze-kaz', 'relation:aze-kaz'],
    ['/relations/AZE-KAZ', 'relation:aze-kaz'],
    ['/relations/aze-kaz/indicators/trade-turnover?from=2016', 'relation:aze-kaz'],
    ['/relations/aze-kaz/charts/trade-turnover.svg?width=1000', 'relation:aze-kaz'],
  ])('%s is cleared by %s', (url, tag) => {
    expect(pageKey(url)?.tag).toBe(tag)
  })

  test.each([
    '/sign-in',
    '/sources?q=trade',
    '/sources?after=2022-08-24_12',
    '/sources/12?publisher=trend',
    '/sources/none',
    '/relations/aze-kaz?publisher=trend',
    '/desk/entries',
    '/api/health',
    '/relations/%61ze-kaz',
    '/relations/aze-kaz/',
    '/relations//aze-kaz',
    '/relations/../desk',
    '//relations/aze-kaz',
  ])('%s is never kept', (url) => {
    expect(pageKey(url)).toBeNull()
  })
})

describe('an anonymous read', () => {
  test('is a GET or HEAD without a cookie of ours', () => {
    expect(isAnonymousRead('GET', {})).toBe(true)
    expect(isAnonymousRead('HEAD', { cookie: '_ga=1; theme=entente' })).toBe(true)
    expect(isAnonymousRead('POST', {})).toBe(false)
  })

  test.each([
    'entente.session_token=x',
    '__Secure-entente.session_token=x',
    'a=b; entente.note=x',
    'my_session_token=x',
  ])('is not one with the cookie %s', (cookie) => {
    expect(isAnonymousRead('GET', { cookie })).toBe(false)
  })

  test.each(['rsc', 'next-router-state-tree', 'next-router-prefetch', 'next-url', 'authorization', 'next-action'])(
    'is not one with the header %s',
    (name) => {
      expect(isAnonymousRead('GET', { [name]: '1' })).toBe(false)
    },
  )
})

describe('negotiation', () => {
  test('an encoding is taken when it is named and not refused', () => {
    expect(accepts('gzip', 'gzip, deflate, br')).toBe(true)
    expect(accepts('br', 'gzip;q=1.0, br;q=0.5')).toBe(true)
    expect(accepts('gzip', 'gzip;q=0, br')).toBe(false)
    expect(accepts('br', 'gzip')).toBe(false)
    expect(accepts('gzip', undefined)).toBe(false)
  })

  test('a tag matches in a list, weak or strong, and a star matches all', () => {
    expect(matchesTag('"x", W/"abc"', 'W/"abc"')).toBe(true)
    expect(matchesTag('"abc"', 'W/"abc"')).toBe(true)
    expect(matchesTag('*', '"abc"')).toBe(true)
    expect(matchesTag('"abcd"', '"abc"')).toBe(false)
    expect(matchesTag(undefined, '"abc"')).toBe(false)
  })
})

test('a comparison shows several relations: its lines are part of the key, in their order, and every write clears it', () => {
  const one = pageKey('/compare?line=aze-kaz:trade-turnover:kaz&line=aze-geo:trade-turnover:geo&base=2018')
  const other = pageKey('/compare?line=aze-geo:trade-turnover:geo&line=aze-kaz:trade-turnover:kaz&base=2018')
  expect(one?.tag).toBe(everyWrite)
  expect(one?.key).not.toBe(other?.key)
  for (const path of ['/compare', '/compare.csv?base=2018', '/compare/charts/indexed.svg?line=a:b:c&width=800'])
    expect(pageKey(path)?.tag).toBe(everyWrite)
  expect(pageKey('/compare?colour=red')).toBeNull()
  expect(pageKey('/relations/aze-kaz/conflicts?kind=mirror&state=open')?.tag).toBe('relation:aze-kaz')
})
