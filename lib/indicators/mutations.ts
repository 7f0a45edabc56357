import { difference } from '@/lib/audit/mutations'
import { type Writing, writing } from '@/lib/audit/writing'
import { type Actor, assertMay } from '@/lib/auth/actor'
import { entityIds } from '@/lib/entities/mutations'
import { Refusal } from '@/lib/errors/refusal'
import { unitFault } from './rules'
import { IndicatorInput, SeriesKey } from './schema'

/** Adds an indicator; its code is its name in URLs for good. Needs `indicator.write`. */
export async function createIndicator(actor: Actor, input: IndicatorInput): Promise<{ id: number; code: string }> {
  assertMay(actor, 'indicator.write')
  const indicator = IndicatorInput.parse(input)
  return writing(actor, 'indicator.write', async ({ tx, audit, touchesAll }) => {
    const { id } = await tx.indicator.create({ data: indicator })
    await audit({ act: 'create', what: 'indicator', whatId: id, diff: difference({}, indicator) })
    touchesAll()
    return { id, code: indicator.code }
  })
}

/** Changes a definition; `revision` is the one the form was opened with. Throws `conflict` when it has moved on. */
export async function updateIndicator(
  actor: Actor,
  id: number,
  revision: number,
  input: IndicatorInput,
): Promise<void> {
  assertMay(actor, 'indicator.write')
  const indicator = IndicatorInput.parse(input)
  await writing(actor, 'indicator.write', async ({ tx, audit, touchesAll }) => {
    const before = await tx.indicator.findUnique({ where: { id } })
    if (!before) throw new Refusal('notFound')
    const { id: _id, revision: current, ...was } = before
    if (before.code !== indicator.code) throw new Refusal('invalid', [{ field: 'code', code: 'slugIsForGood' }])
    if (before.unit !== indicator.unit && (await tx.series.count({ where: { indicatorId: id } })))
      throw new Refusal('invalid', [{ field: 'unit', code: 'unitInUse', values: { value: before.unit } }])
    const { count } = await tx.indicator.updateMany({
      where: { id, revision },
      data: { ...indicator, revision: { increment: 1 } },
    })
    if (!count) throw new Refusal('conflict', [], { current: was, revision: current })
    await audit({ act: 'update', what: 'indicator', whatId: id, diff: difference(was, indicator) })
    touchesAll()
  })
}

/** The series of a key, made when there is none yet: inside the transaction of whatever needs it. */
export async function ensureSeries(
  { tx, audit }: Pick<Writing, 'tx' | 'audit'>,
  input: SeriesKey,
): Promise<{ id: number; aboutId: number; theme: string; made: boolean }> {
  const key = SeriesKey.parse(input)
  const indicator = await tx.indicator.findUnique({ where: { code: key.indicator } })
  if (!indicator)
    throw new Refusal('invalid', [
      { field: 'series.indicator', code: 'unknownIndicator', values: { value: key.indicator } },
    ])
  const wrong = unitFault(indicator.unit, key.measure, key.unit)
  if (wrong) throw new Refusal('invalid', [wrong])
  const idOf = async (slug: string | null, field: string) =>
    slug === null ? null : (await entityIds(tx, [slug], field)).get(slug)!
  const aboutId = (await idOf(key.about, 'series.about'))!
  const data = {
    indicatorId: indicator.id,
    aboutId,
    reporterId: await idOf(key.reporter, 'series.reporter'),
    originId: await idOf(key.origin, 'series.origin'),
    measure: key.measure,
    unit: key.unit,
    scope: key.scope,
  }
  const find = () => tx.series.findFirst({ where: data, select: { id: true } })
  const place = { aboutId, theme: indicator.theme }
  const found = await find()
  if (found) return { id: found.id, ...place, made: false }
  // Somebody else may be making the same one: then this waits for them and makes none.
  const [made] = await tx.series.createManyAndReturn({ data: [data], skipDuplicates: true, select: { id: true } })
  if (!made) return { id: (await find())!.id, ...place, made: false }
  await audit({ act: 'create', what: 'series', whatId: made.id, diff: difference({}, key) })
  return { id: made.id, ...place, made: true }
}

/** Adds a series on its own, before it has a figure. Throws `conflict` when the same key exists. Needs `series.write`. */
export async function createSeries(actor: Actor, input: SeriesKey): Promise<{ id: number }> {
  return writing(actor, 'series.write', async (write) => {
    const { id, aboutId, made } = await ensureSeries(write, input)
    if (!made) throw new Refusal('conflict', [{ field: 'series', code: 'sameSeries', values: { id } }])
    write.touches(aboutId)
    return { id }
  })
}
