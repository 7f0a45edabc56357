import { basename } from 'node:path'
import type { Fault, House, Module } from './modules'
import { rooms } from './rooms'
import { areaOf, isTest, roomOf } from './staircase'

const pureRooms: readonly string[] = rooms.filter((room) => 'pure' in room && room.pure).map(({ name }) => name)

const isDatabase = (to: string) => to.startsWith('lib/db/') || to.startsWith('prisma/generated')
const isDatabasePackage = (name: string) => /^(pg|@prisma\/.*|better-auth)(\/|$)/.test(name)
const isReactOrNext = (name: string) => /^(react|react-dom|react-chartjs-2|next|use-intl\/react)(\/|$)/.test(name)
const isServerAction = ({ directives }: Module) => directives.includes('use server')
/** A file that asks or changes the database. */
const isDoor = (to: string) => /^(queries|mutations)\.ts$/.test(basename(to))

/** `rules` everywhere, and all of a pure room, work without a database, React or Next, also through what they import. */
export function purity(house: House): Fault[] {
  return [...house.modules.values()]
    .filter(({ path }) => !isTest(path))
    .filter(({ path }) => pureRooms.includes(roomOf(path) ?? '') || (roomOf(path) && basename(path) === 'rules.ts'))
    .flatMap((module) =>
      reachable(house, module, { types: true, stopAt: () => false })
        .filter(({ to, name }) =>
          to ? isDatabase(to) : isDatabasePackage(name) || isReactOrNext(name) || name === 'server-only',
        )
        .map(({ chain }) => ({ file: module.path, rule: 'pure', detail: `reaches ${chain.join(' → ')}` })),
    )
}

/** What runs in the browser reaches no database and nothing of Node, except through a server action. */
export function browserReach(house: House): Fault[] {
  return [...house.modules.values()]
    .filter(({ directives }) => directives.includes('use client'))
    .flatMap((module) =>
      reachable(house, module, { types: false, stopAt: isServerAction })
        .filter(({ to, name }) =>
          to ? isDatabase(to) || isDoor(to) : isDatabasePackage(name) || /^(node:|@napi-rs\/|next\/headers)/.test(name),
        )
        .map(({ chain }) => ({ file: module.path, rule: 'browser', detail: `reaches ${chain.join(' → ')}` })),
    )
}

/** Pages and components ask through queries: neither knows the database client. */
export function databaseBehindQueries(house: House): Fault[] {
  return [...house.modules.values()]
    .filter(({ path }) => ['app', 'components'].includes(areaOf(path)) && !isTest(path))
    .flatMap(({ path, imports }) =>
      imports
        .filter(({ to, specifier }) => (to ? isDatabase(to) : isDatabasePackage(specifier)))
        .map(({ specifier }) => ({ file: path, rule: 'database', detail: `imports ${specifier}: ask a query` })),
    )
}

type Reached = { to: string | null; name: string; chain: string[] }
type Reach = {
  /** Whether types that `start` itself imports count. */ types: boolean
  stopAt: (module: Module) => boolean
}

/** All that `start` imports, itself or through others. Of what it imports through others only values: types leave no trace. */
function reachable(house: House, start: Module, { types, stopAt }: Reach): Reached[] {
  const found: Reached[] = []
  const seen = new Set([start.path])
  const queue: { module: Module; chain: string[] }[] = [{ module: start, chain: [] }]
  for (const { module, chain } of queue) {
    for (const { to, specifier, typeOnly } of module.imports) {
      const key = to ?? specifier
      if (seen.has(key) || (typeOnly && !(types && module === start))) continue
      seen.add(key)
      const next = to === null ? undefined : house.modules.get(to)
      if (next && stopAt(next)) continue
      found.push({ to, name: specifier, chain: [...chain, key] })
      if (next && !typeOnly) queue.push({ module: next, chain: [...chain, key] })
    }
  }
  return found
}
