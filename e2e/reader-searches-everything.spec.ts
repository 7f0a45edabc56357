import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from './support/fixtures'

/** Presses the key that leads to the box, again as long as the script that listens for it is not there yet. */
async function pressSlash(page: Page) {
  const box = page.locator('input[name=q]:visible')
  await expect(async () => {
    await page.keyboard.press('/')
    await expect(box).toBeFocused({ timeout: 500 })
  }).toPass()
  await expect(page.getByRole('combobox', { name: 'Search' })).toBeFocused()
}

test('“whose number is it, and was it Tokaev?”: a reader searches with slips, narrows, and reads the sentence', async ({
  page,
}) => {
  await page.goto('/relations/aze-kaz')
  const box = page.getByRole('combobox', { name: 'Search' })
  await pressSlash(page)
  await page.keyboard.type('midle coridor')
  const offers = page.getByRole('listbox', { name: 'Suggested' })
  await expect(offers.getByRole('option', { name: /^Middle Corridor Corridor/ })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(offers).toBeHidden()
  await box.fill('turnver 2022')
  await page.keyboard.press('Enter')

  await expect(page).toHaveURL('/search?q=turnver+2022')
  await expect(page.getByRole('status')).toContainText(/\d+ results for “turnver 2022”/)
  await expect(page.locator('#indicator mark').first()).toHaveText('turnover')
  await expect(page.locator('#entry')).toContainText('$463.3 m')
  await expectAccessible(page)

  await page.getByRole('link', { name: /^Figures \d/ }).click()
  await expect(page).toHaveURL('/search?q=turnver+2022&kind=observation')
  await page.getByRole('link', { name: 'Trade turnover: $463.3 m' }).click()
  await expect(page).toHaveURL(/\/relations\/aze-kaz\/entries\/\d+$/)

  await page.goto('/search?q=Токаев')
  await page.locator('#entity').getByRole('link', { name: 'Kassym-Jomart Tokayev' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Kassym-Jomart Tokayev')
  await expect(page.getByRole('status')).toContainText(/\d+ entries in which Kassym-Jomart Tokayev takes part/)
  await page.getByRole('link', { name: /^Statements \d/ }).click()
  await expect(page.locator('.hit-kind').first()).toContainText('Statement')
})

test('a reader is offered what was searched before and may be meant, chooses with arrow keys, and forgets it', async ({
  page,
}) => {
  await page.goto('/search?q=')
  const box = page.getByRole('combobox', { name: 'Search' })
  await pressSlash(page)
  await page.keyboard.type('cargo')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/q=cargo/)

  await page.goto('/')
  await pressSlash(page)
  await expect(page.getByRole('listbox', { name: 'Searched before' }).getByRole('option')).toHaveText(['cargo'])
  await page.keyboard.press('ArrowDown')
  await expect(box).toHaveAttribute('aria-activedescendant', /.+/)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/search\?q=cargo/)

  await page.goto('/')
  await pressSlash(page)
  await page.keyboard.type('turnov')
  const indicator = page.getByRole('option', { name: 'Trade turnover Indicator · Azerbaijan–Kazakhstan' })
  await expect(indicator).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/relations/aze-kaz/indicators/trade-turnover')

  await page.goto('/')
  await pressSlash(page)
  await page.getByRole('button', { name: 'Forget these searches' }).click()
  await expect(page.getByRole('listbox')).toBeHidden()
  expect(await page.evaluate(() => localStorage.getItem('entente.searches'))).toBeNull()
})

test('what the world did not know by a day is not found by a search of that day', async ({ page }) => {
  await page.goto('/search?q=529.4&known=2023-06-01')
  await expect(page.getByText('Seen as it was known on 1 Jun 2023')).toBeVisible()
  await expect(page.locator('#entry')).toHaveCount(0)
  await page.getByRole('link', { name: 'Back to today' }).click()
  await expect(page.locator('#entry')).toContainText('$529.4 m')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the box of every page leads to results, page by page, and what is not there leads on', async ({ page }) => {
    await page.goto('/relations/aze-kaz')
    await page.locator('.masthead').getByRole('searchbox').fill('azerbaijan')
    await page.keyboard.press('Enter')
    await page
      .locator('#source')
      .getByRole('link', { name: /^Show all/ })
      .click()
    const titles = () => page.locator('.hits h3').allTextContents()
    const before = await titles()
    await page.getByRole('link', { name: 'Further results' }).click()
    expect((await titles()).filter((title) => before.includes(title))).toEqual([])

    await page.goto('/search?q=xylophonequux')
    await expect(page.getByText('Nothing found', { exact: true })).toBeVisible()
    await page.locator('#starts').getByRole('link', { name: 'Trade turnover' }).first().click()
    await expect(page).toHaveURL('/relations/aze-kaz/indicators/trade-turnover')
  })
})

test.describe('told what cannot be', () => {
  test.use({ expectedErrors: [/status of 400/] })

  test('an address with a kind that does not exist says which there are, and searches without it', async ({ page }) => {
    await page.goto('/search?q=trade&kind=verb')
    await expect(page.getByText('Kind: “verb” is not one of: relation')).toBeVisible()
    await expect(page.locator('#indicator')).toContainText('Trade turnover')
  })
})
