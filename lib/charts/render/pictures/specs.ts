import { readFileSync } from 'node:fs'
import type { MapSpec } from '../../map/spec'
import type { ChartSpec } from '../../spec'

/** Charts as data for tests: real Azerbaijan–Kazakhstan trade and corridor figures, and a dense one made up for speed. */
export const pictureNames = ['trade-turnover', 'corridor-cargo', 'dense-months', 'trade-gap', 'target-paths'] as const
export type PictureName = (typeof pictureNames)[number]

export function readSpec(name: PictureName): ChartSpec {
  return JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8'))
}

/** A corridor as data for tests: the Middle Corridor's places, legs and stated capacities. */
export function readMap(name: 'middle-corridor'): MapSpec {
  return JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8'))
}
