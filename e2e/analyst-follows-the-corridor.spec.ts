import { expect, expectAccessible, test } from './support/fixtures'

const relation = '/relations/aze-kaz'
const corridor = `${relation}/corridor`

test('where is the bottleneck? the page names the smallest stated capacity, and what nobody has stated', async ({
  page,
}) => {
  await page.goto(relation)
  await page.getByRole('navigation', { name: 'Pages of this relation' }).getByRole('link', { name: 'Corridor' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Middle Corridor')
  const narrow = page.locator('#narrow')
  await expect(narrow).toContainText('Baku–Tbilisi–Kars railway has the smallest: 5 Mt, from 20 May 2024')
  await expect(narrow).toContainText('only a part, a phase or a design is stated')
  await expect(narrow).toContainText('nobody has stated the whole capacity')
  await expectAccessible(page)

  await page
    .getByRole('group', { name: 'Map of the Middle Corridor' })
    .getByRole('link', { name: /^Aktau/ })
    .click()
  await expect(page).toHaveURL(/#at-aktau$/)
  const aktau = page.locator('#at-aktau')
  await expect(aktau).toContainText('3 plans, from 200,000 TEU to up to 300,000 TEU')
  await expect(aktau).toContainText('no capacity is stated for that year')
  await aktau.getByRole('link', { name: 'up to 300,000 TEU' }).click()
  const panel = page.getByRole('dialog', { name: 'Evidence' })
  await expect(panel).toContainText('up to 300,000')
  await panel.getByRole('link', { name: 'Its place on the corridor' }).click()
  await expect(page).toHaveURL(/\/corridor#at-aktau$/)

  await expect(page.locator('#at-alat')).toContainText('2 plans, from 50,000 TEU to 500,000 TEU')
  await expect(page.locator('#whole')).toContainText('74.7 % in 2024')
  for (const days of ['53 days', '28–32 days']) await expect(page.locator('#whole')).toContainText(days)
})

test('what was known in January 2024 stays away from what came later', async ({ page }) => {
  await page.goto(`${corridor}?known=2024-01-01`)
  await expect(page.locator('#narrow')).toContainText('No capacity of a whole place or leg is recorded')
  await expect(page.locator('#at-aktau')).not.toContainText('more than 11 Mt')
})

test('the map and every figure leave with their sources', async ({ page, request }) => {
  await page.goto(corridor)
  const files = page.getByRole('list').filter({ hasText: 'Map as PNG' })
  for (const [format, start] of [
    ['SVG', '<svg'],
    ['PDF', '%PDF'],
    ['PNG', '\u0089PNG'],
  ] as const) {
    const address = (await files.getByRole('link', { name: `Map as ${format}` }).getAttribute('href'))!
    const body = (await (await request.get(address)).body()).toString('latin1')
    expect(body.startsWith(start)).toBe(true)
  }
  const svg = await (await request.get(`${corridor}/map.svg`)).text()
  for (const text of ['Aktau', 'Baku–Tbilisi–Kars railway', 'schematic', 'Sources:', 'As known on'])
    expect(svg).toContain(text)
  const csv = await (await request.get(`${corridor}.csv`)).text()
  expect(csv.split('\r\n')[0]).toContain('about,kind,measure,scope,indicator,period')
  expect(csv).toContain('Aktau,target,level,container hub')
  expect((await request.get(`${corridor}/map.gif`)).status()).toBe(404)
  expect((await request.get(`${relation}/corridor/nothing.svg`)).status()).toBe(404)
  expect((await request.get('/relations/aze-xxx/corridor.csv')).status()).toBe(404)
})

test.describe('on a phone without JavaScript', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })
  test('the route stands as a list, each stop and leg leading to what is known of it', async ({ page }) => {
    await page.goto(corridor)
    await expect(page.getByRole('group', { name: 'Map of the Middle Corridor' })).toBeHidden()
    const route = page.locator('#route')
    await expect(route.getByRole('listitem').filter({ hasText: 'Aktau' }).first()).toBeVisible()
    await route.getByRole('link', { name: '→ Alat by sea' }).first().click()
    await expect(page).toHaveURL(/#leg-aktau-alat-sea$/)
    await page.goto(corridor)
    await route.getByRole('link', { name: 'Alat', exact: true }).click()
    await expect(page).toHaveURL(/#at-alat$/)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  })
})
