import { expect, test } from 'vitest'
import { readSpec } from './pictures/specs'
import { drawChart } from './pool'

test('the real threads draw', async () => {
  const options = { format: 'svg', width: 600, height: 400, scale: 1, theme: 'light' } as const
  const bytes = await drawChart(readSpec('dense-months'), options)
  expect(new TextDecoder().decode(bytes)).toContain('<svg')
}, 40_000)
