import { expect, expectAccessible, test } from './support/fixtures'

const relation = '/relations/aze-kaz'
const conflicts = `${relation}/conflicts`

test('whose number for 2022 is right? the page says what is known of each, and each leads to its evidence', async ({
  page,
}) => {
  await page.goto(relation)
  await page
    .getByRole('navigation', { name: 'Pages of this relation' })
    .getByRole('link', { name: 'Conflicts' })
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Conflicts')

  const gap = page.locator('#mirror .disagreement', { hasText: '$216.7 m apart, 46.8 % of the smaller' })
  await expect(gap).toContainText('two counts, both stand')
  await expect(gap).toContainText('Valuation')
  await expect(gap).toContainText('Kazakhstan’s figures not stated')
  const statistics = gap.getByRole('listitem').filter({ hasText: '$463.3 m' }).first()
  await expect(statistics).toContainText('statistics office')
  await expect(statistics).toContainText('preferred by an editor')
  await expect(statistics).toContainText('preferred to $461.9 million of April 2023')

  await gap.getByRole('link', { name: '$680 m' }).click()
  const panel = page.getByRole('dialog', { name: 'Evidence' })
  await expect(panel).toContainText('680 million US dollars')
  await panel.getByRole('button', { name: 'Close' }).click()

  const rates = page.locator('#rates .disagreement', { hasText: '+14.4 %' })
  await expect(rates).toContainText('implies $463.2 m for 2022: fits the $463.3 m that stand')
  await expect(rates).toContainText('implies $462.8 m for 2022: does not fit the $463.3 m that stand')
  await expect(page.getByRole('link', { name: /^Rank / })).toHaveCount(0)
  await expectAccessible(page)
})

test('both countries’ lines stand on one chart whose gap is told, tabulated and drawn in the file', async ({
  page,
  request,
}) => {
  await page.goto(conflicts)
  const chart = page.getByRole('figure', { name: 'Trade turnover: the two countries’ counts' })
  await expect(chart).toContainText('is shaded: $37.26 m in 2018; $216.7 m in 2022.')
  await chart.getByText('Show the figures as a table').click()
  await expect(chart.getByRole('rowheader', { name: /^Gap between Azerbaijan’s figures and Kazakhstan/ })).toBeVisible()
  await chart.getByText('Take it away').click()
  const address = await chart.getByRole('link', { name: 'SVG picture' }).getAttribute('href')
  expect(address).toContain(`${conflicts}/charts/trade-turnover.svg`)
  const svg = await (await request.get(address ?? '')).text()
  expect(svg).toContain('gap between the two')
  expect(svg).toContain('216.7')

  const file = page.getByRole('link', { name: 'All of these as CSV' })
  const csv = await (await request.get((await file.getAttribute('href')) ?? '')).text()
  expect(csv.split('\r\n')[0]).toContain(
    'gap,gap_percent,state,computation,source_title,publisher,date,url,quote,entry_id',
  )
  expect(csv).toContain('216700000,46.8,open')
  expect((await request.get(`${conflicts}/charts/horse-trade.svg`)).status()).toBe(404)
  expect((await request.get('/relations/aze-xxx/conflicts.csv')).status()).toBe(404)
})

test('the settings stand in the address, and what cannot be one is said', async ({ page }) => {
  await page.goto(conflicts)
  const settings = page.getByRole('form', { name: 'Settings of this view' })
  await settings.getByLabel('State').selectOption({ label: 'Settled' })
  await settings.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/state=settled/)
  await expect(page.locator('.disagreement', { hasText: '$461.9 m' })).toContainText('settled by rank')
  await expect(page.locator('#mirror')).toHaveCount(0)
  await page.getByRole('link', { name: 'take back State' }).click()
  await expect(page.locator('#mirror')).toBeVisible()

  await page.goto(`${conflicts}?known=2023-04-08`)
  await expect(page.locator('.disagreement', { hasText: '$680 m' })).toHaveCount(0)
})

test.describe('an address that asks for what cannot be', () => {
  test.use({ expectedErrors: [/status of 400/] })
  test('says so, and shows the rest', async ({ page }) => {
    const answer = await page.goto(`${conflicts}?kind=quarrel`)
    expect(answer?.status()).toBe(400)
    await expect(page.getByText('Kind of conflict: “quarrel” is not one of')).toBeVisible()
    await expect(page.locator('#mirror')).toBeVisible()
  })
})

test('an editor comes from a figure to the form that ranks it, the reason beside', async ({ signedInAs }) => {
  const page = await signedInAs('editor')
  await page.goto(conflicts)
  await page.locator('#mirror').getByRole('link', { name: 'Rank $461.9 m, Kazakhstan’s figures' }).click()
  await expect(page.getByRole('combobox', { name: 'Rank' })).toHaveValue('normal')
})

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })
  test('the page is whole', async ({ page }) => {
    await page.goto(conflicts)
    await expect(page.locator('#mirror .disagreement', { hasText: '$216.7 m' })).toBeVisible()
    await expect(page.getByRole('figure').first().getByRole('table')).toBeVisible()
  })
})
