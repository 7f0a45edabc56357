import type { Fields } from '@/lib/action/fields'
import { type Actor, assertMay } from '@/lib/auth/actor'
import { findEntities } from '@/lib/entities/queries'
import { listIndicators } from '@/lib/indicators/queries'
import { entityTexts, type ReadForm, toEntryInput } from './rules'

/** A form of any kind read into what the mutation takes, with what its names mean looked up. Needs `internal.read`. */
export async function readEntryForm(actor: Actor, fields: Fields): Promise<ReadForm> {
  assertMay(actor, 'internal.read')
  const [indicators, meanings] = await Promise.all([listIndicators(actor), findEntities(actor, entityTexts(fields))])
  return toEntryInput(fields, { meanings, units: new Map(indicators.map((i) => [i.code, i.unit])) })
}
