'use server'

import { redirect } from 'next/navigation'
import { fromForm } from '@/lib/action/door'
import { type Fields, fieldsOf } from '@/lib/action/fields'
import type { FormState } from '@/lib/action/state'
import type { Actor } from '@/lib/auth/actor'
import { toFaults } from '@/lib/errors/issues'
import { Refusal } from '@/lib/errors/refusal'
import { arrangePins, deleteView, freezeView, renameView, saveView, unfreezeView } from './mutations'
import { getView } from './queries'
import { movedPins, readAddress } from './rules'
import { type Pin, ViewInput } from './schema'

/** "card trade-turnover", "chart trade-turnover level" */
function pinIn(text: string): Pin {
  const cut = text.indexOf(' ')
  return { kind: text.slice(0, cut) as Pin['kind'], key: text.slice(cut + 1) }
}

/**
 * Where a view is read after a change. The new revision stands in the address, because the router of a browser keeps what it
 * has of an address that stays the same.
 */
const hrefAfter = (token: string, revision: number, at = '') => `/views/${token}?v=${revision + 1}${at}`

const versionOf = (fields: Fields) => [fields.token ?? '', Number(fields.revision) || 0] as const

export async function saveViewAction(before: FormState<null>, form: FormData): Promise<FormState<null>> {
  return fromForm(before, form, async (actor) => {
    const fields = fieldsOf(form)
    const address = readAddress(fields.to ?? '')
    if (!address) throw new Refusal('notFound')
    const input = ViewInput.safeParse({
      ...address,
      name: fields.name ?? '',
      audience: fields.audience ?? '',
      pins: Object.keys(fields)
        .filter((name) => /^pin\.\d+$/.test(name))
        .sort((a, b) => Number(a.slice(4)) - Number(b.slice(4)))
        .map((name) => pinIn(fields[name]!)),
    })
    if (!input.success) throw new Refusal('invalid', toFaults(input.error))
    const { token } = await saveView(actor, input.data)
    redirect(`/views/${token}`)
  })
}

export async function renameViewAction(before: FormState<null>, form: FormData): Promise<FormState<null>> {
  return fromForm(before, form, async (actor) => {
    const fields = fieldsOf(form)
    const [token, revision] = versionOf(fields)
    await renameView(actor, token, revision, { name: fields.name ?? '', audience: fields.audience ?? '' })
    redirect(hrefAfter(token, revision))
  })
}

/** One button of the list: "up 2", "down 2", "remove 2"; "add" adds what is chosen at the end. */
export async function arrangePinsAction(before: FormState<null>, form: FormData): Promise<FormState<null>> {
  return fromForm(before, form, async (actor) => {
    const fields = fieldsOf(form)
    const [token, revision] = versionOf(fields)
    const pins = await arranged(actor, token, fields)
    await arrangePins(actor, token, revision, pins.pins)
    redirect(hrefAfter(token, revision, `#${pins.at}`))
  })
}

async function arranged(actor: Actor, token: string, fields: Fields): Promise<{ pins: Pin[]; at: string }> {
  const view = await getView(actor, token)
  if (!view?.own) throw new Refusal('notFound')
  // Where nothing is pinned everything is shown: whoever moves one of all has chosen all of them.
  const all = (fields.all ?? '').split('\n').filter(Boolean).map(pinIn)
  const pins = view.pins.length ? view.pins : all
  const [what, at] = (fields.do ?? '').split(' ')
  const place = Number(at)
  if (what === 'up') return { pins: movedPins(pins, place, -1), at: `pin-${Math.max(place - 1, 0)}` }
  if (what === 'down') return { pins: movedPins(pins, place, 1), at: `pin-${Math.min(place + 1, pins.length - 1)}` }
  if (what === 'remove') return { pins: pins.filter((_, i) => i !== place), at: 'arrange' }
  if (fields.pin) return { pins: [...pins, pinIn(fields.pin)], at: `pin-${pins.length}` }
  return { pins, at: 'arrange' }
}

/** "freeze" stops both clocks, "unfreeze" lets them go. */
export async function freezeViewAction(before: FormState<null>, form: FormData): Promise<FormState<null>> {
  return fromForm(before, form, async (actor) => {
    const fields = fieldsOf(form)
    const [token, revision] = versionOf(fields)
    await (fields.do === 'unfreeze' ? unfreezeView : freezeView)(actor, token, revision)
    redirect(hrefAfter(token, revision))
  })
}

export async function deleteViewAction(before: FormState<null>, form: FormData): Promise<FormState<null>> {
  return fromForm(before, form, async (actor) => {
    await deleteView(actor, ...versionOf(fieldsOf(form)))
    redirect('/views')
  })
}
