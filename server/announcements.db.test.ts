import pg from 'pg'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { Announcements, readTags } from './announcements'
import { PageCache } from './page-cache'

const url = () => process.env.DATABASE_URL!
const nowhere = 'postgresql://entente@localhost:1/entente'
const open: Announcements[] = []

afterEach(async () => {
  for (const announcements of open.splice(0)) await announcements.stop()
})

async function sql(text: string) {
  const client = new pg.Client({ connectionString: url() })
  await client.connect()
  await client.query(text).finally(() => client.end())
}

async function listen(address = url) {
  const pages = new PageCache(1_000_000)
  const said: string[] = []
  const announcements = new Announcements(address, pages, (line) => said.push(line))
  open.push(announcements)
  await announcements.start()
  const keep = (key: string, tag: string) =>
    pages.keep(key, tag, pages.stamp(tag), {
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: Buffer.from(key),
    })
  return { pages, announcements, keep, said }
}

describe('announcements of other servers', () => {
  test('a publication somewhere forgets its pages here and no others', async () => {
    const { pages, keep } = await listen()
    await keep('/', '*')
    await keep('/relations/aze-kaz', 'relation:aze-kaz')
    await keep('/relations/aze-tur', 'relation:aze-tur')
    await sql(`select pg_notify('entente', '["*","relation:aze-kaz"]')`)
    await vi.waitFor(() => expect(pages.find('/relations/aze-kaz')).toBeUndefined())
    expect(pages.find('/')).toBeUndefined()
    expect(pages.find('/relations/aze-tur')).toBeDefined()
  })

  test('a publication of a transaction that failed forgets nothing', async () => {
    const { pages, keep } = await listen()
    await keep('/relations/aze-kaz', 'relation:aze-kaz')
    await keep('/relations/aze-tur', 'relation:aze-tur')
    await sql(`begin; select pg_notify('entente', '["relation:aze-kaz"]'); rollback`)
    await sql(`select pg_notify('entente', '["relation:aze-tur"]')`)
    await vi.waitFor(() => expect(pages.find('/relations/aze-tur')).toBeUndefined())
    expect(pages.find('/relations/aze-kaz')).toBeDefined()
  })

  test('when the connection is lost everything is forgotten and nothing is kept until it is back', async () => {
    let address = url()
    const { pages, announcements, keep, said } = await listen(() => address)
    await keep('/', '*')
    expect(pages.find('/')).toBeDefined()
    address = nowhere
    await sql(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'entente listen' and datname = current_database()`,
    )
    await vi.waitFor(() => expect(pages.isOpen).toBe(false))
    expect(announcements.isUp).toBe(false)
    await keep('/', '*')
    expect(pages.find('/')).toBeUndefined()

    address = url()
    await vi.waitFor(() => expect(pages.isOpen).toBe(true), { timeout: 5000 })
    expect(announcements.isUp).toBe(true)
    expect(pages.find('/')).toBeUndefined()
    await keep('/', '*')
    await sql(`select pg_notify('entente', '["all"]')`)
    await vi.waitFor(() => expect(pages.find('/')).toBeUndefined())
    expect(said).toHaveLength(2)
  })

  test('a database that is away at the start is found when it comes', async () => {
    let address = nowhere
    const { pages } = await listen(() => address)
    expect(pages.isOpen).toBe(false)
    address = url()
    await vi.waitFor(() => expect(pages.isOpen).toBe(true), { timeout: 5000 })
  })

  test('a server that stops serves nothing from memory and does not come back', async () => {
    const { pages, announcements } = await listen()
    await announcements.stop()
    expect([pages.isOpen, announcements.isUp]).toEqual([false, false])
  })

  test.each([undefined, '', 'x', '{}', '[1]', 'null'])('the announcement %s forgets everything', (payload) => {
    expect(readTags(payload)).toEqual(['all'])
  })
})
