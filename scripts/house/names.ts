import { basename } from 'node:path'
import type { Fault, House, Module } from './modules'
import { bannedNames, longestFile, rooms, words } from './rooms'
import { roomOf } from './staircase'

const nounRooms: readonly string[] = rooms.filter((room) => 'noun' in room && room.noun).map(({ name }) => name)
const fiveWords = new RegExp(`^(${words.join('|')})(\\.db|\\.sample\\.db)?(\\.test)?\\.ts$`)

/** A room of a noun holds the five words and their tests; a folder in it is a noun, not a word. */
export function fiveWordsOnly(house: House): Fault[] {
  return house.files.flatMap((file) => {
    if (!nounRooms.includes(roomOf(file) ?? '')) return []
    const folders = file.split('/').slice(2, -1)
    const word = folders.find((folder) => (words as readonly string[]).includes(folder))
    const detail = word
      ? `${word} is a file of a noun, not a folder`
      : fiveWords.test(basename(file))
        ? null
        : `a room of a noun holds only ${words.join(', ')} and their tests`
    return detail ? [{ file, rule: 'five words', detail }] : []
  })
}

/** Names that say nothing, and files that are there to re-export others. */
export function namesThatSayNothing(house: House): Fault[] {
  return [...house.modules.values()].flatMap((module) => {
    const parts = module.path.split('/').map((part) => part.replace(/\..*$/, ''))
    const banned = parts.find((part) => bannedNames.includes(part))
    const details = [
      banned && `${banned} says nothing: name it after what it is about`,
      isBarrel(module) && 'a barrel: import from the file that has it',
    ]
    return details.flatMap((detail) => (detail ? [{ file: module.path, rule: 'names', detail }] : []))
  })
}

function isBarrel({ path, program }: Module) {
  const body = program.body as { type: string; source?: unknown }[]
  const reExports = body.filter((node) => /^Export(All|Named)Declaration$/.test(node.type) && node.source)
  return /(^|\/)index\.m?tsx?$/.test(path) || (body.length > 0 && reExports.length === body.length)
}

export function tooLong(house: House): Fault[] {
  return [...house.modules.values()]
    .filter(({ lines }) => lines > longestFile)
    .map(({ path, lines }) => ({ file: path, rule: 'length', detail: `${lines} lines, at most ${longestFile}` }))
}
