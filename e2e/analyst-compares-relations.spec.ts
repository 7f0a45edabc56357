import { expect, expectAccessible, test } from './support/fixtures'

const kaz = 'aze-kaz:trade-turnover:kaz'
const aze = 'aze-kaz:trade-turnover:aze'
const georgia = 'aze-geo:trade-turnover:geo'
const address = (lines: string[], more = '') => `/compare?${lines.map((line) => `line=${line}`).join('&')}${more}`

test('which count grew faster since 2018? the analyst begins at the masthead and ends with an index and its file', async ({
  page,
  request,
}) => {
  await page.goto('/')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Compare' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Compare')
  await page.getByRole('link', { name: /^Trade turnover: Azerbaijan–Georgia, Azerbaijan–Kazakhstan/ }).click()

  const form = page.getByRole('form', { name: 'What is compared' })
  await form.getByLabel('Base period').fill('2018')
  await form.getByLabel('Shown as').selectOption('Index, base = 100')
  await form.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/base=2018/)
  await expect(page).toHaveURL(/line=aze-kaz%3Atrade-turnover%3Akaz/)

  const lines = page.locator('#lines')
  await expect(lines).toContainText('index 205.0 in 2023')
  await expect(lines).toContainText('index 212.7 in 2024')
  await expect(lines).toContainText('Not indexed: there is no figure for 2018. There are figures for Jan–Oct 2024.')
  await expect(page.locator('#computed')).toContainText('$470 m (2024) ÷ $221 m (2018) × 100 = 212.7')
  await expectAccessible(page)

  const chart = page.getByRole('figure')
  await expect(chart).toHaveCount(1)
  await chart.getByText('Take it away').click()
  const svg = await (
    await request.get((await chart.getByRole('link', { name: 'SVG picture' }).getAttribute('href')) ?? '')
  ).text()
  expect(svg).toContain('2018 = 100')
  const file = await page.getByRole('link', { name: 'These lines as CSV' }).getAttribute('href')
  const csv = await (await request.get(file ?? '')).text()
  expect(csv.split('\r\n')[0]).toContain('index_base,index,source_title,publisher,date,url,quote,entry_id,version')
  expect(csv).toContain('2018,204.9872221792,')
})

test('a figure leads to its evidence, and one action takes a line away', async ({ page }) => {
  await page.goto(address([kaz, aze, georgia]))
  await expect(page.getByRole('figure', { name: 'Trade turnover' })).toBeVisible()
  await page.getByRole('link', { name: 'Take away Azerbaijan–Georgia · Trade turnover · Georgia’s figures' }).click()
  await expect(page).not.toHaveURL(/aze-geo%3A/)
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(2)
  await page.goto(address([georgia]))
  await page.locator('#lines').getByRole('link', { name: '$1.069 bn' }).click()
  await expect(page).toHaveURL(/\/relations\/aze-geo\/entries\/\d+/)
  await expect(page.getByRole('main')).toContainText('National Statistics Office of Georgia')
})

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false })
  test('lines are added and taken away by the form', async ({ page }) => {
    await page.goto(address([kaz]))
    const form = page.getByRole('form', { name: 'What is compared' })
    await form.getByRole('checkbox', { name: /^Trade turnover · Azerbaijan’s figures/ }).check()
    await form.getByRole('button', { name: 'Show' }).click()
    await expect(page.getByRole('figure').getByRole('table')).toContainText('Azerbaijan’s figures')
    await form
      .getByRole('checkbox', { name: /Kazakhstan’s figures/ })
      .first()
      .uncheck()
    await form.getByRole('button', { name: 'Show' }).click()
    await expect(page.getByRole('figure').getByRole('table')).not.toContainText('Kazakhstan’s figures')
  })
})

test.describe('an address that asks for what cannot be', () => {
  test.use({ expectedErrors: [/status of 400/] })
  test('says what, and draws the rest', async ({ page }) => {
    const answer = await page.goto(`${address([kaz])}&line=nonsense&base=some+day`)
    expect(answer?.status()).toBe(400)
    await expect(page.getByText('“nonsense” is not a line')).toBeVisible()
    await expect(page.getByText('“some day” is not a period with two dates')).toBeVisible()
    await expect(page.getByRole('figure')).toHaveCount(1)
  })
})

test('two relations stand on the front page, and the second has its dashboard', async ({ page }) => {
  await page.goto('/')
  const second = page.getByRole('article', { name: 'Azerbaijan–Georgia' })
  await expect(second.getByRole('link', { name: '$1.069 bn' })).toBeVisible()
  await second.getByRole('heading').getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Azerbaijan–Georgia')
  await expect(page.getByRole('article', { name: 'Trade turnover', exact: true })).toContainText('$1.069 bn')
})
