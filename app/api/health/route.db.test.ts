import { afterEach, describe, expect, test, vi } from 'vitest'

const own = process.env.DATABASE_URL

afterEach(() => {
  process.env.DATABASE_URL = own
  vi.unstubAllEnvs()
  vi.resetModules()
})

/** A fresh route each time: it remembers its last answer for a second. */
async function ask() {
  const { GET } = await import('./route')
  const answer = await GET()
  return { status: answer.status, cache: answer.headers.get('cache-control'), body: await answer.json() }
}

describe('GET /api/health', () => {
  test('tells version, database and migrations, and is never kept', async () => {
    vi.stubEnv('ENTENTE_VERSION', '1.2.3')
    const { status, cache, body } = await ask()
    expect(status).toBe(200)
    expect(cache).toBe('no-store')
    expect(body).toMatchObject({ status: 'ok', version: '1.2.3', database: 'up', migrations: { pending: 0 } })
    expect(body.migrations.applied).toBeGreaterThan(0)
  })

  test('answers 503 when the database is away, and tells nothing about it', async () => {
    process.env.DATABASE_URL = 'postgresql://entente:hunter2@localhost:1/entente'
    const { status, cache, body } = await ask()
    expect([status, cache]).toEqual([503, 'no-store'])
    expect(body).toEqual({ status: 'unavailable', version: expect.any(String), database: 'down', migrations: null })
  })
})
