import type { Actor } from '@/lib/auth/actor'
import { currentActor } from '@/lib/auth/session'
import { contentTypes } from '@/lib/charts/request'
import type { Filters } from '@/lib/dashboards/schema'
import { Refusal } from '@/lib/errors/refusal'
import { type Columns, toCsv } from '@/lib/formats/csv'
import { answer } from '@/lib/http/door'
import { fileAnswer } from '@/lib/http/file'
import { noRelation } from './relations/[slug]/no-relation'

type Schema<T> = { parse: (input: unknown) => T; shape: object }

/** What an address asks for and cannot have: in a file nothing is left out silently, so that it is refused. */
function readFilters<T extends Filters>(schema: Schema<T>, parameters: URLSearchParams): T {
  const written = Object.fromEntries([...parameters].filter(([, value]) => value !== ''))
  const filters = schema.parse(written)
  const wrong = Object.keys(schema.shape).filter(
    (name) => written[name] !== undefined && filters[name as keyof T] === null,
  )
  if (wrong.length)
    throw new Refusal(
      'invalid',
      wrong.map((name) => ({ field: name, code: 'notASetting', values: { value: written[name]!.slice(0, 60) } })),
    )
  return filters
}

/**
 * Answers `/relations/<slug>/<page>.csv` with the table of a page, by the same settings as the page's own address.
 * @param load the rows, or null when there is no such relation.
 */
export function answerTable<T extends Filters, Row extends Record<keyof Row, string | number | null>>(
  request: Request,
  slug: string,
  page: string,
  { columns, filters }: { columns: Columns<Row>; filters: Schema<T> },
  load: (actor: Actor, filters: T) => Promise<readonly Row[] | null>,
): Promise<Response> {
  return answer('a table', async () => {
    const asked = readFilters(filters, new URL(request.url).searchParams)
    const actor = await currentActor()
    const rows = await load(actor, asked)
    if (!rows) throw await noRelation(actor, slug)
    return fileAnswer(request, actor, {
      name: `${slug}-${page}.csv`,
      type: contentTypes.csv,
      body: toCsv(columns, rows),
    })
  })
}
