import { createHash } from 'node:crypto'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'

type Row = Record<string, unknown>
type Kind = 'observation' | 'target' | 'commitment' | 'agreement' | 'stage' | 'event' | 'statement'

const figure = { value: '461900000', unit_mult: 6, decimals: 1, qualifier: 'exact' }
const codes = { commitment: 'pledge', agreement: 'treaty', stage: 'delivered', event: 'AGREE', statement: 'support' }

/**
 * Raw SQL against the model, as somebody would write it who goes around every rule of the program. Each test runs in
 * a transaction that is rolled back. What `draft` and its siblings make breaks no rule; a test changes one thing.
 */
export class Facts {
  #made = 0

  constructor(readonly client: pg.Client) {}

  async insert(table: string, row: Row): Promise<number> {
    const columns = Object.keys(row)
    const { rows } = await this.client.query(
      `insert into "${table}" (${columns.join(', ')}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')}) returning *`,
      Object.values(row),
    )
    return rows[0].id
  }

  async update(table: string, id: number, row: Row): Promise<void> {
    const changes = Object.keys(row).map((column, i) => `${column} = $${i + 2}`)
    await this.client.query(`update "${table}" set ${changes.join(', ')} where id = $1`, [id, ...Object.values(row)])
  }

  async remove(table: string, id: number): Promise<void> {
    await this.client.query(`delete from "${table}" where id = $1`, [id])
  }

  async one<T extends Row>(text: string, values: unknown[] = []): Promise<T> {
    const { rows } = await this.client.query<T>(text, values)
    return rows[0] as T
  }

  /**
   * What comes of trying, undone again: `accepted`, or what refused it (the name of the constraint, else the SQLSTATE).
   * Checks that are deferred to the end of a transaction are made at once.
   */
  async answerTo(attempt: () => Promise<unknown>): Promise<string> {
    await this.client.query('savepoint attempt')
    try {
      await attempt()
      await this.client.query('set constraints all immediate')
      return 'accepted'
    } catch (error) {
      if (!(error instanceof pg.DatabaseError)) throw error
      return error.constraint ?? error.code ?? error.message
    } finally {
      await this.client.query('rollback to savepoint attempt; release savepoint attempt')
    }
  }

  async country(code: string): Promise<number> {
    return (await this.one<{ id: number }>('select id from entity where slug = $1', [code])).id
  }

  entity(row: Row = {}): Promise<number> {
    return this.insert('entity', { kind: 'organisation', slug: `body-${++this.#made}`, name: 'A body', ...row })
  }

  indicator(row: Row = {}): Promise<number> {
    const code = `count-${++this.#made}`
    const words = { code, name: 'A count', definition: 'What is counted', theme: 'trade' }
    return this.insert('indicator', { ...words, unit: 'USD', frequency: 'A', desired: 1, ...row })
  }

  async series(row: Row = {}): Promise<number> {
    return this.insert('series', {
      indicator_id: row.indicator_id ?? (await this.indicator()),
      about_id: await this.country('kaz'),
      unit: 'USD',
      ...row,
    })
  }

  async source(row: Row = {}): Promise<number> {
    const text = row.text as string | null | undefined
    return this.insert('source', {
      publisher_id: row.publisher_id ?? (await this.entity()),
      title: 'An article',
      language: 'en',
      published_on: '2023-04-10',
      accessed_on: '2023-05-01',
      sha256: text ? createHash('sha256').update(text).digest() : null,
      added_by_id: 'system',
      ...row,
    })
  }

  evidence(entry: number, source: number, row: Row = {}): Promise<number> {
    return this.insert('evidence', { entry_id: entry, source_id: source, ...row })
  }

  /** A draft that may be published once it has evidence: of 2022 where it has a period. */
  async draft(kind: Kind, row: Row = {}): Promise<number> {
    const common = { kind, theme: 'trade', author_id: 'system', starts: '2022-01-01', ends: '2023-01-01' }
    if (kind === 'observation' || kind === 'target') {
      const series_id = row.series_id ?? (await this.series())
      const { about_id } = await this.one<{ about_id: number }>('select about_id from series where id = $1', [
        series_id,
      ])
      const observed = kind === 'observation' ? { obs_status: 'A', rank: 'normal', basis: 'office' } : {}
      return this.insert('entry', { ...common, about_id, series_id, ...figure, ...observed, ...row })
    }
    const about_id = await this.country('kaz')
    const title = kind === 'stage' ? null : 'What was said'
    const of_id = kind === 'stage' ? (row.of_id ?? (await this.draft('commitment'))) : null
    return this.insert('entry', { ...common, about_id, code: codes[kind], title, of_id, ...row })
  }

  /** Publishes as the program does: by an update of the draft. */
  publish(id: number, row: Row = {}): Promise<void> {
    return this.update('entry', id, {
      state: 'published',
      published_at: '2026-01-01T00:00:00Z',
      approver_id: 'system',
      ...row,
    })
  }

  async published(kind: Kind, row: Row = {}, source?: number): Promise<number> {
    const id = await this.draft(kind, row)
    await this.evidence(id, source ?? (await this.source()))
    await this.publish(id)
    return id
  }

  retire(id: number, row: Row = {}): Promise<void> {
    return this.update('entry', id, { retired_at: '2026-02-01T00:00:00Z', retired_reason: 'A slip', ...row })
  }

  /** The next version of an entry, in draft, with everything as it was. */
  async correction(root: number, row: Row = {}): Promise<number> {
    const old = await this.one<Row>(
      `select kind, about_id, theme, code, title, starts::text, ends::text, period_words, series_id, value, value_to,
              unit_mult, decimals, qualifier, obs_status, rank, basis, of_id, note, author_id from entry where id = $1`,
      [root],
    )
    return this.insert('entry', { ...old, root_id: root, version: 2, change_reason: 'A digit was wrong', ...row })
  }
}

/** Facts on the test file's own database; every test begins with what the migrations put there. */
export function openFacts(): Facts {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  client.on('error', () => {})
  beforeAll(async () => {
    await client.connect()
  })
  beforeEach(async () => {
    await client.query('begin')
  })
  afterEach(async () => {
    await client.query('rollback')
  })
  afterAll(() => client.end())
  return new Facts(client)
}
