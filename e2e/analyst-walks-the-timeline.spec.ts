import { expect, expectAccessible, test } from './support/fixtures'

const line = '/relations/aze-kaz/timeline'

test('an analyst asks what happened around the visit of August 2022, and narrows the time line to it', async ({
  page,
}) => {
  await page.goto('/relations/aze-kaz')
  await page.getByRole('navigation', { name: 'Pages of this relation' }).getByRole('link', { name: 'Timeline' }).click()
  await expect(page).toHaveURL(line)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Timeline of Azerbaijan–Kazakhstan')
  await expectAccessible(page)

  const columns = page.getByRole('navigation', { name: /stretches of time/ })
  await columns.getByRole('link', { name: /^2022: \d+ entries/ }).click()
  await expect(page).toHaveURL(/from=2022&to=2022/)
  await expect(page.getByRole('status')).toContainText('in 2022')
  await columns.getByRole('link', { name: /^Aug 2022: \d+ entries/ }).click()
  await expect(page).toHaveURL(/from=2022-08-01&to=2022-09-01/)
  await expect(page.getByRole('heading', { level: 3 })).toHaveText(['Aug 2022'])
  await expect(page.getByText('Consult, Baku').first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'Trade turnover: 1 billion US dollars' })).toBeVisible()

  const zoom = page.getByRole('navigation', { name: 'Move and zoom' })
  await zoom.getByRole('link', { name: 'Earlier: Jul 2022' }).click()
  await expect(page.getByText('Nothing in these days')).toBeVisible()
  await zoom.getByRole('link', { name: 'Later: Aug 2022' }).click()
  await zoom.getByRole('link', { name: 'Wider: Q3 2022' }).click()
  await expect(page).toHaveURL(/from=2022-07-01&to=2022-10-01/)

  await page.getByRole('link', { name: 'Official visit of President Tokayev to Azerbaijan' }).click()
  const panel = page.getByRole('dialog', { name: 'Evidence' })
  await expect(panel).toContainText('Official visit of President Tokayev')
})

test('an analyst asks which figures moved by much, sees both figures, and takes the list away', async ({
  page,
  request,
}) => {
  await page.goto(line)
  await page
    .getByRole('navigation', { name: 'Kind of entry' })
    .getByRole('link', { name: /^Large moves/ })
    .click()
  await expect(page).toHaveURL(/kind=move/)
  const move = page.getByRole('listitem').filter({ hasText: 'Cargo carried: up 62.2 %' })
  await expect(move.getByRole('link', { name: '4.484 Mt' })).toBeVisible()
  await expect(move.getByRole('link', { name: '2.764 Mt' })).toBeVisible()
  await page.getByText('What is a large move?').click()
  await expect(page.getByText('at least 25 %')).toBeVisible()

  const settings = page.getByRole('form', { name: 'Settings of this view' })
  await settings.getByLabel('Large move from').selectOption('100')
  await settings.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/move=100/)
  await expect(move).toHaveCount(0)
  await expect(page.getByText('up 153.4 %')).toBeVisible()

  const address = await page.getByRole('link', { name: 'This list as a table (CSV)' }).getAttribute('href')
  const answer = await request.get(address ?? '')
  expect(answer.headers()['content-type']).toContain('text/csv')
  const [head, ...rows] = (await answer.text()).trim().split('\r\n')
  expect(head).toMatch(/change_percent,.*source_title,publisher,date,url,quote,entry_id,version$/)
  expect(rows).toHaveLength(1)
  expect(rows[0]).toContain('153.4')
  expect((await request.get(`${line}.csv?known=never`)).status()).toBe(400)
  expect((await request.get('/relations/aze-nld/timeline.csv')).status()).toBe(404)
})

test('a mark on a chart and its line on the time line lead to the same entry', async ({ page, request }) => {
  const chart = await (await request.get('/relations/aze-kaz/charts/trade-turnover.json')).json()
  const mark = (chart.events as { entry: number; label: string; href: string }[]).at(-1)!
  await page.goto(`${line}?kind=event`)
  await expect(page.getByRole('link', { name: mark.label, exact: true })).toHaveAttribute('href', mark.href)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the time line is whole, and a keyboard walks and zooms it', async ({ page }) => {
    await page.goto(`${line}?from=2020&to=2026`)
    const columns = page.getByRole('navigation', { name: /stretches of time/ })
    const newest = columns.getByRole('link').first()
    await newest.focus()
    await page.keyboard.press('Tab')
    await expect(columns.getByRole('link').nth(1)).toBeFocused()
    await columns.getByRole('link', { name: /^2022: / }).focus()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/from=2022&to=2022#overview$/)
    await page.keyboard.press('Tab')
    await expect(page.locator('#overview :focus')).toHaveCount(1)
    await expect(page.getByRole('link', { name: 'Official visit of President Tokayev to Azerbaijan' })).toBeVisible()
  })
})
