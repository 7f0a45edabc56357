import { expect, expectAccessible, test } from './support/fixtures'

test('a reader finds a relation with its headline figures and comes to its dashboard', async ({ page }) => {
  test.slow() // axe
  await page.goto('/')
  const relation = page.getByRole('article', { name: 'Azerbaijan–Kazakhstan' })
  await expect(relation.getByRole('link', { name: /^\$\d/ }).first()).toBeVisible()
  await expect(relation).toContainText('last change')
  await expect(relation).toContainText(/period ended/)
  await expectAccessible(page)

  await relation.getByRole('heading').getByRole('link').click()
  await expect(page).toHaveURL('/relations/aze-kaz')
  await expect(page).toHaveTitle(/^Azerbaijan–Kazakhstan · Entente$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Azerbaijan–Kazakhstan')
  for (const part of ['Status', 'Charts', 'Promises', 'Timeline', 'Latest changes'])
    await expect(page.getByRole('heading', { level: 2, name: part, exact: true })).toBeVisible()
})

test('a card says what, how much, when, whose figure, how fresh, and which way it moves', async ({ page }) => {
  await page.goto('/relations/aze-kaz')
  const card = page.getByRole('article', { name: 'Trade turnover', exact: true })
  const figure = (text: string) => card.getByRole('listitem').filter({ has: page.getByRole('link', { name: text }) })
  const minister = figure('$501 m')
  await expect(minister).toContainText('Azerbaijan’s figures an official’s words')
  await expect(minister).toContainText('H1 2025')
  await expect(minister).toContainText('published 14 Oct 2025')
  await expect(minister).toContainText(/period ended [\d,]+ days ago/)
  await expect(minister).toContainText('no figure for the same period a year earlier')
  const economist = figure('$331.7 m')
  await expect(economist).toContainText('Reporter not named')
  await expect(economist).toContainText('up 4.8 % on Jan–Jul 2024')
})

test('the dashboard is accessible in light and dark', async ({ page }) => {
  test.slow() // axe
  await page.goto('/relations/aze-kaz')
  await expectAccessible(page)
})

test('the page of an indicator leads back to its relation and is accessible', async ({ page }) => {
  test.slow() // axe
  await page.goto('/relations/aze-kaz')
  await page
    .getByRole('figure')
    .getByRole('link', { name: /^Trade turnover/ })
    .first()
    .click()
  await expect(page).toHaveURL('/relations/aze-kaz/indicators/trade-turnover')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Trade turnover')
  for (const part of ['Definition', 'Contradictions', 'Every figure', 'Targets'])
    await expect(page.getByRole('heading', { level: 2, name: part, exact: true })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('navigation', { name: 'Where you are' }).getByText('Azerbaijan–Kazakhstan').click()
  await expect(page).toHaveURL('/relations/aze-kaz')
})
