import { expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { Prisma } from '@/prisma/generated/client'

type Reader = { findFirst(): Promise<unknown> }
const models = Object.keys(Prisma.ModelName)

test.each(models)('the schema of %s is what the migrations made', async (model) => {
  const reader = db[(model[0]!.toLowerCase() + model.slice(1)) as keyof typeof db] as Reader
  await expect(reader.findFirst()).resolves.not.toThrow()
})

test('every column that the migrations made is in the schema', async () => {
  const columns = await db.$queryRaw<{ column: string }[]>`
    select table_name || '.' || column_name as column from information_schema.columns
     where table_schema = 'public' and table_name !~ '^_' and table_name not in ('relation_scope', 'corridor_scope')
       and data_type <> 'tsvector' -- the client knows no such type: only triggers and SQL meet it`
  const { models } = (db as unknown as { _runtimeDataModel: { models: Record<string, RuntimeModel> } })
    ._runtimeDataModel
  const known = Object.values(models).flatMap(({ dbName, fields }) =>
    fields.filter((field) => field.kind !== 'object').map((field) => `${dbName}.${field.dbName ?? field.name}`),
  )
  expect(columns.map(({ column }) => column).sort()).toEqual(known.sort())
})

type RuntimeModel = { dbName: string; fields: { name: string; dbName?: string; kind: string }[] }
