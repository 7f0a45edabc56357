import { describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { createEntity, updateEntity } from '@/lib/entities/mutations'
import type { Refusal } from '@/lib/errors/refusal'
import { openDesk } from '@/scripts/tests/desk'
import { drawCorridor } from './mutations'
import { getRoute } from './routes/queries'

const { people } = await openDesk()
const { editor } = people
let made = 0
const place = async (name: string, at: [number, number] | null = [43, 51]) => {
  const slug = `${name.toLowerCase()}-${++made}`
  await createEntity(editor, { kind: 'place', slug, name, lat: at?.[0] ?? null, lon: at?.[1] ?? null })
  return slug
}
const corridor = async () => {
  const slug = `corridor-${++made}`
  const { id } = await createEntity(editor, { kind: 'corridor', slug, name: 'A corridor', members: ['aze', 'kaz'] })
  return { id, slug }
}
const answerTo = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: Refusal) => [error.code, ...error.faults.map((f) => `${f.field} ${f.code}`)].join(' '),
  )

describe('drawing a corridor', () => {
  test('stores its places in their order and its legs, and writes who did it', async () => {
    const { id, slug } = await corridor()
    const [a, b, c] = [await place('Almaty'), await place('Aktau'), await place('Alat')]
    await drawCorridor(editor, id, 1, {
      nodes: [a, b, c],
      legs: [
        { from: b, to: c, mode: 'sea', about: c },
        { from: a, to: b, mode: 'rail' },
      ],
    })
    const route = (await getRoute(editor, slug))!
    expect(route.nodes.map((n) => n.slug)).toEqual([a, b, c])
    expect(route.legs.map((l) => [l.from, l.to, l.mode, l.about])).toEqual([
      [a, b, 'rail', null],
      [b, c, 'sea', c],
    ])
    expect(route.revision).toBe(2)
    const audited = await db.audit.findFirstOrThrow({
      where: { what: 'entity', whatId: String(id) },
      orderBy: { id: 'desc' },
    })
    expect(audited).toMatchObject({ act: 'update', userId: editor.userId })
    expect(JSON.stringify(audited.diff)).toContain(b)
  })

  test('turns places round without meeting itself, and forgets legs that are no longer there', async () => {
    const { id, slug } = await corridor()
    const [a, b] = [await place('Poti'), await place('Batumi')]
    await drawCorridor(editor, id, 1, { nodes: [a, b], legs: [{ from: a, to: b, mode: 'road' }] })
    await drawCorridor(editor, id, 2, { nodes: [b, a] })
    const route = (await getRoute(editor, slug))!
    expect([route.nodes.map((n) => n.slug), route.legs]).toEqual([[b, a], []])
  })

  test('is refused on top of what somebody else saved, and shows theirs', async () => {
    const { id } = await corridor()
    const [a, b] = [await place('Kars'), await place('Istanbul')]
    await drawCorridor(editor, id, 1, { nodes: [a] })
    const late = await drawCorridor(editor, id, 1, { nodes: [b] }).catch((error: Refusal) => error)
    expect(late).toMatchObject({ code: 'conflict', detail: { current: { nodes: [a], legs: [] }, revision: 2 } })
  })

  test('names the place that cannot be drawn, the leg that leads nowhere, and what is no corridor', async () => {
    const { id } = await corridor()
    const [a, nowhere] = [await place('Baku'), await place('Atlantis', null)]
    expect(await answerTo(drawCorridor(editor, id, 1, { nodes: [a, nowhere] }))).toBe(
      'invalid nodes placeWithoutCoordinates',
    )
    expect(await answerTo(drawCorridor(editor, id, 1, { nodes: [a, 'kaz'] }))).toBe('invalid nodes notAPlace')
    expect(await answerTo(drawCorridor(editor, id, 1, { nodes: [a, 'nothing'] }))).toBe('invalid nodes unknownEntity')
    const kaz = await db.entity.findUniqueOrThrow({ where: { slug: 'kaz' } })
    expect(await answerTo(drawCorridor(editor, kaz.id, 1, { nodes: [a] }))).toBe('notFound')
  })

  test('a place on a corridor does not lose its coordinates through its own form', async () => {
    const { id } = await corridor()
    const slug = await place('Kuryk')
    await drawCorridor(editor, id, 1, { nodes: [slug] })
    const stored = await db.entity.findUniqueOrThrow({ where: { slug } })
    expect(await answerTo(updateEntity(editor, stored.id, 1, { kind: 'place', slug, name: 'Kuryk' }))).toBe(
      'invalid lat onACorridor',
    )
  })
})
