import { readFileSync } from 'node:fs'
import type { ChartSpec } from '../../spec'

/** Charts as data for tests: real Azerbaijan–Kazakhstan trade and corridor figures, and a dense one made up for speed. */
export const pictureNames = ['trade-turnover', 'corridor-cargo', 'dense-months', 'trade-gap'] as const
export type PictureName = (typeof pictureNames)[number]

export function readSpec(name: PictureName): ChartSpec {
  return JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8'))
}
