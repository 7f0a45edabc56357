import type { APIRequestContext, Page } from '@playwright/test'
import { addSource, fill, press, visit } from './support/desk'
import { expect, expectAccessible, test } from './support/fixtures'

const relation = '/relations/aze-kaz'
const day = '2024-03-31'

/** Rows of a CSV file, each as its cells by their column. */
async function table(request: APIRequestContext, address: string): Promise<Record<string, string>[]> {
  const answer = await request.get(address)
  expect(answer.status(), address).toBe(200)
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of (await answer.text())
    .replace(/^\ufeff/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end !== ',') rows.push([])
  }
  const [head = [], ...body] = rows.filter((row) => row.length > 1)
  return body.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ''])))
}

const links = (page: Page) =>
  page.locator('main a[href^="/"]').evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''))

test('what did we know in March 2024? The dashboard, the indicator and the sentence show only that', async ({
  page,
}) => {
  await page.goto(relation)
  await expect(page.locator('main')).toContainText('$331.7 m')
  const settings = page.getByRole('form', { name: 'Settings of this view' })
  await settings.getByLabel('As known on').fill(day)
  await settings.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/known=2024-03-31/)
  await expect(page.getByText('Seen as it was known on 31 Mar 2024')).toBeVisible()
  // The figures of January–July 2025 were published in 2025.
  await expect(page.locator('main')).not.toContainText('$331.7 m')

  await page
    .getByRole('article', { name: 'Trade turnover', exact: true })
    .getByRole('link', { name: 'Trade turnover', exact: true })
    .click()
  await expect(page).toHaveURL(/indicators\/trade-turnover\?known=2024-03-31/)
  await expect(page.getByText('Seen as it was known on 31 Mar 2024')).toBeVisible()
  const figures = page.locator('#observations')
  await expect(figures.getByRole('link', { name: '$463.3 m', exact: true })).toBeVisible()
  await expect(figures.getByText('2025', { exact: true })).toHaveCount(0)
  await figures.getByRole('link', { name: '$463.3 m', exact: true }).click()
  const panel = page.getByRole('dialog', { name: 'Evidence' })
  await panel.getByRole('link', { name: 'Link to this entry' }).click()
  await expect(page).toHaveURL(/entries\/\d+\?known=2024-03-31/)
  await expect(page.getByText('Seen as it was known on 31 Mar 2024')).toBeVisible()
  await page.getByRole('link', { name: 'Back to today' }).click()
  await expect(page).toHaveURL(/entries\/\d+$/)
  await expect(page.getByText('Seen as it was known')).toHaveCount(0)
})

for (const path of [
  '/',
  relation,
  ...[
    'promises',
    'agreements',
    'timeline',
    'corridor',
    'conflicts',
    'changes',
    'brief',
    'indicators/trade-turnover',
    'entries/1',
  ].map((page) => `${relation}/${page}`),
  '/sources',
  '/compare',
])
  test(`${path} as of a past day says so, and no link on it falls back to today`, async ({ page }) => {
    const clocks = `known=${day}&edition=2999-01-01`
    await page.goto(`${path}?${clocks}`)
    await expect(page.getByText('Seen as it was known on 31 Mar 2024')).toBeVisible()
    const lost = (await links(page)).filter(
      (href) =>
        !decodeURIComponent(href).includes(`known=${day}`) && !href.startsWith('/desk') && !href.endsWith('.atom'),
    )
    // What leads back to today says that it does.
    const said = await page
      .locator('main')
      .getByRole('link', {
        name: /^(Back to today|Take all back|take back As known on|Show everything|Link to this entry)/,
      })
      .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''))
    expect(lost.filter((href) => !said.includes(href))).toEqual([])
    await page
      .getByText('Two clocks')
      .first()
      .evaluate((element) => element.closest('details')?.setAttribute('open', ''))
    await expect(page.getByLabel('As stored here on').first()).toHaveValue('2999-01-01')
  })

