import type { IncomingHttpHeaders } from 'node:http'
import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { isWhole } from './page-key'
import { inContext } from './request-context'

const texts = () =>
  (globalThis as unknown as Record<symbol, () => Map<string, string> | null>)[Symbol.for('entente.texts')]!()

/** What a page finds at its beginning and after it has waited. */
const page = (headers: IncomingHttpHeaders) =>
  new Promise<unknown>((resolve) => {
    inContext({ hear: () => {}, isDocument: isWhole(headers) }, async () => {
      const own = texts()
      own?.set('0', 'x')
      await turn()
      resolve(own === texts() && own?.size)
    })
  })

test('each whole document has texts of its own, also when several are made at once', async () => {
  expect(await Promise.all([page({}), page({ cookie: 'a=b' })])).toEqual([1, 1])
})

test.each([{ rsc: '1' }, { 'next-action': 'x' }, { 'next-router-prefetch': '1' }])(
  'a part of a page (%j) has none',
  async (headers) => {
    expect(await page(headers)).toBeUndefined()
  },
)

test('outside of any request there are none', () => {
  expect(texts()).toBeNull()
})
