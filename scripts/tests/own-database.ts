import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

/**
 * Gives each test file a database of its own, before it imports `lib/db/client`.
 * It is dropped with all others when the run ends, not here: the file's pool may still be connected.
 */
const { adminUrl, template } = inject('database')
const name = `${template}_${randomUUID().slice(0, 8)}`
const admin = new pg.Client({ connectionString: adminUrl })
await admin.connect()
await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`)
await admin.end()

const url = new URL(adminUrl)
url.pathname = `/${name}`
process.env.DATABASE_URL = url.href
