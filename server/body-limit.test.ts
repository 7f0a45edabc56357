import type { IncomingMessage } from 'node:http'
import { makeSignature } from 'better-auth/crypto'
import { expect, test } from 'vitest'
import { longestBody, longestOf, longestUpload } from './body-limit'

const secret = 'signs sessions of nobody but this test'
/** The cookie of somebody who signed in, as better-auth writes it. */
const signed = async (token: string, by = secret) =>
  `entente.session_token=${encodeURIComponent(`${token}.${await makeSignature(token, by)}`)}`
const longest = (cookie: string | undefined, url = '/desk/intake', method = 'POST') =>
  longestOf({ method, url, headers: { cookie } } as IncomingMessage, secret)

test('a document comes to the queue of the desk from whoever brings a session that was signed here', async () => {
  // Signatures hold signs that a cookie does not, each others.
  for (let i = 0; i < 50; i++) {
    const cookie = await signed(`Token${i}`)
    for (const one of [cookie, `__Secure-${cookie}`, `theme=dark; ${cookie}; lang=en`])
      expect(longest(one)).toBe(longestUpload)
  }
})

test('nobody else may send as much, whatever they call their cookie', async () => {
  const cookie = await signed('abc')
  const forged = [
    undefined,
    'entente=1',
    'entente.session_token=abc',
    'entente.session_token=abc.',
    'entente.session_token=.abc',
    cookie.replace('abc', 'abd'),
    cookie.slice(0, -20),
    await signed('abc', 'another secret'),
  ]
  expect(forged.map((one) => longest(one))).toEqual(forged.map(() => longestBody))
})

test('nowhere else is as much taken', async () => {
  const cookie = await signed('abc')
  expect(longest(cookie, '/desk/intake?state=done')).toBe(longestUpload)
  for (const url of ['/desk/sources/new', '/desk/intake/12', '/']) expect(longest(cookie, url)).toBe(longestBody)
  expect(longest(cookie, '/desk/intake', 'GET')).toBe(longestBody)
})
