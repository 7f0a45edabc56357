'use server'

import { redirect } from 'next/navigation'
import { fromForm } from '@/lib/action/door'
import { fieldsOf, typedOr } from '@/lib/action/fields'
import type { FormState } from '@/lib/action/state'
import { assertMay } from '@/lib/auth/actor'
import type { ReadDocument } from '@/lib/documents/document'
import { fetchDocument } from '@/lib/documents/fetch'
import { readDocument } from '@/lib/documents/read'
import { Refusal } from '@/lib/errors/refusal'
import { bringBackItem, dismissItem, fillItem, type Received, receiveItem } from './mutations'
import { dayIn, titleIn } from './publishers/rules'
import { getItem } from './queries'
import { loneAddress } from './rules'
import type { ItemInput } from './schema'

const number = (text: string | undefined) => (text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : 0)

/** What was read out of a file or page, as it waits in the queue. */
const toItem = (origin: 'file' | 'url', read: ReadDocument, address: string | null): ItemInput => ({
  origin,
  title: (read.title ?? titleIn(read.text)).slice(0, 500) || (address ?? '?'),
  url: read.canonicalUrl ?? address ?? read.url,
  publisher: read.publisher?.slice(0, 200) ?? null,
  byline: read.byline?.slice(0, 300) ?? null,
  publishedOn: read.publishedOn ?? dayIn(read.text),
  language: /^[a-z]{2,3}$/.test(read.language ?? '') ? read.language : null,
  text: read.text,
})

/** Faults of a document stand beside the field it came in by. */
async function readBy<T>(field: 'file' | 'text', work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw new Refusal(
      error.code,
      error.faults.map((fault) => ({
        ...fault,
        field: fault.field === 'document' || fault.field === 'url' ? field : fault.field,
      })),
    )
  }
}

const placeOf = (received: Received) =>
  received.known === 'source' && received.item === null
    ? `/desk/sources/${received.source}?did=known`
    : `/desk/intake/${received.item}${received.known === 'new' ? '' : '?did=known'}`

/** Takes what somebody pasted, chose or named into the queue: a file first, then an address alone, then a text. */
export async function receiveItemAction(before: FormState<null>, form: FormData): Promise<FormState<null>> {
  return fromForm(before, form, async (actor) => {
    assertMay(actor, 'source.write')
    const fields = fieldsOf(form)
    const requestKey = typedOr(fields, 'requestKey')
    const text = fields.text?.trim() ? fields.text : null
    const file = form.get('file')
    const address = text === null ? null : loneAddress(text)
    let item: ItemInput
    if (file instanceof File && file.size > 0) {
      const bytes = new Uint8Array(await file.arrayBuffer())
      const hints = { name: file.name || null, contentType: file.type || null, url: null }
      item = toItem('file', await readBy('file', () => readDocument(bytes, hints)), null)
    } else if (address !== null) {
      const read = await readBy('text', () => fetchDocument(address))
      item = toItem('url', read, read.finalUrl)
    } else if (text !== null) {
      item = { origin: 'paste', title: titleIn(text) || '?', text, publishedOn: dayIn(text) }
    } else throw new Refusal('invalid', [{ field: 'text', code: 'nothingGiven' }])
    const received = await readBy('text', () => receiveItem(actor, { ...item, requestKey }))
    redirect(placeOf(received))
  })
}

/** Fetches the text of an item that a feed told of without one. */
export async function fetchItemAction(before: FormState<null>, form: FormData): Promise<FormState<null>> {
  return fromForm(before, form, async (actor) => {
    assertMay(actor, 'source.write')
    const fields = fieldsOf(form)
    const item = await getItem(actor, number(fields.id))
    if (!item?.url) throw new Refusal('notFound')
    const address = item.url
    const read = toItem('url', await readBy('text', () => fetchDocument(address)), address)
    const filled = await readBy('text', () => fillItem(actor, item.id, number(fields.revision), read))
    redirect(placeOf(filled))
  })
}

/** Takes an item out of the queue; its page can bring it back. */
export async function dismissItemAction(before: FormState<null>, form: FormData): Promise<FormState<null>> {
  return fromForm(before, form, async (actor) => {
    const fields = fieldsOf(form)
    await dismissItem(actor, number(fields.id), number(fields.revision))
    redirect('/desk/intake?did=dismissed')
  })
}

export async function bringBackItemAction(before: FormState<null>, form: FormData): Promise<FormState<null>> {
  return fromForm(before, form, async (actor) => {
    const fields = fieldsOf(form)
    await bringBackItem(actor, number(fields.id), number(fields.revision))
    redirect(`/desk/intake/${number(fields.id)}?did=broughtBack`)
  })
}
