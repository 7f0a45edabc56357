import { expect, expectAccessible, test, unique } from './support/fixtures'

test.use({ expectedErrors: [/status of 404/] })

test('“these four, in this order, every Monday”: an analyst keeps a view, arranges it, freezes it and gives its link away', async ({
  page,
  signedInAs,
}) => {
  const analyst = await signedInAs('reader')
  const name = unique('Trade for Monday')
  await analyst.goto('/relations/aze-kaz?theme=trade&reporter=kaz')
  await analyst.getByRole('link', { name: 'Keep this view' }).click()
  await expect(analyst.getByText('Theme: trade · Counted by: kaz')).toBeVisible()
  await analyst.getByLabel('Name').fill('')
  await analyst.getByRole('checkbox', { name: 'Trade turnover', exact: true }).check()
  await analyst.getByRole('checkbox', { name: 'Trade turnover (chart)' }).check()
  await expectAccessible(analyst)
  await analyst.getByRole('button', { name: 'Keep it' }).click()
  await expect(analyst.getByText('This cannot be empty.')).toBeVisible()
  await expect(analyst.getByRole('checkbox', { name: 'Trade turnover (chart)' })).toBeChecked()
  await analyst.getByLabel('Name').fill(name)
  await analyst.getByRole('button', { name: 'Keep it' }).click()

  await expect(analyst.getByRole('heading', { level: 1 })).toHaveText(name)
  await expect(analyst.getByText('Goes with what is published.')).toBeVisible()
  const items = analyst.locator('.view-items > *')
  await expect(items).toHaveCount(2)
  await expect(items.first()).toHaveClass(/cards/)
  await expectAccessible(analyst)
  await analyst.getByRole('button', { name: 'Move down: Trade turnover', exact: true }).focus()
  await analyst.keyboard.press('Enter')
  await expect(items.first()).toHaveClass(/chart/)
  await analyst.getByLabel('Card or chart').selectOption({ index: 0 })
  await analyst.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(items).toHaveCount(3)
  await analyst
    .getByRole('button', { name: /^Take away: / })
    .last()
    .click()
  await expect(items).toHaveCount(2)

  const link = new URL(analyst.url()).pathname
  await page.goto(link)
  await expect(page.getByText('There is no such view')).toBeVisible()
  await analyst.getByRole('radio', { name: /Whoever has the link/ }).check()
  await analyst.getByRole('button', { name: 'Save' }).click()
  await expect(analyst.getByText('Only you can open it')).toBeHidden()
  await page.goto(link)
  await expect(page.locator('.view-items > *').first()).toHaveClass(/chart/)
  await expect(page.getByRole('button', { name: /Move/ })).toHaveCount(0)
  await page.getByRole('link', { name: 'Open the page with these settings' }).click()
  await expect(page).toHaveURL('/relations/aze-kaz?theme=trade&reporter=kaz')

  await analyst.getByRole('button', { name: 'Freeze to today’s edition' }).click()
  await expect(analyst.getByText(/^Frozen: shows what was stored here on/)).toBeVisible()
  await page.goto(link)
  await expect(page.getByText(/^Frozen: shows what was stored here on .* UTC/)).toBeVisible()
  await expect(page.locator('.view-items figure')).toContainText('edition of')

  await analyst.goto('/views')
  await expect(analyst.getByRole('row', { name: new RegExp(name) })).toContainText('Whoever has the link')
  await expectAccessible(analyst)
  await analyst.getByRole('link', { name }).click()
  await analyst.getByText('Delete', { exact: true }).click()
  await analyst.getByRole('button', { name: 'Delete this view' }).click()
  await expect(analyst).toHaveURL('/views')
  await page.goto(link)
  await expect(page.getByText('There is no such view')).toBeVisible()
})

test('a reader without an account takes a link with the figures frozen, and keeps a view after signing in', async ({
  page,
}) => {
  await page.goto('/relations/aze-kaz?theme=trade')
  await page.getByRole('link', { name: 'Link with these figures frozen' }).click()
  await expect(page).toHaveURL(/\/relations\/aze-kaz\?theme=trade&known=\d{4}-\d\d-\d\d&edition=\d{4}-\d\d-\d\dT/)
  await expect(page.getByText(/^Frozen: seen as this database stood on/)).toBeVisible()
  await expect(page.getByRole('article', { name: 'Trade turnover', exact: true })).toContainText('about ×3')
  // A further setting keeps the moment.
  await page.getByLabel('Counted by').selectOption('kaz')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page).toHaveURL(/reporter=kaz.*edition=\d{4}-\d\d-\d\dT/)
  await page.getByRole('link', { name: 'Keep this view' }).click()
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fviews%2Fnew/)
})

test('a frozen link leads nowhere but to relations of this site', async ({ request }) => {
  for (const to of ['https://elsewhere.example', '//elsewhere.example', '/desk', '/relations/aze-kaz/../../desk', ''])
    expect((await request.get(`/freeze?to=${encodeURIComponent(to)}`, { maxRedirects: 0 })).status()).toBe(404)
  const answer = await request.get('/freeze?to=/relations/aze-kaz', { maxRedirects: 0 })
  expect(answer.status()).toBe(303)
  expect(answer.headers().location).toMatch(/^\/relations\/aze-kaz\?known=/)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('what was typed and ticked is still there after a fault', async ({ browser, signedInAs }) => {
    const signed = await signedInAs('editor')
    const context = await browser.newContext({
      javaScriptEnabled: false,
      storageState: await signed.context().storageState(),
    }) // prettier-ignore
    const page = await context.newPage()
    await page.goto('/views/new?to=/relations/aze-kaz')
    await page.getByLabel('Name').fill(' ')
    await page.getByRole('checkbox').first().check()
    await page.getByRole('button', { name: 'Keep it' }).click()
    await expect(page.getByText('This cannot be empty.')).toBeVisible()
    await expect(page.getByRole('checkbox').first()).toBeChecked()
    await page.getByLabel('Name').fill(unique('Plain view'))
    await page.getByRole('button', { name: 'Keep it' }).click()
    await expect(page).toHaveURL(/\/views\/[\w-]{16}$/)
    await expect(page.locator('.view-items > *')).toHaveCount(1)
    await context.close()
  })
})
