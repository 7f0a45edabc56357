import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { EmbeddedPostgres } from '@/server/embedded-postgres'
import { migrate } from '@/server/migrate'

/** Figures of one relation in the large base: 25 series of 200 readings. */
const figuresOfRelation = 5000
const dataDir = '.data-bench'

/** The databases that a bench runs on. Sample and large base are kept for the next run; what is published goes into a copy. */
export type Data = {
  /** A fresh copy of the sample. */
  sample: string
  /** The sample and as many figures as were asked for; null when none were. */
  large: string | null
  /** The process of PostgreSQL, where it is ours. */
  pid: number | null
}

/**
 * @param size how many generated observations the large base has; 0 for none.
 * @param atEnd is given what ends the database, as soon as there is something to end.
 */
export async function prepareData(
  size: number,
  say: (line: string) => void,
  atEnd: (close: () => Promise<void>) => void,
): Promise<Data> {
  const own = process.env.DATABASE_URL_BENCH ? null : await EmbeddedPostgres.own(dataDir, say)
  atEnd(async () => own?.stop())
  const adminUrl = process.env.DATABASE_URL_BENCH ?? own!.url
  const admin = new pg.Client({ connectionString: adminUrl })
  admin.on('error', () => {})
  await admin.connect()
  const run = `bench_run_${process.pid}`
  atEnd(async () => {
    await admin.query(`drop database if exists ${run} with (force)`).catch(() => {})
    await admin.end()
    await own?.stop()
  })
  const stamp = stampOfInputs()
  const relations = Math.ceil(size / figuresOfRelation)
  const kept = { sample: `bench_sample_${stamp}`, large: `bench_large_${relations}_${stamp}` }
  await dropAllBut(admin, stamp)
  await once(admin, adminUrl, kept.sample, null, async (url) => {
    say('loading the sample')
    await migrate(url)
    execFileSync(process.execPath, ['--import', 'tsx', 'server/seed-command.ts'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DATABASE_URL: url, ENTENTE_SECRET: 'a secret of the bench, for nobody else' },
    })
    await checkSample(url)
  })
  if (relations)
    await once(admin, adminUrl, kept.large, kept.sample, async (url) => {
      say(`making ${relations * figuresOfRelation} observations; they are kept in ${dataDir} for the next run`)
      await makeLarge(url, relations)
    })
  await admin.query(`create database ${run} template ${kept.sample}`)
  return {
    sample: inDatabase(adminUrl, run),
    large: relations ? inDatabase(adminUrl, kept.large) : null,
    pid: own ? postmasterOf() : null,
  }
}

/** Makes a database unless a whole one is there; a half-made one has another name and goes away with the next run. */
async function once(
  admin: pg.Client,
  adminUrl: string,
  name: string,
  template: string | null,
  fill: (url: string) => Promise<void>,
) {
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [name])
  if (rowCount) return
  const making = `${name}_making`
  await admin.query(`drop database if exists ${making} with (force)`)
  await admin.query(`create database ${making}${template ? ` template ${template}` : ''}`)
  await fill(inDatabase(adminUrl, making))
  await admin.query(`alter database ${making} rename to ${name}`)
}

async function checkSample(url: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rowCount } = await client.query(`select from entity where slug = 'aze-kaz'`)
  await client.end()
  if (!rowCount) throw new Error('the sample was not loaded')
}

async function makeLarge(url: string, relations: number) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`set bench.relations = ${relations}`)
    await client.query(readFileSync(new URL('large.sql', import.meta.url), 'utf8'))
    await client.query('vacuum (analyze)')
    const { rows } = await client.query<{ rule: string; broken: number }>(brokenRules)
    const faults = rows.filter(({ broken }) => broken > 0).map(({ rule, broken }) => `${rule}: ${broken}`)
    if (faults.length) throw new Error(`the generated data break rules that the product keeps:\n${faults.join('\n')}`)
  } finally {
    await client.end()
  }
}

/** What triggers and foreign keys would have refused: they were off while the data were made. */
const brokenRules = `
  select 'known on the day of the earliest source' as rule, count(*)::int as broken from entry e
   where e.known_on is distinct from (select min(coalesce(s.published_on, s.accessed_on)) from evidence v join source s on s.id = v.source_id where v.entry_id = e.id)
  union all select 'the first version is its own root', count(*)::int from entry where version = 1 and root_id <> id
  union all select 'a figure stands on the entity of its series', count(*)::int from entry e where series_id is not null
     and not exists (select from series s where s.id = e.series_id and s.about_id = e.about_id)
  union all select 'a stage has its promise', count(*)::int from entry e where of_id is not null
     and not exists (select from entry r where r.id = e.of_id and r.version = 1 and r.kind in ('target','commitment','agreement'))
  union all select 'codes are listed', count(*)::int from entry e where code is not null and not exists (select from kind_code k where k.kind = e.kind and k.code = e.code)
  union all select 'a relation has its two countries', count(*)::int from entity r where r.kind = 'relation' and
     (select string_agg(m.slug, '-' order by m.slug) from entity_member x join entity m on m.id = x.member_id where x.entity_id = r.id) is distinct from r.slug`

/** A hash of all the data are made from, and the month: their newest figure is that of some months ago. */
function stampOfInputs(): string {
  const hash = createHash('sha256').update(new Date().toISOString().slice(0, 7))
  const take = (path: string): void => {
    if (statSync(path).isDirectory()) for (const name of readdirSync(path).sort()) take(join(path, name))
    else if (!/\.test\.ts$/.test(path)) hash.update(readFileSync(path))
  }
  for (const path of ['prisma/migrations', 'prisma/sample', 'bench/large.sql']) take(path)
  return hash.digest('hex').slice(0, 10)
}

/** Bases made from other inputs, and what is left of earlier runs. */
async function dropAllBut(admin: pg.Client, stamp: string) {
  const { rows } = await admin.query<{ name: string }>(
    `select datname as name from pg_database where datname ~ '^bench_(sample|large|run)_'`,
  )
  for (const { name } of rows)
    if (!name.endsWith(`_${stamp}`)) await admin.query(`drop database "${name}" with (force)`)
}

function inDatabase(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}

const postmasterOf = () => Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
