import { expect, test } from 'vitest'
import { valuationOf } from './rules'

const of = (scope: string, note: string | null = null, valuedBy: string | null = null) =>
  valuationOf({ scope, note, valuedBy })

test('a valuation is what somebody states: of the series before the figure before the definition', () => {
  expect(of('FOB')).toEqual({ code: 'FOB', where: 'inScope' })
  expect(of('', 'imports at cif prices', 'Values are FOB.')).toEqual({ code: 'CIF', where: 'inNote' })
  expect(of('', null, 'Values are FOB.')).toEqual({ code: 'FOB', where: 'inDefinition' })
})

test('nothing is concluded from silence, from both at once, or from other words', () => {
  expect(of('', null, null)).toBeNull()
  expect(of('', 'FOB exports and CIF imports')).toBeNull()
  expect(of('specific', 'a fobbed-off figure')).toBeNull()
})
