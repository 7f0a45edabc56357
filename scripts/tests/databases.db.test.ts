import { expect, test } from 'vitest'
import { db } from '@/lib/db/client'

test('a test file has a migrated database to itself', async () => {
  const [own] = await db.$queryRaw<{ name: string; countries: bigint }[]>`
    select current_database() as name, (select count(*) from entity where kind = 'country') as countries`
  expect(process.env.DATABASE_URL).toContain(own!.name)
  expect(own!.countries).toBe(249n)
})
