import { z } from 'zod'
import type { MapSpec } from '@/lib/charts/map/spec'
import type { ChartSpec } from '@/lib/charts/spec'
import type { RelationHead } from '@/lib/dashboards/schema'
import { Slug } from '@/lib/entities/schema'
import { storable } from '@/lib/errors/issues'
import type { ObservationRow } from '@/lib/formats/csv'

export const legModes = ['rail', 'sea', 'road', 'pipeline'] as const
export const LegMode = z.enum(legModes)
export type LegMode = z.infer<typeof LegMode>

const Leg = z.object({
  from: Slug,
  to: Slug,
  mode: LegMode,
  /** Whose figures say what the leg carries; null = nobody counts it by a name of its own. */
  about: Slug.nullable().default(null),
})

type Drawn = { nodes: readonly string[]; legs: readonly { from: string; to: string; mode: string }[] }

/** Which way round a leg is named makes no other leg. */
const legKey = ({ from, to, mode }: Drawn['legs'][number]) => [...[from, to].sort(), mode].join(' ')

function drawable({ nodes, legs }: Drawn, context: z.RefinementCtx) {
  const fault = (path: (string | number)[], message: string, input: string) =>
    context.addIssue({ code: 'custom', path, message, input })
  nodes.forEach((node, i) => {
    if (nodes.indexOf(node) < i) fault(['nodes'], 'nodeTwice', node)
  })
  const seen = new Set<string>()
  legs.forEach((leg, i) => {
    for (const end of ['from', 'to'] as const)
      if (!nodes.includes(leg[end])) fault(['legs', i, end], 'notANode', leg[end])
    if (leg.from === leg.to) fault(['legs', i, 'to'], 'legToItself', leg.to)
    else if (seen.has(legKey(leg))) fault(['legs', i, 'from'], 'legTwice', leg.from)
    seen.add(legKey(leg))
  })
}

/** A corridor as it is drawn: places in their order along it, and what joins two of them. */
export const RouteInput = z
  .object({ nodes: z.array(Slug).max(100), legs: z.array(Leg).max(200).default([]) })
  .superRefine(drawable)
  .superRefine(storable)
export type RouteInput = z.input<typeof RouteInput>

/** What two people who draw one corridor see: the other's nodes and legs as fields, and the revision to save on top of. */
export type RouteConflict = { fields: Record<string, string>; onTopOf: string }

/** What a page of a corridor asks for besides the filters. */
export const CorridorChoice = Slug.nullable().catch(null)

/** One figure that was stated, observed or promised, ready to read. */
export type Stated = {
  entry: number
  href: string
  text: string
  quoted: boolean
  /** "2024", "from 20 May 2024", "in the past", "no deadline stated" */
  period: string
  whose: string
  /** "Trend, 7 Dec 2025" */
  source: string
  /** What became of a target; null for an observation. */
  promise: string | null
  /** Forecast, doubtful … ; empty where it is as published. */
  status: string
  note: string | null
}

/** All that was stated of one thing: same indicator, part and unit. Side by side, none averaged. */
export type StatedGroup = {
  key: string
  role: 'capacity' | 'flow' | 'transit_time' | null
  /** "Port container capacity · container hub" */
  title: string
  lines: Stated[]
  /** "3 plans, from 200,000 TEU to 300,000 TEU"; null where nothing contradicts. */
  clash: string | null
  spark: number[]
}

/** How much of what can be carried was. */
export type Share = {
  /** "74.7 % in 2024"; null where it cannot be computed. */
  text: string | null
  /** Formula with numbers, or why there is none. */
  how: string
  /** The figures it comes from. */
  flow: { entry: number; href: string }
  capacity: { entry: number; href: string } | null
  percent: number | null
}

/** A node, a leg, the corridor itself or one of its countries, with what was stated of it. */
export type CorridorPart = {
  /** Anchor on the page. */
  id: string
  /** Further anchors that lead here: legs that share one railway. */
  anchors?: string[]
  name: string
  /** "Kazakhstan", "rail: Alat – Tbilisi, Tbilisi – Kars" */
  lead: string
  groups: StatedGroup[]
  shares: Share[]
}

/** A line of the route in words. */
export type RouteStop = {
  id: string
  name: string
  country: string
  capacity: Cell | null
  flow: Cell | null
  share: string | null
  /** Legs to later stops: "→ Alat by sea". */
  legs: {
    id: string
    to: string
    mode: LegMode
    modeText: string
    name: string | null
    capacity: Cell | null
    flow: Cell | null
  }[]
}
/** One figure in a table of the route. */
export type Cell = { entry: number; href: string; text: string; quoted: boolean; more: string }

export type Narrow = { id: string; name: string; cell: Cell }

export type CorridorPage = {
  head: RelationHead
  knownText: string
  /** Every corridor of the relation, the one that is shown first asked for. */
  corridors: { slug: string; name: string }[]
  reporters: { slug: string; name: string }[]
  /** Null where the relation has no corridor. */
  corridor: {
    slug: string
    name: string
    countries: string[]
    map: MapSpec | null
    route: RouteStop[]
    whole: CorridorPart
    charts: ChartSpec[]
    /** Capacities of whole places and legs in force, the smallest first. */
    narrow: Narrow[]
    /** The answer to "where is it narrow?" in sentences. */
    narrowText: string[]
    nodes: CorridorPart[]
    legs: CorridorPart[]
    countriesTogether: CorridorPart[]
    /** Names of nodes and legs nobody has stated a figure of. */
    bareNodes: { id: string; name: string }[]
    bareLegs: { id: string; name: string }[]
  } | null
}

/** A figure of the page as a row of a file: whose, of what part, observed or promised, with its citation. */
export type CorridorRow = ObservationRow & {
  about: string
  scope: string
  measure: string
  kind: 'observation' | 'target'
}
