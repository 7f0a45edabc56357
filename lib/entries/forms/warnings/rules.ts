import { excludeEachOther } from '@/lib/quantities/rules'
import type { Quantity } from '@/lib/quantities/schema'
import type { Neighbour } from '../../queue/queries'
import type { EntryInput } from '../../schema'

export type Figure = {
  kind: 'observation' | 'target'
  quantity: Quantity
  period: EntryInput['period']
  baseStarts: string | null
  rank: string
}
/** `entry` is the root of the stored figure that is meant. */
export type Warning = {
  code: 'sameFigure' | 'conflicts' | 'differs' | 'preferredExists'
  entry: number
  quantity: Quantity
}

const sameQuantity = (a: Quantity, b: Quantity) =>
  a.value === b.value && a.valueTo === b.valueTo && a.qualifier === b.qualifier

/**
 * What a person should know before saving a figure beside those that stand of the same line: it is there already,
 * another one contradicts it, another one differs without contradiction. None of them stops a draft.
 * @param own root of the entry that is corrected: it is no neighbour of itself.
 */
export function warningsOf(figure: Figure, stored: readonly Neighbour[], own: number | null): Warning[] {
  const { starts, ends, words } = figure.period
  const dated = starts !== null || ends !== null
  return stored.flatMap((n): Warning[] => {
    if (n.rootId === own || n.kind !== figure.kind || n.baseStarts !== figure.baseStarts) return []
    const samePeriod = n.starts === starts && n.ends === ends && (dated || n.words === words)
    if (!samePeriod) return []
    const warn = (code: Warning['code']): Warning => ({ code, entry: n.rootId, quantity: n.quantity })
    if (sameQuantity(n.quantity, figure.quantity)) return [warn('sameFigure')]
    const found: Warning[] = []
    if (n.rank === 'preferred' && figure.rank === 'preferred') found.push(warn('preferredExists'))
    if (figure.kind === 'observation' && dated)
      found.push(warn(excludeEachOther([n.quantity, figure.quantity]) ? 'conflicts' : 'differs'))
    return found
  })
}
