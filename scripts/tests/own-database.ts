import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { expect, inject } from 'vitest'
import { asAdmin, databaseUrl } from './databases'

/**
 * Gives each test file a database of its own, before it imports `lib/db/client`: migrated and empty, or with the sample
 * when its name ends in `.sample.db.test.ts`. All are dropped when the run ends, not here: the file's pool may still be
 * connected.
 */
const { adminUrl, template } = inject('database')
const name = `${template}_${randomUUID().slice(0, 8)}`
const needsSample = expect.getState().testPath?.endsWith('.sample.db.test.ts')
const from = needsSample ? await sampleTemplate() : template
await asAdmin(adminUrl, (admin) => admin.query(`CREATE DATABASE ${name} TEMPLATE ${from}`))
process.env.DATABASE_URL = databaseUrl(adminUrl, name)

/** The first file that asks loads the sample, while the others wait; later ones copy it. */
async function sampleTemplate(): Promise<string> {
  const ready = `${template}_sample`
  await asAdmin(adminUrl, async (admin) => {
    await admin.query('SELECT pg_advisory_lock(hashtext($1))', [ready])
    const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [ready])
    if (rowCount) return
    const loading = `${ready}_loading`
    await admin.query(`DROP DATABASE IF EXISTS ${loading} WITH (FORCE)`)
    await admin.query(`CREATE DATABASE ${loading} TEMPLATE ${template}`)
    execFileSync(process.execPath, ['--import', 'tsx', 'scripts/tests/load-sample.ts'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DATABASE_URL: databaseUrl(adminUrl, loading) },
    })
    await admin.query(`ALTER DATABASE ${loading} RENAME TO ${ready}`)
  })
  return ready
}
