import type { APIResponse } from '@playwright/test'
import { expect, test } from './support/fixtures'

const page = '/relations/aze-kaz/indicators/trade-turnover'
// What must not change between two requests is asked of an indicator that no other test publishes to.
const quiet = 'corridor-cargo'
const chart = (format: string, query = '') => `/relations/aze-kaz/charts/trade-turnover.${format}${query}`
const formats = [
  { format: 'png', type: 'image/png', magic: '\x89PNG\r\n\x1a\n' },
  { format: 'svg', type: 'image/svg+xml', magic: '<svg ' },
  { format: 'pdf', type: 'application/pdf', magic: '%PDF-' },
  { format: 'csv', type: 'text/csv', magic: '\xef\xbb\xbfindicator,' },
  { format: 'json', type: 'application/json', magic: '{' },
]

for (const { format, type, magic } of formats)
  test(`the menu of a chart holds it as ${format.toUpperCase()}, and asking again costs nothing`, async ({
    page: reader,
    request,
  }) => {
    await reader.goto(page.replace('trade-turnover', quiet))
    const figure = reader.getByRole('figure').first()
    await figure.getByText('Take it away').click()
    const link = figure.getByRole('link', { name: new RegExp(`^${format}`, 'i') })
    await expect(link).toBeVisible()

    const address = (await link.getAttribute('href')) ?? ''
    const answer = await request.get(address)
    expect(answer.status()).toBe(200)
    expect(answer.headers()['content-type']).toContain(type)
    expect(answer.headers()['x-content-type-options']).toBe('nosniff')
    expect((await answer.body()).subarray(0, magic.length).toString('latin1')).toBe(magic)

    const tag = answer.headers().etag ?? ''
    expect(tag).toMatch(/^(W\/)?".+"$/)
    const again = await request.get(address, { headers: { 'if-none-match': tag } })
    expect(again.status()).toBe(304)
    expect(await again.body()).toHaveLength(0)
  })

test('a picture carries its title, unit, source and day of knowledge', async ({ request }) => {
  const text = words(await (await request.get(chart('svg', '?known=2023-06-01'))).text())
  expect(text).toContain('Trade turnover')
  expect(text).toContain('US dollars')
  expect(text).toContain('Sources:')
  expect(text).toContain('As known on 1 Jun 2023')
})

test('the pictures are as large as asked, light or dark', async ({ request }) => {
  const png = await (await request.get(chart('png', '?width=800&height=400&scale=2&theme=dark'))).body()
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1600, 800])
  const light = await (await request.get(chart('png', '?width=800&height=400&scale=2'))).body()
  expect(light.equals(png)).toBe(false)
})

test('JSON, CSV and the table beside the chart hold the same figures', async ({ page: reader, request }) => {
  await reader.goto(page.replace('trade-turnover', quiet))
  const table = reader.getByRole('figure').first().locator('table')
  const onPage = await table
    .locator('a[data-evidence]')
    .evaluateAll((links) => links.map((link) => `${link.getAttribute('data-evidence')} ${link.textContent}`))
  const spec = await (await request.get(chart('json').replace('trade-turnover', quiet))).json()
  type Named = { entry: number; text?: string; label?: string }
  const inSpec: Named[] = [
    ...spec.series.flatMap((s: { points: Named[] }) => s.points),
    ...spec.targets,
    ...spec.events,
  ]
  expect(onPage.sort()).toEqual(inSpec.map((p) => `${p.entry} ${p.text ?? p.label}`).sort())

  const rows = records(await (await request.get(chart('csv').replace('trade-turnover', quiet))).text())
  const points = spec.series.flatMap((s: { points: { entry: number; value: string }[] }) => s.points)
  for (const point of points) {
    const row = rows.find((r) => r.entry_id === String(point.entry))
    expect(row?.value, `the value of entry ${point.entry}`).toBe(point.value)
  }
})

test('a row of the CSV tells all of one figure', async ({ request }) => {
  const rows = records(await (await request.get(chart('csv'))).text())
  expect(rows.find((row) => row.value === '529400000')).toMatchObject({
    indicator: 'trade-turnover',
    period: '2023',
    start: '2023-01-01',
    end: '2024-01-01',
    unit: 'USD',
    multiplier: '6',
    qualifier: 'exact',
    status: 'A',
    source_title: expect.stringMatching(/\w/),
    publisher: expect.stringMatching(/\w/),
    date: '2024-03-05',
    url: expect.stringMatching(/^https:/),
    entry_id: expect.stringMatching(/^\d+$/),
    version: '1',
  })
})

test('a chart leaves with the settings of the view it stands in', async ({ page: reader, request }) => {
  await reader.goto(`${page}?known=2023-06-01&reporter=kaz`)
  const figure = reader.getByRole('figure').first()
  await figure.getByText('Take it away').click()
  const address = await figure.getByRole('link', { name: /^CSV/ }).getAttribute('href')
  const values = records(await (await request.get(address ?? '')).text()).map((row) => row.value)
  expect(values).toContain('461900000')
  expect(values).not.toContain('463300000')
})

for (const [query, parameter, value] of [
  ['width=0', 'width', '0'],
  ['height=99999', 'height', '99999'],
  ['scale=100', 'scale', '100'],
  ['known=nonsense', 'known', 'nonsense'],
  ['from=2023&to=2021', 'from', '2023'],
  ['theme=pink', 'theme', 'pink'],
  ['lang=xx', 'lang', 'xx'],
  ['reporter=%00', 'reporter', '\0'],
] as const)
  test(`${query} is refused with parameter, value and rule`, async ({ request }) => {
    for (const format of ['png', 'csv']) {
      const [fault] = await faultsOf(await request.get(chart(format, `?${query}`)), 400)
      expect(fault).toMatchObject({ parameter, value })
      expect(fault?.message).toMatch(/\w+ \w+/)
    }
  })

for (const { what, address, names } of [
  { what: 'format', address: chart('gif'), names: 'png, svg, pdf, csv, json' },
  { what: 'indicator', address: '/relations/aze-kaz/charts/horse-trade.png', names: 'trade-turnover' },
  { what: 'relation', address: '/relations/aze-nld/charts/trade-turnover.png', names: 'aze-kaz' },
])
  test(`an unknown ${what} is answered with those that exist`, async ({ request }) => {
    const [fault] = await faultsOf(await request.get(address), 404)
    expect(fault).toMatchObject({ parameter: what, expected: expect.stringContaining(names) })
  })

type Fault = { parameter: string; value: string; expected?: string; message: string }
async function faultsOf(answer: APIResponse, status: number): Promise<Fault[]> {
  expect(answer.status()).toBe(status)
  expect(answer.headers()['content-type']).toContain('application/problem+json')
  const problem = await answer.json()
  expect(problem).toMatchObject({ status, title: expect.any(String) })
  return problem.errors
}

/** All text of an SVG, its lines joined. */
const words = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text]) => text).join(' ')

/** Rows of a CSV by the names of its columns. */
function records(csv: string): Record<string, string>[] {
  const cells = [...csv.replace(/^\ufeff/, '').matchAll(/(?:"((?:[^"]|"")*)"|([^,\r]*))(,|\r\n)/g)]
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of cells) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end !== ',') rows.push([])
  }
  const [head = [], ...body] = rows.slice(0, -1)
  return body.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ''])))
}
