import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { asAdmin, databaseUrl } from '@/scripts/tests/databases'
import { migrate } from './migrate'

let folder: string
let url: string
const name = () => new URL(url).pathname.slice(1)

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'entente-migrations-'))
  writeFileSync(join(folder, 'migration_lock.toml'), 'provider = "postgresql"\n')
  url = databaseUrl(process.env.DATABASE_URL!, `entente_migrate_${process.pid}_${Date.now()}`)
  await asAdmin(process.env.DATABASE_URL!, (admin) => admin.query(`create database ${name()}`))
})

afterEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  await asAdmin(process.env.DATABASE_URL!, (admin) => admin.query(`drop database ${name()} with (force)`))
})

function write(migration: string, sql: string) {
  mkdirSync(join(folder, migration), { recursive: true })
  writeFileSync(join(folder, migration, 'migration.sql'), sql)
}

async function ask<T>(sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

// What a script may hold that a cut at every semicolon would break.
const withSemicolons = `
  create table a (id int); -- a comment; with one
  create function one() returns int language plpgsql as $$ begin perform 1; return 1; end $$;
  insert into a values (1); comment on table a is 'text; with one';`

test('migrations are applied once, in order, whole', async () => {
  write('0001_first', withSemicolons)
  expect(await migrate(url, folder)).toEqual(['0001_first'])
  write('0002_second', 'alter table a add b text; update a set b = one()::text;')
  write('0003_third', 'create index on a (b);')
  expect(await migrate(url, folder)).toEqual(['0002_second', '0003_third'])
  expect(await migrate(url, folder)).toEqual([])
  expect(await ask('select * from a')).toEqual([{ id: 1, b: '1' }])
  const rows = await ask<{ migration_name: string }>(
    'select migration_name from _prisma_migrations order by started_at',
  )
  expect(rows.map((row) => row.migration_name)).toEqual(['0001_first', '0002_second', '0003_third'])
})

test('two processes that migrate at the same moment do it once', async () => {
  write('0001_first', withSemicolons)
  const done = await Promise.all([migrate(url, folder), migrate(url, folder), migrate(url, folder)])
  expect(done.flat()).toEqual(['0001_first'])
})

test('a migration that fails says which and why, leaves nothing behind, and is tried again', async () => {
  write('0001_first', 'create table a (id int); insert into b values (1);')
  await expect(migrate(url, folder)).rejects.toThrow(/0001_first.*relation "b" does not exist/)
  expect(await ask(`select to_regclass('a') as a`)).toEqual([{ a: null }])
  write('0001_first', 'create table a (id int);')
  expect(await migrate(url, folder)).toEqual(['0001_first'])
})
