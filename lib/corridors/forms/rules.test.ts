import { describe, expect, test } from 'vitest'
import { legRows, routeFields, toRouteInput } from './rules'

const meanings = new Map([
  ['Aktau', ['aktau']],
  ['Alat', ['alat']],
  ['Port', ['aktau', 'alat']],
])
const faultsOf = (fields: Record<string, string>) => {
  const read = toRouteInput(fields, meanings)
  return read.ok ? [] : read.faults.map((f) => `${f.field} ${f.code}`)
}

describe('the form of a corridor', () => {
  test('is read and written the same', () => {
    const route = {
      nodes: ['aktau', 'alat'],
      legs: [{ from: 'aktau', to: 'alat', mode: 'sea' as const, about: null }],
    }
    const names = (slug: string) => (slug === 'aktau' ? 'Aktau' : 'Alat')
    expect(toRouteInput(routeFields(route, names), meanings)).toEqual({ ok: true, input: route })
  })

  test('leaves out rows that are empty, and puts a fault beside the row it is in', () => {
    const fields = {
      nodes: 'Aktau\nAlat',
      'legs.0.from': '',
      'legs.0.to': ' ',
      'legs.3.from': 'Aktau',
      'legs.3.mode': 'sea',
    }
    expect(faultsOf({ ...fields, 'legs.3.to': 'Aktau' })).toEqual(['legs.3.to legToItself'])
    expect(faultsOf(fields)).toEqual(['legs.3.to required'])
  })

  test('says which name means nothing, and which means two', () => {
    expect(faultsOf({ nodes: 'Aktau\nAtlantis\nPort' })).toEqual(['nodes unknownEntity', 'nodes ambiguousEntity'])
  })

  test('refuses a leg between places that are not on the corridor, and one entered twice', () => {
    const leg = (row: number, from: string, to: string) => ({
      [`legs.${row}.from`]: from,
      [`legs.${row}.to`]: to,
      [`legs.${row}.mode`]: 'sea',
    })
    expect(faultsOf({ nodes: 'Aktau', ...leg(0, 'Aktau', 'Alat') })).toEqual(['legs.0.to notANode'])
    expect(faultsOf({ nodes: 'Aktau\nAlat', ...leg(0, 'Aktau', 'Alat'), ...leg(1, 'Alat', 'Aktau') })).toEqual([
      'legs.1.from legTwice',
    ])
  })

  test('always has rows to fill, after those that are filled', () => {
    expect(legRows({})).toEqual([0, 1, 2, 3])
    expect(legRows({ 'legs.2.from': 'Aktau', 'legs.4.to': '' })).toEqual([2, 3, 4, 5, 6])
  })
})
