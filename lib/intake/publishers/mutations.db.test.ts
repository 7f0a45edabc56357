import { expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { fresh, openDesk } from '@/scripts/tests/desk'
import { addPublisher } from './mutations'

const desk = await openDesk()
const { editor } = desk.people
const slugsOf = async (...names: string[]) =>
  (await db.entity.findMany({ where: { name: { in: names } }, orderBy: { id: 'asc' } })).map(({ slug }) => slug)

test('outlets whose names are written in other letters are added one after the other', async () => {
  const edition = fresh('n')
    .replace(/[^0-9]/g, '')
    .replace(/\d/g, (digit) => 'абвгдежзик'[Number(digit)]!)
  const [one, other] = [`Ведомости ${edition}`, `Известия ${edition}`]
  await addPublisher(editor, one)
  await addPublisher(editor, other)
  await addPublisher(editor, one)
  const slugs = await slugsOf(one, other)
  expect(slugs).toHaveLength(2)
  for (const slug of slugs) expect(slug).toMatch(/^outlet-[0-9a-f]{8}$/)
})

test('a name that leaves the slug of another one gets its own', async () => {
  const name = fresh('The Daily')
  await addPublisher(editor, name)
  await addPublisher(editor, `${name}!`)
  const [first, second] = await slugsOf(name, `${name}!`)
  expect(second).toMatch(new RegExp(`^${first}-[0-9a-f]{8}$`))
})
