import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { difference } from '@/lib/audit/mutations'
import { type Writing, writing } from '@/lib/audit/writing'
import { type Actor, assertMay } from '@/lib/auth/actor'
import { lockName } from '@/lib/db/client'
import { entityIds } from '@/lib/entities/mutations'
import { Refusal } from '@/lib/errors/refusal'
import { SourceInput } from './schema'

const dayInMs = 24 * 3600 * 1000
const day = (iso: string | null) => (iso === null ? null : new Date(`${iso}T00:00:00Z`))

type Parsed = z.output<typeof SourceInput>

/** Stores a source inside the transaction of whatever needs it. */
export async function storeSource({ tx, audit }: Writing, actor: Actor, source: Parsed): Promise<{ id: number }> {
  // Midnight is not everywhere at once: east of here it may be tomorrow already.
  const tomorrow = new Date(Date.now() + dayInMs).toISOString().slice(0, 10)
  if (source.accessedOn > tomorrow)
    throw new Refusal('invalid', [{ field: 'accessedOn', code: 'dayAhead', values: { value: source.accessedOn } }])
  const text = source.text === null ? null : source.text.replace(/\r\n?/g, '\n')
  if (source.requestKey) {
    await lockName(tx, source.requestKey)
    const same = await tx.source.findUnique({ where: { requestKey: source.requestKey }, select: { id: true } })
    if (same) return same
  }
  const sha256 = text === null ? null : createHash('sha256').update(text).digest()
  if (sha256) {
    const same = await tx.source.findFirst({
      where: { sha256: Uint8Array.from(sha256) },
      select: { id: true, title: true },
    })
    if (same)
      throw new Refusal(
        'conflict',
        [{ field: 'text', code: 'sameText', values: { id: same.id, title: same.title } }],
        same,
      )
  }
  const publisher = await entityIds(tx, [source.publisher], 'publisher')
  const { id } = await tx.source.create({
    data: {
      publisherId: publisher.get(source.publisher)!,
      title: source.title,
      byline: source.byline,
      url: source.url,
      language: source.language,
      publishedOn: day(source.publishedOn),
      accessedOn: day(source.accessedOn)!,
      text,
      sha256: sha256 ? Uint8Array.from(sha256) : null,
      previousId: source.previousId,
      carriedFromId: source.carriedFromId,
      requestKey: source.requestKey,
      addedById: actor.userId,
    },
  })
  await audit({
    act: 'create',
    what: 'source',
    whatId: id,
    diff: difference({}, { ...source, text: text === null ? null : `${text.length} characters` }),
  })
  return { id }
}

/**
 * Stores an article or document as it was read. It is never changed afterwards. The same request key gives the same source;
 * a text that is stored already is refused with the id of the source that holds it. Needs `source.write`.
 */
export async function createSource(actor: Actor, input: SourceInput): Promise<{ id: number }> {
  assertMay(actor, 'source.write')
  const source = SourceInput.parse(input)
  return writing(actor, 'source.write', (write) => storeSource(write, actor, source))
}
