import { expect, expectAccessible, test } from './support/fixtures'

test('a reader searches the library, narrows it, and shares what it shows', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Sources', exact: true }).click()
  await expect(page).toHaveURL('/sources')
  await expect(page.getByRole('status')).toContainText(/\d+ sources of \d+ · newest first/)
  await expectAccessible(page)

  await page.getByLabel('Words').fill('tripling trade')
  await page.getByRole('button', { name: 'Find' }).click()
  await expect(page).toHaveURL(/q=tripling\+trade/)
  const first = page.locator('.source-list > li').first()
  await expect(first.locator('.source-snippet mark')).toHaveText(['trade', 'tripled'])
  await expect(first.locator('.source-counts')).toContainText(/\d+ figures?/)

  await page.getByLabel('Words').fill('')
  await page.getByLabel('Language').selectOption('ru')
  await page.getByRole('button', { name: 'Find' }).click()
  for (const line of await page.locator('.source-line > p:first-of-type').allTextContents())
    expect(line).toContain('Russian')
  const shared = page.url()
  await page.getByRole('link', { name: 'take back Language' }).click()
  await expect(page.getByRole('status')).toContainText('newest first')
  await page.goto(shared)
  await expect(page.getByLabel('Language')).toHaveValue('ru')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a reader goes through the library page by page and opens a source', async ({ page }) => {
    await page.goto('/sources')
    const titles = () => page.locator('.source-list h2').allTextContents()
    const before = await titles()
    await page.getByRole('link', { name: 'Further sources' }).click()
    const after = await titles()
    expect(after.filter((title) => before.includes(title))).toEqual([])
    await page.getByRole('link', { name: 'Back to the first' }).click()
    await page.locator('.source-list h2 a').first().click()
    await expect(page).toHaveURL(/\/sources\/\d+$/)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  })
})

test.describe('told what is not there', () => {
  test.use({ expectedErrors: [/status of 40[04]/] })

  test('a reader learns that nothing fits, that words are too common, and what an address cannot mean', async ({
    page,
  }) => {
    await page.goto('/sources?q=xylophonequux')
    await expect(page.getByText('No source fits', { exact: true })).toBeVisible()
    await page.goto('/sources?q=-')
    await expect(page.getByText('Nothing to search for')).toBeVisible()
    await page.goto('/sources?year=20222&q=trade')
    await expect(page.getByText('Published in: “20222” is not a year such as 2022.')).toBeVisible()
    await page.goto('/sources/999999')
    await expect(page.getByText('There is no source 999999 here')).toBeVisible()
  })
})