test('every file keeps to what the world could know that day, and to what was stored here', async ({ request }) => {
  const files = [
    'charts/trade-turnover.csv',
    'charts/documents-signed.csv',
    'timeline.csv',
    'changes.csv',
    'conflicts.csv',
    'promises.csv',
    'agreements.csv',
  ]
  for (const file of files) {
    const known = await table(request, `${relation}/${file}?known=${day}`)
    expect(known.length, file).toBeGreaterThan(0)
    for (const row of known) expect(row.date! <= day, `${file}: ${JSON.stringify(row)}`).toBe(true)
    const all = await table(request, `${relation}/${file}`)
    expect(known.length, file).toBeLessThan(all.length)
    expect(await table(request, `${relation}/${file}?edition=2020-01-01`), file).toEqual([])
  }
  const drawn = async (query: string) => (await request.get(`${relation}/charts/trade-turnover.json${query}`)).text()
  expect(await drawn(`?known=${day}`)).not.toContain('331.7')
  expect(await drawn('')).toContain('331.7')
  expect((await request.get(`${relation}/charts/trade-turnover.svg?edition=2020-01-01`)).status()).toBe(404)
})

test('an edition before the first publication says when that was, and leads back', async ({ page }) => {
  for (const path of [relation, `${relation}/timeline`, `${relation}/changes`]) {
    await page.goto(`${path}?edition=2020-01-01`)
    await expect(
      page.getByText('Nothing had been published here by 1 Jan 2020; the first publication was on'),
    ).toBeVisible()
    await expect(page.getByText('Seen as this database stood at the end of 1 Jan 2020')).toBeVisible()
    await page.getByRole('link', { name: 'Back to today' }).click()
    await expect(page).toHaveURL(path)
  }
})

test('what changed since? A correction is public: old and new, why, by whom it is stated, and the way back', async ({
  page,
  signedInAs,
  request,
}) => {
  const reviewer = await signedInAs('reviewer')
  const source = await addSource(reviewer)
  const typed = visit(source)
  await reviewer.goto('/desk/entries/new/event')
  await fill(reviewer, typed)
  await press(reviewer, 'Save the draft')
  await press(reviewer, 'Publish')
  await expect(reviewer.getByText('Published. Readers see it now.')).toBeVisible()
  await reviewer.getByRole('link', { name: 'Correct it' }).click()
  await fill(reviewer, { note: 'It lasted two days', changeReason: 'The second day was missing' })
  await press(reviewer, 'Save the draft')
  await press(reviewer, 'Publish')
  await expect(reviewer.getByText('Published. Readers see it now.')).toBeVisible()

  await page.goto(`${relation}/changes`)
  await expectAccessible(page)
  await page
    .getByRole('navigation', { name: 'Kind of change' })
    .getByRole('link', { name: /corrected$/ })
    .click()
  await expect(page).toHaveURL(/what=corrected/)
  const line = page.getByRole('listitem').filter({ hasText: typed.title })
  await expect(line.locator('del')).toHaveText('before: nothing')
  await expect(line.locator('ins')).toHaveText('now: It lasted two days')
  await expect(line).toContainText('Why: The second day was missing')
  await expect(line).toContainText('Trend, 11 Apr 2023')
  await line.getByRole('link', { name: 'version 2, all versions' }).click()
  await expect(page).toHaveURL(/entries\/\d+#entry-\d+-record$/)
  await expect(page.getByRole('list', { name: 'Versions, newest first' })).toContainText('The second day was missing')

  const rows = await table(request, `${relation}/changes.csv?what=corrected`)
  expect(rows.find((row) => row.title === typed.title)).toMatchObject({
    field: 'Note',
    before: '',
    after: 'It lasted two days',
    why: 'The second day was missing',
    version: '2',
  })
  const feed = await (await request.get(`${relation}/changes.atom`)).text()
  expect(feed).toContain(`corrected: ${typed.title}`)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('both clocks are set in a plain form, and the changes are whole', async ({ page }) => {
    await page.goto(`${relation}/changes`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('What changed about Azerbaijan–Kazakhstan')
    await expect(page.getByRole('link', { name: 'version 1, all versions' }).first()).toBeVisible()
    const settings = page.getByRole('form', { name: 'Settings of this view' })
    await settings.getByText('Two clocks').click()
    await settings.getByLabel('As stored here on').fill('2020-01-01')
    await settings.getByRole('button', { name: 'Show' }).click()
    await expect(page).toHaveURL(/edition=2020-01-01/)
    await expect(page.getByText('Nothing of that day')).toBeVisible()
  })
})
