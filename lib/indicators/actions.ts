'use server'

import { redirect } from 'next/navigation'
import { fromForm } from '@/lib/action/door'
import { fieldsOf, typedOr } from '@/lib/action/fields'
import type { FormState } from '@/lib/action/state'
import { findEntities } from '@/lib/entities/queries'
import { type Fault, Refusal } from '@/lib/errors/refusal'
import { entitiesOfSeries, indicatorFields, toIndicatorInput, toSeriesKey } from './forms/rules'
import { createIndicator, createSeries, updateIndicator } from './mutations'
import { listIndicators } from './queries'
import type { IndicatorInput } from './schema'

/** A conflict shows the other version as the fields of the same form. */
async function changing(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'conflict' || !error.detail) throw error
    const { current, revision } = error.detail as { current: Required<IndicatorInput>; revision: number }
    throw new Refusal(error.code, error.faults, { fields: indicatorFields(current), onTopOf: String(revision) })
  }
}

/** Adds an indicator, or changes one: then `id` and `revision` say which, as the page showed it. */
export async function saveIndicatorAction(before: FormState<null>, form: FormData): Promise<FormState<null>> {
  return fromForm(before, form, async (actor) => {
    const fields = fieldsOf(form)
    const input = toIndicatorInput(fields)
    const id = Number(fields.id ?? '')
    if (id) {
      await changing(() => updateIndicator(actor, id, Number(fields.onTopOf ?? fields.revision), input))
      redirect(`/desk/indicators/${input.code}?did=saved`)
    }
    const { code } = await createIndicator(actor, input)
    redirect(`/desk/indicators/${code}?did=saved`)
  })
}

export async function createSeriesAction(before: FormState<null>, form: FormData): Promise<FormState<null>> {
  return fromForm(before, form, async (actor) => {
    const fields = fieldsOf(form)
    const units = new Map((await listIndicators(actor)).map((i) => [i.code, i.unit]))
    const { key, faults } = toSeriesKey(fields, await findEntities(actor, entitiesOfSeries(fields)), units)
    if (faults.length) throw new Refusal('invalid', faults)
    try {
      await createSeries(actor, key)
    } catch (error) {
      // The mutation names fields of an entry's form; this one has the same fields on their own.
      const own = (fault: Fault) => ({ ...fault, field: fault.field === 'series' ? '' : fault.field })
      if (error instanceof Refusal) throw new Refusal(error.code, error.faults.map(own), error.detail)
      throw error
    }
    redirect(`/desk/indicators/${typedOr(fields, 'series.indicator')}?did=series`)
  })
}
