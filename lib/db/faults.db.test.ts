import { PrismaPg } from '@prisma/adapter-pg'
import { expect, test } from 'vitest'
import { Refusal } from '@/lib/errors/refusal'
import { PrismaClient } from '@/prisma/generated/client'
import { db } from './client'
import { databaseFault, reaching } from './faults'

const faultOf = async (work: () => Promise<unknown>) => databaseFault(await work().catch((error: unknown) => error))
const country = { kind: 'country', slug: 'kaz', name: 'Twice' } as const
const clientOf = (connectionString: string) =>
  new PrismaClient({
    adapter: new PrismaPg(
      { connectionString, connectionTimeoutMillis: 2000 },
      { onPoolError: () => {}, onConnectionError: () => {} },
    ),
    transactionOptions: { maxWait: 500 },
  })

test('a value that stands already is told by the name of its constraint, through the model and through SQL', async () => {
  expect(await faultOf(() => db.entity.create({ data: country }))).toEqual({
    state: '23505',
    constraint: 'entity_slug_key',
    away: false,
  })
  expect(
    await faultOf(() => db.$executeRaw`insert into entity (kind, slug, name) values ('country', 'kaz', 'Twice')`),
  ).toEqual({ state: '23505', constraint: 'entity_slug_key', away: false })
})

test('a broken check is told by its name', async () => {
  expect(
    await faultOf(() => db.entity.create({ data: { ...country, kind: 'organisation', slug: 'Not A Slug' } })),
  ).toMatchObject({ state: '23514', constraint: 'slug_is_plain', away: false })
})

test('a rule that a trigger holds is told by its own state', async () => {
  const source = await db.source.create({
    data: { publisherId: 1, title: 'T', language: 'en', accessedOn: new Date('2024-01-01'), addedById: 'system' },
  })
  expect(await faultOf(() => db.source.delete({ where: { id: source.id } }))).toMatchObject({
    state: 'EN007',
    away: false,
  })
  expect(
    await faultOf(() =>
      db.$transaction((tx) =>
        tx.entity.create({ data: { kind: 'relation', slug: 'aze-kaz', name: 'Without members' } }),
      ),
    ),
  ).toMatchObject({ state: 'EN008', away: false })
})

test('a server that is not there is away, whatever asked for it', async () => {
  const nobody = clientOf('postgres://nobody@127.0.0.1:9/none')
  expect(await faultOf(() => nobody.entity.count())).toMatchObject({ away: true })
  expect(await faultOf(() => nobody.$queryRaw`select 1`)).toMatchObject({ away: true })
  expect(await faultOf(() => nobody.$transaction((tx) => tx.entity.count()))).toMatchObject({ away: true })
  await expect(reaching(() => nobody.entity.count())).rejects.toMatchObject({ code: 'unavailable' })
})

test('a connection that the server ends in the middle of a statement is away, and the next statement is answered', async () => {
  const cut = clientOf(process.env.DATABASE_URL!)
  const [{ pid } = { pid: 0 }] = await cut.$queryRaw<{ pid: number }[]>`select pg_backend_pid() as pid`
  const sleeping = faultOf(() => cut.$queryRaw`select pg_sleep(30)::text`)
  await expect
    .poll(async () => {
      const rows = await db.$queryRaw<{ ended: boolean }[]>`
        select pg_terminate_backend(pid) as ended from pg_stat_activity where pid = ${pid} and query like '%pg_sleep%' and state = 'active'`
      return rows.length
    })
    .toBe(1)
  expect(await sleeping).toMatchObject({ away: true })
  expect(await cut.$queryRaw`select 1 as one`).toEqual([{ one: 1 }])
})

test('what is not the database’s is nobody’s fault of it', () => {
  expect(databaseFault(new Error('a typo'))).toBeNull()
  expect(databaseFault(new Refusal('notFound'))).toBeNull()
  expect(databaseFault('text')).toBeNull()
})
