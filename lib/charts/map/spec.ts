import type { Locale } from '@/lib/i18n/locales'

/** What is drawn at a node or along a leg. `href` leads to what is known of it. */
export type MapMark = {
  key: string
  name: string
  href: string
  /** "15 Mt a year (first phase)"; null where nothing is stated. */
  detail: string | null
  /** Whole amounts for sizes; null where nothing is stated. */
  capacity: number | null
  flow: number | null
}
export type MapNode = MapMark & { lat: number; lon: number }
export type MapLeg = MapMark & { from: string; to: string; mode: 'rail' | 'sea' | 'road' | 'pipeline' }

/**
 * A corridor as plain data, already in the reader's language: page, picture and words are made from one thing.
 * Schematic: places stand in their order and direction, distances between them are not to scale.
 */
export type MapSpec = {
  kind: 'map'
  code: string
  lang: Locale
  title: string
  /** "Million tonnes a year; schematic, distances are not to scale" */
  subtitle: string
  /** ISO 3166-1 alpha-3 codes and names of the countries it leads through. */
  countries: { code: string; name: string }[]
  nodes: MapNode[]
  legs: MapLeg[]
  /** What the marks mean, in words, only those that occur. */
  legend: { sign: MapSign; text: string }[]
  /** The same in sentences. */
  summary: string
  sourceLine: string
  knownLine: string
}
export type MapSign = 'rail' | 'sea' | 'road' | 'pipeline' | 'capacity' | 'flow'
