import { execFileSync } from 'node:child_process'
import type { FullConfig } from '@playwright/test'
import { EmbeddedPostgres } from '@/server/embedded-postgres'
import { startServer, temporaryDataDir } from './server'

/** One server with the sample for the whole run; how it ends is part of what is tested. */
export default async function setup(config: FullConfig) {
  const { dataDir, remove } = temporaryDataDir()
  // A language model that is there only while the test that asks it runs.
  const settings = {
    ENTENTE_MODEL_URL: `http://127.0.0.1:${process.env.ENTENTE_E2E_MODEL_PORT}/v1`,
    ENTENTE_MODEL_NAME: 'test',
  }
  const started = Date.now()
  console.log('Starting the production server with a database of its own (the first time it builds) …')
  const server = await startServer(dataDir, { port: Number(process.env.ENTENTE_E2E_PORT), settings }).catch((error) => {
    remove()
    throw error
  })
  const end = async () => {
    const code = await server.stop()
    if (process.env.ENTENTE_E2E_LOG) console.log(server.output())
    remove()
    if (code !== 0) throw new Error(`The server ended with ${code}:\n${server.output()}`)
  }
  try {
    await makePeople(dataDir, config.workers)
  } catch (error) {
    await end()
    throw error
  }
  console.log(`${server.url} is ready after ${Math.round((Date.now() - started) / 1000)} s`)
  return end
}

async function makePeople(dataDir: string, workers: number) {
  const databaseUrl = await EmbeddedPostgres.running(dataDir)
  if (!databaseUrl) throw new Error(`No database runs in ${dataDir}`)
  // For tests that do what another server of this database would do.
  process.env.E2E_DATABASE_URL = databaseUrl
  execFileSync(process.execPath, ['--import', 'tsx', 'e2e/support/make-people.ts', String(workers)], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DATABASE_URL: databaseUrl },
  })
}
