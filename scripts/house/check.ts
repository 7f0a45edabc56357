import { messages } from './messages'
import { type Fault, readHouse } from './modules'
import { fiveWordsOnly, namesThatSayNothing, tooLong } from './names'
import { incompleteLock, undeclaredPackages } from './packages'
import { browserReach, databaseBehindQueries, purity } from './purity'
import { circles, staircase, unknownRooms } from './staircase'
import { longStyles, physicalStyles } from './styles'

const rules = [
  staircase,
  unknownRooms,
  circles,
  fiveWordsOnly,
  namesThatSayNothing,
  tooLong,
  purity,
  browserReach,
  databaseBehindQueries,
  undeclaredPackages,
  incompleteLock,
  physicalStyles,
  longStyles,
  messages,
]

/** All that is wrong with the tree below `root`. That nothing was read is a fault too: a check that sees nothing proves nothing. */
export function checkHouse(root: string): { read: number; faults: Fault[] } {
  const house = readHouse(root)
  const read = [...house.modules.values()].filter(({ path }) => path.startsWith('lib/')).length
  if (read === 0) return { read, faults: [{ file: 'lib', rule: 'house', detail: 'no module was read' }] }
  return { read: house.modules.size, faults: rules.flatMap((rule) => rule(house)) }
}
