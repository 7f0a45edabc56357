import { expect, expectAccessible, test } from './support/fixtures'

const agreements = '/relations/aze-kaz/agreements'

test('how many documents were signed in August 2022? More than 20 were claimed, another counted 10, four are listed by name', async ({
  page,
}) => {
  await page.goto('/relations/aze-kaz')
  await page
    .getByRole('navigation', { name: 'Pages of this relation' })
    .getByRole('link', { name: 'Agreements' })
    .click()
  await expect(page).toHaveURL(agreements)
  await page.getByRole('link', { name: 'What was claimed, and what is listed' }).click()
  const august = page.locator('.occasion').filter({ has: page.getByRole('heading', { name: /^24 Aug 2022/ }) })
  await expect(august.locator('.occasion-told')).toContainText(
    'more than 20 claimed, 10 by Kazinform, 4 listed by name',
  )
  await expect(august).toContainText('Twin cities Shusha and Turkestan')
  for (const sum of ['30', '34', '44'])
    await expect(august.getByRole('link', { name: sum, exact: true })).toHaveCount(0)
  await august.getByRole('link', { name: 'more than 20', exact: true }).first().click()
  const panel = page.getByRole('dialog', { name: 'Evidence' })
  await expect(panel.getByRole('blockquote')).toHaveText('We are about to sign more than 20 documents.')
  await page.goto(`${agreements}?theme=transport`)
  await expectAccessible(page)
})

test('an agreement shows who has signed and who has not, what expires and what has stalled, and why that is said', async ({
  page,
}) => {
  await page.goto(agreements)
  const railways = page.getByRole('listitem', { name: /^Agreement of three railways/ })
  await expect(railways).toContainText('Georgian Railway: no signature is recorded')
  await expect(railways.getByText('Azerbaijan Railways, Kazakhstan Temir Zholy')).toBeVisible()
  await railways.locator('.agreement-parties').getByRole('link', { name: 'signed' }).click()
  await expect(page.getByRole('dialog', { name: 'Evidence' })).toContainText('signed')
  await page.keyboard.press('Escape')

  await page.getByText('When does an agreement expire or stall?').click()
  await expect(page.getByText('at most 365 days away')).toBeVisible()
  await page
    .getByRole('navigation', { name: 'How they stand' })
    .getByRole('link', { name: /Stalled/ })
    .click()
  await expect(page).toHaveURL(/status=stalled/)
  for (const agreement of await page.locator('.agreement').all()) await expect(agreement).toContainText('stalled: ')
  await expect(page.locator('.register').getByText('Memorandum on tourism')).toHaveCount(0)
})

test('settings stand in the address, the table leaves with them, and nothing found is told with a way out', async ({
  page,
  request,
}) => {
  await page.goto(agreements)
  const settings = page.getByRole('form', { name: 'Settings of this view' })
  await settings.getByLabel('Kind').selectOption({ label: 'Memorandum' })
  await settings.getByLabel('Who').selectOption({ label: 'Kazakhstan' })
  await settings.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/kind=memorandum/)
  const shown = await page.locator('.agreement').count()
  expect(shown).toBeGreaterThan(0)
  const table = await request.get((await page.getByRole('link', { name: 'Table as CSV' }).getAttribute('href'))!)
  const [names, ...rows] = (await table.text()).trim().split('\r\n')
  expect(names).toContain('source_title,publisher,date,url,quote,entry_id,version')
  expect(rows).toHaveLength(2 * shown)
  await page.goto(`${agreements}?who=kazakhstan&status=over`)
  await page.getByRole('link', { name: 'Show everything' }).click()
  await expect(page).toHaveURL(agreements)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test('the register and the claims are whole', async ({ page }) => {
    await page.goto(agreements)
    await expect(page.getByRole('listitem', { name: /^Comprehensive program/ })).toContainText('Term: 2022–2026')
    await expect(page.locator('#base').getByRole('row', { name: /23 Nov 2018/ })).toContainText('more than 60')
  })
})
