import { type Fields, typedOr } from '@/lib/action/fields'
import { linesOf, type Meanings, slugOf } from '@/lib/entities/rules'
import { toFaults } from '@/lib/errors/issues'
import type { Fault } from '@/lib/errors/refusal'
import { RouteInput } from '../schema'

/** Rows for legs that a form has beyond those that are filled. */
const spare = 4
const parts = ['from', 'to', 'mode', 'about'] as const
const named = ['from', 'to', 'about'] as const

const rowsIn = (fields: Fields): number[] => {
  const rows = Object.keys(fields).flatMap((key) => /^legs\.(\d{1,3})\./.exec(key)?.[1] ?? [])
  return [...new Set(rows.map(Number))].sort((a, b) => a - b)
}
const isFilled = (fields: Fields, row: number) => parts.some((part) => typedOr(fields, `legs.${row}.${part}`) !== null)

/** The rows a form shows for its legs: those that are filled, and some to fill. */
export function legRows(fields: Fields): number[] {
  const filled = rowsIn(fields).filter((row) => isFilled(fields, row))
  const next = (filled.at(-1) ?? -1) + 1
  return [...filled, ...Array.from({ length: spare }, (_, i) => next + i)]
}

/** Names in a corridor's form that stand for entities: to be looked up before it is read. */
export const routeTexts = (fields: Fields): string[] => [
  ...linesOf(fields.nodes),
  ...rowsIn(fields).flatMap((row) => named.flatMap((part) => typedOr(fields, `legs.${row}.${part}`) ?? [])),
]

/** A corridor's form as the mutation takes it, or what is wrong beside which field; rows that are empty are left out. */
export function toRouteInput(
  fields: Fields,
  meanings: Meanings,
): { ok: true; input: RouteInput } | { ok: false; faults: Fault[] } {
  const faults: Fault[] = []
  const entity = (text: string | null, field: string): string | null => {
    if (text === null) return null
    const found = slugOf(text, field, meanings)
    if ('slug' in found) return found.slug
    faults.push(found.fault)
    return null
  }
  const nodes = linesOf(fields.nodes).flatMap((text) => entity(text, 'nodes') ?? [])
  const rows = rowsIn(fields).filter((row) => isFilled(fields, row))
  const legs = rows.map((row) => {
    const part = (name: (typeof parts)[number]) => typedOr(fields, `legs.${row}.${name}`)
    for (const name of ['from', 'to', 'mode'] as const)
      if (part(name) === null) faults.push({ field: `legs.${row}.${name}`, code: 'required' })
    return {
      from: entity(part('from'), `legs.${row}.from`) ?? '',
      to: entity(part('to'), `legs.${row}.to`) ?? '',
      mode: part('mode') ?? '',
      about: entity(part('about'), `legs.${row}.about`),
    }
  })
  const checked = RouteInput.safeParse({ nodes, legs }, { reportInput: true })
  const told = new Set(faults.map((f) => f.field))
  const wrong = checked.success ? [] : toFaults(checked.error).map((f) => ({ ...f, field: inRow(f.field, rows) }))
  // A place that could not be read is missing among the nodes: its legs are not at fault for that.
  const own = wrong.filter((f) => !told.has(f.field) && !(told.has('nodes') && f.code === 'notANode'))
  if (faults.length || own.length || !checked.success) return { ok: false, faults: [...faults, ...own] }
  return { ok: true, input: checked.data }
}

/** The third leg that is filled may stand in the fifth row. */
const inRow = (field: string, rows: readonly number[]) =>
  field.replace(/^legs\.(\d+)/, (_, at) => `legs.${rows[Number(at)] ?? at}`)

/** Nodes and legs as the texts their form opens with. */
export function routeFields(route: RouteInput, name: (slug: string) => string): Fields {
  const legs = (route.legs ?? []).flatMap((leg, row) => [
    [`legs.${row}.from`, name(leg.from)],
    [`legs.${row}.to`, name(leg.to)],
    [`legs.${row}.mode`, leg.mode],
    [`legs.${row}.about`, leg.about ? name(leg.about) : ''],
  ])
  return { nodes: route.nodes.map(name).join('\n'), ...Object.fromEntries(legs) }
}
