import type { TestProject } from 'vitest/node'
import { migrate } from '@/server/migrate'
import { asAdmin, databaseUrl, dropDatabases, startDatabaseServer } from './databases'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A connection that may create databases, and the migrated database that every test file gets a copy of. */
    database: { adminUrl: string; template: string }
  }
}

/** Before the database tests: a real PostgreSQL with one migrated database. After them: nothing is left of it. */
export default async function setup(project: TestProject) {
  const { adminUrl, stop } = await startDatabaseServer()
  const template = `entente_test_${process.pid}`
  await asAdmin(adminUrl, (admin) => admin.query(`CREATE DATABASE ${template}`))
  await migrate(databaseUrl(adminUrl, template))
  project.provide('database', { adminUrl, template })

  return async () => {
    await dropDatabases(adminUrl, template)
    await stop()
  }
}
