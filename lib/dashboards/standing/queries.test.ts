import { afterEach, expect, test } from 'vitest'
import { anonymousActor } from '@/lib/auth/actor'
import { Filters } from '../schema'
import { headOf, viewOf } from './queries'

const readsKey = Symbol.for('entente.reads')
const shared = globalThis as { [readsKey]?: (tag: string, key: string) => Promise<null> }
afterEach(() => {
  delete shared[readsKey]
})

test('a relation is not kept under the name of an indicator that somebody invents', async () => {
  const keys: string[] = []
  shared[readsKey] = async (_, key) => {
    keys.push(key)
    return null
  }
  for (const code of [null, 'null', '"null"', ''])
    await headOf(viewOf(anonymousActor, 'aze-kaz', Filters.parse({}), 'en'), code)
  expect(new Set(keys).size).toBe(4)
})
