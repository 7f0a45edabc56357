import { describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { entityKinds } from '@/lib/entities/schema'
import { bases, entryKinds, kindCodes, obsStatuses, partyRoles, ranks } from '@/lib/entries/schema'
import { frequencies, measures, themes, units } from '@/lib/indicators/schema'
import { qualifiers } from '@/lib/quantities/schema'

const sorted = (codes: readonly string[]) => [...codes].sort()
const labels = async (type: string) =>
  (
    await db.$queryRaw<{ label: string }[]>`
      select enumlabel as label from pg_enum e join pg_type t on t.oid = e.enumtypid
       where t.typname = ${type} order by enumsortorder`
  ).map(({ label }) => label)
/** The codes that a check lists. */
const listed = async (constraint: string) => {
  const [check] = await db.$queryRaw<{ text: string }[]>`
    select pg_get_constraintdef(oid) as text from pg_constraint where conname = ${constraint}`
  return [...check!.text.matchAll(/'([^']+)'/g)].map(([, code]) => code!)
}

describe('the database and the program have the same', () => {
  test('themes, in the order of a dashboard', async () => {
    const stored = await db.theme.findMany({ orderBy: { place: 'asc' } })
    expect(stored.map((t) => t.code)).toEqual([...themes])
  })

  test('units', async () => {
    expect(sorted((await db.unit.findMany()).map((u) => u.code))).toEqual(sorted(units))
  })

  test('observation statuses', async () => {
    expect(sorted((await db.obsStatus.findMany()).map((s) => s.code))).toEqual(sorted(obsStatuses))
  })

  test('codes of every kind', async () => {
    const stored = await db.kindCode.findMany()
    const listedOf = (kind: string) => sorted(stored.filter((row) => row.kind === kind).map((row) => row.code))
    for (const kind of entryKinds)
      expect(listedOf(kind), kind).toEqual(sorted(kind in kindCodes ? kindCodes[kind as keyof typeof kindCodes] : []))
  })

  test('roles of parties and frequencies', async () => {
    expect(sorted(await listed('entry_party_role_check'))).toEqual(sorted(partyRoles))
    expect(sorted(await listed('indicator_frequency_check'))).toEqual(sorted(frequencies))
  })

  test.each([
    ['entity_kind', entityKinds],
    ['entry_kind', entryKinds],
    ['qualifier', qualifiers],
    ['measure', measures],
    ['basis', bases],
    // the order matters: the best rank sorts first
    ['obs_rank', ranks],
    ['entry_state', ['draft', 'in_review', 'rejected', 'published']],
    ['user_role', ['reader', 'editor', 'reviewer', 'admin']],
  ])('%s', async (type, codes) => {
    expect(await labels(type)).toEqual([...codes])
  })

  test('names for all codes', async () => {
    const [nameless] = await db.$queryRaw<{ n: number }[]>`
      select count(*)::int n from (select name from theme union all select name from unit
        union all select name from obs_status union all select name from kind_code) c where name !~ '\\S'`
    expect(nameless!.n).toBe(0)
  })
})
