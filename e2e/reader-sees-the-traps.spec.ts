import { expect, test } from './support/fixtures'

const relation = '/relations/aze-kaz'

test('“in the near future” stays in the words of the source: no date is made up', async ({ page }) => {
  await page.goto(relation)
  const card = page.getByRole('article', { name: 'Trade turnover', exact: true })
  await expect(card).toContainText('restated 3 times, no deadline stated (“in the near future”)')
  await page.getByText(/\d+ more open/).click()
  const promise = page.locator('#promises').getByRole('listitem').filter({ hasText: 'Trade turnover: 1 billion' })
  await expect(promise).toContainText('no deadline stated (“in the near future”)')
  for (const day of ['22 Jun 2023', '12 Mar 2024', '21 Oct 2025']) await expect(promise).toContainText(day)
})

test('“tripled” has no base: it stands on a card and on no axis', async ({ page, request }) => {
  await page.goto(`${relation}/indicators/trade-turnover`)
  const undated = page.locator('#undated')
  await expect(undated.getByRole('row', { name: /in recent years/ })).toContainText('practically tripled')
  const entry = await undated
    .getByRole('row', { name: /in recent years/ })
    .locator('a[data-evidence]')
    .getAttribute('data-evidence')
  const drawn = await request.get('/relations/aze-kaz/charts/trade-turnover.json?measure=change')
  expect(await drawn.text()).not.toContain(`"entry":${entry},`)
})

test('the doubtful GDP carries its doubt wherever it is shown', async ({ page }) => {
  await page.goto(relation)
  const card = page.getByRole('article', { name: /Gross domestic product/ })
  const reading = card.getByRole('listitem').filter({ hasText: '$23.5 bn' })
  await expect(reading).toContainText('doubtful: Doubtful as a first quarter')
  await reading.getByRole('link', { name: '$23.5 bn' }).click()
  const panel = page.getByRole('dialog', { name: 'Evidence' })
  await expect(panel).toContainText('doubtful')
  await expect(panel).toContainText('AZN 30.04 billion ($17.6 billion)')
  await expect(panel).toContainText('As far as I understand')
})

test('announced and confirmed documents stand beside each other and are never added', async ({ page }) => {
  await page.goto(relation)
  const card = page.getByRole('article', { name: 'Documents signed', exact: true })
  await expect(card).toContainText('more than 20')
  await expect(card).toContainText('10 short of what was announced')
  for (const sum of ['30', '31', '35', '41', '46'])
    await expect(card.getByRole('link', { name: sum, exact: true })).toHaveCount(0)
})

test('contradictions are listed with both figures, and what an editor decided about them', async ({ page }) => {
  await page.goto(`${relation}/indicators/trade-turnover`)
  const conflicts = page.locator('#conflicts').getByRole('listitem')
  const of2022 = conflicts.filter({ hasText: '2022 Kazakhstan’s figures' })
  await expect(of2022.getByRole('link', { name: '$461.9 m' })).toBeVisible()
  await expect(of2022.getByRole('link', { name: '$463.3 m' })).toBeVisible()
  await expect(of2022).toContainText('$1.4 m apart, 0.3 % of the lowest; an editor has said which is preferred')
  const of2023 = conflicts.filter({ hasText: '2023 Kazakhstan’s figures' })
  for (const rate of ['+14.2 %', '+14.3 %', '+14.4 %'])
    await expect(of2023.getByRole('link', { name: rate })).toBeVisible()
  await expect(of2023).toContainText('open')
})

test('two statistics offices are two series, in the chart and in the table', async ({ page }) => {
  await page.goto(`${relation}/indicators/trade-turnover`)
  const table = page.getByRole('figure', { name: 'Trade turnover', exact: true }).locator('table')
  const headings = await table.locator('.chart-table-group').allTextContents()
  const names = headings.map((text) => text.trim())
  for (const name of ['Azerbaijan’s figures', 'Kazakhstan’s figures', 'Reporter not named'])
    expect(names).toContain(name)
  expect(names.filter((name) => /Azerbaijan/.test(name) && /Kazakhstan/.test(name))).toEqual([])
})

test('the debt of the 1990s is told with its doubt, and is on no axis', async ({ page, request }) => {
  await page.goto(relation)
  await expect(page.getByRole('figure').getByText('$8 m')).toHaveCount(0)
  const drawn = await request.get(`${relation}/charts/bilateral-debt.svg`)
  expect(drawn.status()).toBe(404)

  await page.goto(`${relation}/indicators/bilateral-debt`)
  await expect(page.getByRole('figure', { name: /Debt/ })).toHaveCount(0)
  await expect(page.getByRole('row', { name: /1990–1999/ })).toContainText('$8 m')
  await expect(page.getByRole('row', { name: /1990–1999/ })).toContainText('neither the debtor, nor the creditor')
})

test('“Ten Days” is the name of a festival: a promise without a number', async ({ page }) => {
  await page.goto(relation)
  const promise = page.locator('#promises').getByRole('link', { name: /Ten Days of Azerbaijani Culture/ })
  await page.getByText(/\d+ more open/).click()
  await page.getByText(/\d+ closed/).click()
  await promise.click()
  const panel = page.getByRole('dialog', { name: 'Evidence' })
  await expect(panel).toContainText('Commitment')
  await expect(panel.locator('.sheet-figure, mark')).toHaveCount(0)
})
