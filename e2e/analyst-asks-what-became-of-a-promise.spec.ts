import { expect, expectAccessible, test } from './support/fixtures'

const promises = '/relations/aze-kaz/promises'

test('has the billion been reached? Not by any count, said again three times, and nobody has named a day', async ({
  page,
}) => {
  await page.goto('/relations/aze-kaz')
  await page.getByRole('navigation', { name: 'Pages of this relation' }).getByRole('link', { name: 'Promises' }).click()
  await expect(page).toHaveURL(promises)

  const billion = page.getByRole('listitem', { name: 'Trade turnover: 1 billion US dollars' })
  await expect(billion).toContainText('not reached, restated 3 times')
  await expect(billion).toContainText('announced by Kassym-Jomart Tokayev')
  await expect(billion).toContainText('no deadline stated (“in the near future”)')
  const measured = billion.locator('.reporter')
  await expect(measured.filter({ hasText: 'Kazakhstan’s figures' })).toContainText('52.9 % of it')
  await expect(measured.filter({ hasText: 'Azerbaijan’s figures' })).toContainText('47.0 % of it')

  // Every day on which it was said again is one step from the page that says so.
  for (const day of ['22 Jun 2023', '12 Mar 2024', '21 Oct 2025'])
    await expect(billion.locator('.trail').getByRole('listitem').filter({ hasText: day })).toContainText('restated')
  await billion.locator('.promise-facts').getByRole('link', { name: '21 Oct 2025' }).click()
  const panel = page.getByRole('dialog', { name: 'Evidence' })
  await expect(panel).toContainText('restated')
  await expect(panel).toContainText('The Astana Times')
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()

  await billion.getByRole('heading').getByRole('link').click()
  await expect(panel.getByRole('blockquote').first()).toContainText('one billion dollars in the near future')
})

test('the corridor’s ten million were missed, the centre came three months late, the culture days a year late and shorter', async ({
  page,
}) => {
  await page.goto(promises)
  const promise = (name: string) => page.getByRole('listitem', { name })
  const capacity = promise('Middle Corridor · Corridor capacity: 10 million tonnes')
  await expect(capacity.locator('.promise-state')).toHaveText('missed')
  await expect(capacity).toContainText('A promise of capacity a year, not of cargo')
  await expect(capacity.locator('.reporter')).toContainText('60.0 % of it')
  await expect(promise('Start the Kurmangazy centre in Fuzuli').locator('.promise-state')).toContainText(
    'kept, 3 months late 72 days after the last day allowed, 31 Dec 2023',
  )
  const culture = promise('Hold the Ten Days of Azerbaijani Culture in Kazakhstan')
  await expect(culture.locator('.promise-state')).toContainText('kept, a year late')
  await expect(culture).toContainText('shorter than the ten of its name')
  await culture.getByRole('link', { name: /^3 days, 24–26 Sep 2024/ }).click()
  await expect(page.getByRole('dialog', { name: 'Evidence' })).toContainText('Astana to host Azerbaijani Culture Days')
})

test('a pace shows formula and numbers, and each number leads to its sentence', async ({ page }) => {
  await page.goto(promises)
  const target = page.getByRole('listitem', { name: 'Middle Corridor · Cargo carried: 11 million tonnes' })
  const reporter = target.locator('.reporter').filter({ hasText: 'Kazakhstan’s figures' })
  await expect(reporter).toContainText('on track')
  await reporter.getByText('How is this computed?').click()
  await expect(reporter).toContainText('(4,119,000 t ÷ 759,000 t)^(1 ÷ 6) − 1 = 32.56 %')
  await expect(reporter).toContainText('R = d × observed ÷ |required|')
  await reporter.getByRole('link', { name: '759,000 t' }).click()
  await expect(page.getByRole('dialog', { name: 'Evidence' })).toContainText('759')
})

test('settings stand in the address, and table and chart leave with them', async ({ page, request }) => {
  await page.goto(promises)
  await page.getByRole('navigation', { name: 'How they stand' }).getByRole('link', { name: /Late/ }).click()
  await expect(page).toHaveURL(/status=late/)
  await expect(page.locator('.promise')).toHaveCount(2)
  const table = await request.get((await page.getByRole('link', { name: 'Table as CSV' }).getAttribute('href'))!)
  const [names, ...rows] = (await table.text()).trim().split('\r\n')
  expect(names).toContain('source_title,publisher,date,url,quote,entry_id,version')
  expect(rows.length).toBeGreaterThan(4)
  expect(rows.join()).not.toContain('Trade turnover')

  const settings = page.getByRole('form', { name: 'Settings of this view' })
  await settings.getByLabel('State').selectOption('')
  await settings.getByLabel('Theme').selectOption({ label: 'Trade' })
  await settings.getByLabel('Counted by').selectOption({ label: 'Kazakhstan' })
  await settings.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/theme=trade/)
  await expectAccessible(page)
  const chart = page.getByRole('figure', { name: 'Trade turnover: targets' })
  await expect(chart.locator('table')).toContainText('restated 22 Jun 2023')
  await chart.getByText('Take it away').click()
  const address = (await chart.getByRole('link', { name: 'SVG picture' }).getAttribute('href'))!
  expect(address).toContain('reporter=kaz')
  const svg = await (await request.get(address)).text()
  expect(svg).toContain('Kazakhstan')
  expect(svg).not.toContain('Azerbaijan’s figures')

  await page.goto(`${promises}?known=1990-01-01`)
  await expect(page.getByText('No promise recorded yet')).toBeVisible()
  await page.goto(`${promises}?who=world-bank&status=missed`)
  await expect(page.getByText('No promise for these settings')).toBeVisible()
  await page.getByRole('link', { name: 'Show everything' }).click()
  await expect(page).toHaveURL(promises)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test('the page is whole: states, trails, numbers of each formula and the figures of each chart', async ({ page }) => {
    await page.goto(promises)
    await expect(page.getByRole('listitem', { name: 'Trade turnover: 1 billion US dollars' })).toContainText('52.9 %')
    await expect(page.getByRole('figure').first().getByRole('table')).toBeVisible()
  })
})
