import type { Fault, House, Module } from './modules'
import { areas, areasForTests, rooms } from './rooms'

/** Tests, and what only tests use: folders called `tests`. */
export const isTest = (path: string) => /\.(test|spec)\.tsx?$|(^|\/)tests\//.test(path)
export const areaOf = (path: string) => path.split('/')[0]!
/** `lib/entries/kinds/target/rules.ts` → `entries`; null outside `lib`. */
export const roomOf = (path: string) => (path.startsWith('lib/') ? (path.split('/')[1] ?? null) : null)
const storeyOf = (room: string | null) => rooms.findIndex(({ name }) => name === room)

/** `app → components → lib`, never back; inside `lib` only to the same room or one that stands before it. */
export function staircase(house: House): Fault[] {
  return [...house.modules.values()].flatMap((module) =>
    module.imports.flatMap(({ to, specifier }) => {
      const detail = to === null ? null : to.startsWith('missing:') ? 'does not exist' : stepBack(module, to)
      return detail ? [{ file: module.path, rule: 'staircase', detail: `imports ${specifier}: ${detail}` }] : []
    }),
  )
}

function stepBack({ path }: Module, to: string): string | null {
  const area = areaOf(path)
  const within = (folder: string) => to === folder || to.startsWith(`${folder}/`)
  const allowed = areas[area]
  if (!allowed) return path.includes('/') && within('app') ? 'nothing outside app imports app' : null
  if (isTest(path) && areasForTests.some(within)) return null
  if (!allowed.some(within)) return `${area} may import only ${allowed.join(', ')}`
  const [from, target] = [roomOf(path), roomOf(to)]
  if (from === null || target === null || from === target) return null
  return storeyOf(target) > storeyOf(from) ? `room ${target} stands above ${from}` : null
}

/** Every folder in `lib` is a room that has its place on the stairs, and nothing but the map lies beside them. */
export function unknownRooms(house: House): Fault[] {
  return house.files
    .filter((path) => path.startsWith('lib/') && path !== 'lib/README.md' && storeyOf(roomOf(path)) < 0)
    .map((file) => ({ file, rule: 'staircase', detail: `${roomOf(file)} is no room: scripts/house/rooms.ts` }))
}

/** Groups of modules that import each other in a circle; an import of types counts too. */
export function circles(house: House): Fault[] {
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const faults: Fault[] = []

  const visit = (path: string) => {
    index.set(path, index.size)
    low.set(path, index.get(path)!)
    stack.push(path)
    const targets = house.modules.get(path)!.imports.flatMap(({ to }) => (to && house.modules.has(to) ? [to] : []))
    for (const to of targets) {
      if (!index.has(to)) visit(to)
      if (stack.includes(to)) low.set(path, Math.min(low.get(path)!, low.get(to)!))
    }
    if (low.get(path) !== index.get(path)) return
    const group = stack.splice(stack.indexOf(path))
    if (group.length > 1 || targets.includes(path))
      faults.push({ file: path, rule: 'no circles', detail: group.sort().join(' ↔ ') })
  }
  for (const path of house.modules.keys()) if (!index.has(path)) visit(path)
  return faults
}
