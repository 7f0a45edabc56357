import type { ChartSpec } from '@/lib/charts/spec'
import type { Card, Dashboard } from '@/lib/dashboards/schema'
import { type Pin, type SavedView, ViewPage, ViewSettings } from './schema'

/** Where a page of a relation with settings is read. */
export function pageHref(relation: string, page: string, settings: Record<string, string>): string {
  const query = new URLSearchParams(settings)
  return `/relations/${relation}${page && `/${page}`}${query.size ? `?${query}` : ''}`
}

/** The relation, page and settings that an address of ours names; null for any other address. */
export function readAddress(
  address: string,
): { relation: string; page: string; settings: Record<string, string> } | null {
  const found = /^\/relations\/([a-z0-9-]+)(?:\/([^?#]*))?(?:\?([^#]*))?$/.exec(address)
  if (!found) return null
  const page = ViewPage.safeParse(found[2] ?? '')
  const settings = ViewSettings.safeParse(
    Object.fromEntries([...new URLSearchParams(found[3] ?? '')].filter(([, value]) => value)),
  )
  return page.success && settings.success ? { relation: found[1]!, page: page.data, settings: settings.data } : null
}

/** The settings with both clocks stopped at a moment: what the world knew that day, what is stored here at that moment. */
export function frozenAt(settings: Record<string, string>, moment: Date): Record<string, string> {
  const edition = moment.toISOString()
  return { ...settings, known: settings.known ?? edition.slice(0, 10), edition }
}

/** The settings with the edition let go; a day that was asked for by `known` alone stays. */
export function unfrozen({ edition, known, ...settings }: Record<string, string>): Record<string, string> {
  return edition === undefined || known === undefined || known === edition.slice(0, 10)
    ? settings
    : { ...settings, known }
}

export const chartKey = (spec: Pick<ChartSpec, 'code' | 'measure'>): string => `${spec.code} ${spec.measure}`

export type Pinnable = Pin & { title: string }

/** All that may be pinned of a dashboard, as it stands there. */
export const pinnable = ({ cards, charts }: Pick<Dashboard, 'cards' | 'charts'>): Pinnable[] => [
  ...cards.map((c): Pinnable => ({ kind: 'card', key: c.key, title: c.title })),
  ...charts.map((c): Pinnable => ({ kind: 'chart', key: chartKey(c), title: c.title })),
]

export type Shown =
  | { kind: 'card'; pin: Pin; card: Card }
  | { kind: 'chart'; pin: Pin; chart: ChartSpec }
  | { kind: 'missing'; pin: Pin }

/** The pinned cards and charts in their order; everything on the dashboard where nothing is pinned. */
export function shownOf(dashboard: Pick<Dashboard, 'cards' | 'charts'>, pins: readonly Pin[]): Shown[] {
  return (pins.length ? pins : pinnable(dashboard)).map(({ kind, key }): Shown => {
    const pin = { kind, key }
    const card = kind === 'card' ? dashboard.cards.find((c) => c.key === key) : undefined
    const chart = kind === 'chart' ? dashboard.charts.find((c) => chartKey(c) === key) : undefined
    return card ? { kind: 'card', pin, card } : chart ? { kind: 'chart', pin, chart } : { kind: 'missing', pin }
  })
}

/** The pins with one of them moved a place up (-1) or down (1); as they are where it stands at that end. */
export function movedPins(pins: readonly Pin[], place: number, step: -1 | 1): Pin[] {
  const next = [...pins]
  const [from, to] = [next[place], next[place + step]]
  if (from && to) [next[place], next[place + step]] = [to, from]
  return next
}

/** Whether a link to it goes on showing the same figures. */
export const isFrozen = ({ settings }: Pick<SavedView, 'settings'>): boolean => settings.edition !== undefined
