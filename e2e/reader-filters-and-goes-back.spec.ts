import { expect, test } from './support/fixtures'

const relation = '/relations/aze-kaz'
const indicator = `${relation}/indicators/trade-turnover`

test('the settings of a view stand in its address, and back and forward lead through them', async ({ page }) => {
  await page.goto(relation)
  const corridor = page.getByRole('article', { name: /^Cargo on the corridor|Middle Corridor/ }).first()
  await expect(corridor).toBeVisible()

  const settings = page.getByRole('form', { name: 'Settings of this view' })
  await settings.getByLabel('Theme').selectOption({ label: 'Trade' })
  await settings.getByLabel('From').fill('2021')
  await settings.getByLabel('Counted by').selectOption({ label: 'Kazakhstan' })
  await settings.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL((url) => url.pathname === relation)
  const asked = new URL(page.url()).searchParams
  expect([asked.get('theme'), asked.get('from'), asked.get('reporter')]).toEqual(['trade', '2021', 'kaz'])
  await expect(corridor).toHaveCount(0)
  await expect(settings.getByLabel('Theme')).toHaveValue('trade')
  await expect(settings.getByLabel('From')).toHaveValue('2021')
  await expect(page.getByRole('list', { name: 'Set now' })).toContainText('Kazakhstan')

  await page.getByRole('link', { name: 'take back Theme' }).click()
  await expect(page).not.toHaveURL(/theme=/)
  await expect(page).toHaveURL(/from=2021/)

  await page.goBack()
  await expect(page).toHaveURL(/theme=trade/)
  await expect(settings.getByLabel('Theme')).toHaveValue('trade')
  await page.goBack()
  await expect(page).toHaveURL(relation)
  await expect(corridor).toBeVisible()
  await page.goForward()
  await expect(page).toHaveURL(/theme=trade/)
  await expect(corridor).toHaveCount(0)
})

test('a day of knowledge takes back what was learned later', async ({ page }) => {
  await page.goto(indicator)
  const figures = page.locator('#observations')
  await expect(figures.getByRole('link', { name: '$463.3 m', exact: true })).toBeVisible()

  const settings = page.getByRole('form', { name: 'Settings of this view' })
  await settings.getByLabel('As known on').fill('2023-06-01')
  await settings.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/known=2023-06-01/)
  await expect(figures.getByRole('link', { name: '$461.9 m', exact: true })).toBeVisible()
  await expect(page.getByText('463.3')).toHaveCount(0)
  await expect(page.locator('.page-facts')).toContainText('As known on 1 Jun 2023')

  await figures.getByRole('link', { name: '$461.9 m', exact: true }).click()
  const panel = page.getByRole('dialog', { name: 'Evidence' })
  await expect(panel).toContainText('461.9 million US dollars')
  await expect(panel.getByText('463.3')).toHaveCount(0)
})

test('a reporter’s view holds no other reporter’s figures', async ({ page }) => {
  await page.goto(`${indicator}?reporter=kaz`)
  const series = page.locator('#observations').getByRole('rowheader')
  await expect(series.filter({ hasText: 'Kazakhstan’s figures' }).first()).toBeVisible()
  await expect(series.filter({ hasText: 'Azerbaijan’s figures' })).toHaveCount(0)
})

test('a span of years shows those years and both of its ends', async ({ page }) => {
  await page.goto(`${indicator}?from=2021&to=2022`)
  const rows = page.locator('#observations')
  await expect(rows.getByRole('link', { name: '$463.3 m', exact: true })).toBeVisible()
  await expect(rows.getByRole('link', { name: '$529.4 m', exact: true })).toHaveCount(0)
  const years = await rows.locator('tbody tr:not(.observations-series) th').allTextContents()
  expect(years.filter((period) => !/202[12]/.test(period))).toEqual([])
})

test('settings that hold nothing are told, with a way out', async ({ page }) => {
  await page.goto(`${relation}?known=1990-01-01`)
  await expect(page.getByText('No figures for these settings')).toBeVisible()
  await page.getByRole('link', { name: 'Show everything' }).click()
  await expect(page).toHaveURL(relation)
  await expect(page.getByRole('heading', { name: 'Charts', exact: true })).toBeVisible()
})

test.describe('settings that cannot be', () => {
  test.use({ expectedErrors: [/400/] })

  test('nonsense is named beside the settings and left out, never guessed', async ({ page }) => {
    const answer = await page.goto(`${indicator}?known=nonsense&from=%3Cscript%3E`)
    expect(answer?.status()).toBe(400)
    await expect(page.getByText('As known on: “nonsense” is not a day such as 2024-01-01')).toBeVisible()
    await expect(page.getByText('From: “<script>” is not a year such as 2016')).toBeVisible()
    await expect(page.getByRole('list', { name: 'Set now' })).toHaveCount(0)
    await expect(page.getByLabel('As known on')).toHaveValue('')
    await expect(page.locator('#observations').getByRole('link', { name: '$463.3 m', exact: true })).toBeVisible()
  })

  test('a view that would end before it begins says so', async ({ page }) => {
    const answer = await page.goto(`${indicator}?from=2024&to=2020`)
    expect(answer?.status()).toBe(400)
    await expect(page.getByText('The view would end (2020) before it begins (2024)')).toBeVisible()
  })
})
