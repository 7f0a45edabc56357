import { expect, test } from './support/fixtures'

test.use({ javaScriptEnabled: false })

const relation = '/relations/aze-kaz'

test('the dashboard is whole without JavaScript, and tables stand where charts are drawn', async ({ page }) => {
  await page.goto(relation)
  await expect(page).toHaveTitle('Azerbaijan–Kazakhstan · Entente')
  for (const part of ['Status', 'Charts', 'Promises', 'Timeline', 'Latest changes'])
    await expect(page.getByRole('heading', { level: 2, name: part, exact: true })).toBeVisible()
  await expect(page.getByRole('article', { name: 'Trade turnover', exact: true })).toContainText('$1 bn')

  const charts = page.getByRole('figure')
  const count = await charts.count()
  expect(count).toBeGreaterThanOrEqual(4)
  for (const chart of await charts.all()) {
    await expect(chart.locator('canvas')).toHaveCount(0)
    await expect(chart.getByRole('table')).toBeVisible()
    await expect(chart.getByRole('button', { name: /^Copy/ })).toHaveCount(0)
  }
})

test('every figure leads to its evidence by a plain link', async ({ page }) => {
  await page.goto(relation)
  await page.getByRole('article', { name: 'Trade turnover', exact: true }).getByRole('link', { name: /×3/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Trade turnover, in recent years')
  await expect(page.getByRole('blockquote')).toHaveText('the volume of trade has practically tripled in recent years')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('link', { name: 'All figures of this indicator' }).click()

  await expect(page.getByRole('heading', { level: 2, name: 'Every figure' })).toBeVisible()
  const table = page.getByRole('figure', { name: 'Trade turnover', exact: true }).getByRole('table')
  await table.getByRole('link', { name: '$529.4 m' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Trade turnover, 2023')
})

test('the settings of a view work as a plain form', async ({ page }) => {
  await page.goto(`${relation}/indicators/trade-turnover`)
  const settings = page.getByRole('form', { name: 'Settings of this view' })
  await settings.getByLabel('Counted by').selectOption({ label: 'Kazakhstan' })
  await settings.getByLabel('As known on').fill('2023-06-01')
  await settings.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/reporter=kaz/)
  await expect(page.locator('#observations').getByRole('link', { name: '$461.9 m', exact: true })).toBeVisible()
  await expect(page.locator('#observations')).not.toContainText('Azerbaijan’s figures')
})

test('what is folded away opens, and a chart can be taken away', async ({ page, request }) => {
  await page.goto(relation)
  const card = page.getByRole('article', { name: 'Trade turnover', exact: true })
  await card.getByText('How is this computed?').click()
  await expect(card).toContainText('Progress = latest comparable value ÷ target')
  const chart = page.getByRole('figure').first()
  await chart.getByText('Take it away').click()
  const address = await chart.getByRole('link', { name: 'PNG picture' }).getAttribute('href')
  expect((await request.get(address ?? '')).headers()['content-type']).toBe('image/png')
})
