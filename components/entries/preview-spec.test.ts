import { expect, it } from 'vitest'
import type { ChartSpec } from '@/lib/charts/spec'
import { type Draft, withFigure } from './preview-spec'

const spec = {
  series: [{ key: 'kaz', label: 'Kazakhstan’s figures', joined: true, points: [{ entry: 9, ends: '2023-01-01' }] }],
  targets: [{ entry: 3, value: '1000000000' }],
} as unknown as ChartSpec
const quantity = { value: '529400000', valueTo: null, unitMult: 6, decimals: 1, qualifier: 'exact' } as const
const draft: Draft = {
  figure: {
    kind: 'observation',
    quantity,
    period: { starts: '2021-01-01', ends: '2022-01-01', words: null },
    baseStarts: null,
    rank: 'normal',
  },
  unit: 'USD',
  text: '$529.4 m',
  label: 'Kazakhstan',
  named: true,
  obsStatus: 'A',
  today: '2026-11-22',
}
const beside = [{ rootId: 9 }] as unknown as Parameters<typeof withFigure>[2]
const figure = (change: object) => ({ ...draft, figure: { ...draft.figure, ...change } })

it('a new figure stands in its place on its own line', () => {
  expect(withFigure(spec, draft, beside, null).series[0]!.points.map((p) => p.entry)).toEqual([0, 9])
})
it('a corrected figure takes the place of its old point', () => {
  expect(withFigure(spec, draft, beside, 9).series[0]!.points.map((p) => p.entry)).toEqual([0])
})
it('the first figure of a line gets a line of its own', () => {
  expect(withFigure(spec, draft, [], null).series.map((s) => s.key)).toEqual(['kaz', 'draft'])
})
it('a target is a line across', () => {
  const { targets, series } = withFigure(spec, figure({ kind: 'target' }), beside, null)
  expect(targets.map((t) => t.value)).toEqual(['1000000000', '529400000'])
  expect(series).toEqual(spec.series)
})
it('a period without two dates is on no axis', () => {
  const open = figure({ period: { starts: null, ends: null, words: 'in recent years' } })
  expect(withFigure(spec, open, beside, null).series).toEqual(spec.series)
})
it('a multiple is drawn as the growth it is', () => {
  const tripled = { ...figure({ quantity: { ...quantity, value: '3' } }), unit: 'TIMES' }
  expect(withFigure(spec, tripled, beside, null).series[0]!.points[0]!.value).toBe('200')
})
