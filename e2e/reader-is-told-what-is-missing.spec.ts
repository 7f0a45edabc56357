import { expect, expectAccessible, test } from './support/fixtures'

test.use({ expectedErrors: [/status of 404/] })

const relation = '/relations/aze-kaz'

test('the page of an unknown relation names it and lists those that exist', async ({ page }) => {
  test.slow() // axe
  const answer = await page.goto('/relations/aze-nld')
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('aze-nld')
  await expect(page).toHaveTitle(/aze-nld/)
  await expectAccessible(page)
  await page.getByRole('main').getByRole('link', { name: 'Azerbaijan–Kazakhstan' }).click()
  await expect(page).toHaveURL(relation)
})

test('the page of an unknown indicator names it and lists those with figures', async ({ page }) => {
  const answer = await page.goto(`${relation}/indicators/horse-trade`)
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/horse-trade.*Azerbaijan–Kazakhstan/)
  const offered = page.getByRole('main').getByRole('listitem').getByRole('link')
  expect(await offered.count()).toBeGreaterThan(5)
  await offered
    .filter({ hasText: /^Trade turnover/ })
    .first()
    .click()
  await expect(page).toHaveURL(`${relation}/indicators/trade-turnover`)
})

for (const id of ['99999999', 'seven', '0', '12345678901234567890'])
  test(`the page of an entry that does not exist names it: ${id}`, async ({ page }) => {
    const answer = await page.goto(`${relation}/entries/${id}`)
    expect(answer?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toContainText(id)
    await page.getByRole('main').getByRole('link', { name: 'Azerbaijan–Kazakhstan' }).click()
    await expect(page).toHaveURL(relation)
  })

test('an address of nothing says so and leads home', async ({ page }) => {
  const answer = await page.goto('/there/is/nothing')
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page does not exist')
  await page.getByRole('main').getByRole('link', { name: 'All relations' }).click()
  await expect(page).toHaveURL('/')
})

test('what was not found is repeated as text and never run', async ({ page }) => {
  const answer = await page.goto(`/relations/${encodeURIComponent('<img src=x onerror=alert(1)>')}`)
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('img')
  await expect(page.getByRole('main').locator('img')).toHaveCount(0)
})
