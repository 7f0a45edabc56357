import { readdirSync } from 'node:fs'
import { roles } from '@/lib/auth/permissions'
import { faultBeside, fill, invite, press } from './support/desk'
import { expect, expectAccessible, signIn, test, unique } from './support/fixtures'

/** Every page and route of the desk with the least role it asks for, and an address of it in the sample. */
const least: Record<string, { role: 'editor' | 'admin'; at?: string }> = {
  '': { role: 'editor' },
  '/audit': { role: 'editor' },
  '/entities': { role: 'editor' },
  '/entities/[slug]': { role: 'editor', at: '/entities/aze-kaz' },
  '/entities/new': { role: 'editor' },
  '/entries/[id]': { role: 'editor', at: '/entries/1' },
  '/entries/[id]/correct': { role: 'editor', at: '/entries/1/correct' },
  '/entries/neighbours': { role: 'editor', at: '/entries/neighbours?indicator=trade-turnover&about=kaz&unit=USD' },
  '/entries/new/[kind]': { role: 'editor', at: '/entries/new/observation' },
  '/indicators': { role: 'editor' },
  '/indicators/[code]': { role: 'editor', at: '/indicators/trade-turnover' },
  '/indicators/new': { role: 'editor' },
  '/intake': { role: 'editor' },
  '/intake/[id]': { role: 'editor', at: '/intake/999999' },
  '/intake/wrong': { role: 'editor' },
  '/intake/wrong/passages': { role: 'editor' },
  '/people': { role: 'admin' },
  '/review': { role: 'editor' },
  '/series/new': { role: 'editor' },
  '/settings': { role: 'admin' },
  '/sources': { role: 'editor' },
  '/sources/[id]': { role: 'editor', at: '/sources/1' },
  '/sources/[id]/text': { role: 'editor', at: '/sources/1/text' },
  '/sources/new': { role: 'editor' },
  '/watch': { role: 'editor' },
}
/** The sample has no stored text and nothing in its queue: whoever may ask is told that there is none. */
const empty = ['/sources/[id]/text', '/intake/[id]']
/** Whoever is signed in may change the own password. */
const forEverybody = ['/password']

const inTree = (file: string) =>
  readdirSync('app/(desk)/desk', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(file))
    .map((path) => `/${path}`.slice(0, -file.length - 1))
const pages = inTree('page.tsx').filter((page) => !forEverybody.includes(page))
const routes = inTree('route.ts')
const addressOf = (page: string) => `/desk${least[page]?.at ?? page}`

test('the table names every page and route of the desk', () => {
  expect([...pages, ...routes].sort()).toEqual(Object.keys(least).sort())
})

for (const role of roles)
  test(`every page of the desk answers a ${role} as the role allows`, async ({ signedInAs }) => {
    const { request } = (await signedInAs(role)).context()
    for (const page of [...pages, ...routes]) {
      const status = (await request.get(addressOf(page))).status()
      const allowed = roles.indexOf(role) >= roles.indexOf(least[page]!.role)
      expect(`${page} ${status}`).toBe(`${page} ${allowed ? (empty.includes(page) ? 404 : 200) : 403}`)
    }
  })

test('whoever is not signed in is led to the sign-in and back', async ({ page, request }) => {
  for (const page of pages) {
    const answer = await request.get(addressOf(page), { maxRedirects: 0 })
    expect(`${page} ${answer.status()}`).toMatch(/ 30[37]$/)
    expect(answer.headers().location).toMatch(/^\/sign-in\?next=%2Fdesk/)
  }
  for (const route of routes) expect((await request.get(addressOf(route))).status()).toBe(401)
  await page.goto('/desk/sources')
  await expect(page).toHaveURL('/sign-in?next=%2Fdesk%2Fsources')
  await expectAccessible(page)
})

test('an admin invites, sets a role, renews a link and removes; sessions end at once', async ({
  signedInAs,
  browser,
}) => {
  const admin = await signedInAs('admin')
  const context = await browser.newContext()
  const page = await context.newPage()
  const person = await invite(admin, page, 'editor')
  await signIn(page, person)
  await page.goto('/desk/people')
  await expect(page.getByRole('heading', { name: 'Your role does not open this page' })).toBeVisible()

  await admin.goto('/desk/people')
  await expectAccessible(admin)
  const row = admin.locator('tr.person', { hasText: person.email }).locator('xpath=following-sibling::tr[1]')
  await row.getByText('Change').click()
  await row.getByLabel(`Role of ${person.name}`).selectOption('reviewer')
  await row.getByRole('button', { name: 'Set the role' }).click()
  await expect(admin.getByText('The role is changed')).toBeVisible()
  await page.goto('/desk')
  await expect(page).toHaveURL(/sign-in/)
  await signIn(page, person)

  await row.getByText('Change').click()
  await row.getByText('Remove').first().click()
  await row.getByRole('button', { name: 'Remove' }).click()
  await expect(admin.getByText('Access has ended.')).toBeVisible()
  await page.goto('/desk')
  await expect(page).toHaveURL(/sign-in/)
  await fill(page, { email: person.email, password: person.password })
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('E-mail or password is not right.')).toBeVisible()
  await context.close()
})

test('sign-in is held back after five failures, alike for accounts that exist and others', async ({ page }) => {
  const email = `${unique('nobody').replace(' ', '')}@example.test`
  await page.goto('/sign-in')
  for (let i = 0; i < 6; i++) {
    await fill(page, { email, password: 'wrong password' })
    await press(page, 'Sign in')
    if (i < 5) await expect(page.getByText('E-mail or password is not right.')).toBeVisible()
  }
  await expect(page.getByText(/Try again in \d+ minutes/)).toBeVisible()
  await expect(page.locator('[name=email]')).toHaveValue(email)
})

test('a sign-in never leads to another site', async ({ page, signedInAs, browser }) => {
  const context = await browser.newContext()
  const somebody = await context.newPage()
  const person = await invite(await signedInAs('admin'), somebody, 'reader')
  await somebody.goto('/sign-in?next=//elsewhere.example/x')
  await fill(somebody, { email: person.email, password: person.password })
  await somebody.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  await expect(somebody).toHaveURL(/localhost:\d+\/desk$/)
  await context.close()
  await page.goto('/password/nothing')
  await expect(page.getByText('This link was used already or is too old')).toBeVisible()
})

test('an admin adds an indicator, a series and an entity; wrong input stays', async ({ signedInAs }) => {
  const admin = await signedInAs('admin')
  const name = unique('Camels')
  await admin.goto('/desk/indicators/new')
  await fill(admin, { name, definition: 'Counted at the border', theme: 'transport', unit: 'COUNT', headline: 'first' })
  await press(admin, 'Save')
  await expect(faultBeside(admin, 'frequency')).toHaveText('This cannot be empty.')
  await expect(faultBeside(admin, 'headline')).toBeVisible()
  await fill(admin, { frequency: 'A', headline: '' })
  await press(admin, 'Save')
  await expect(admin.getByRole('heading', { level: 1, name })).toBeVisible()
  const code = new URL(admin.url()).pathname.split('/').at(-1)!
  for (const answer of ['The series exists now.', 'This series exists already.']) {
    await admin.goto(`/desk/series/new?indicator=${code}`)
    await fill(admin, { 'series.about': 'Middle Corridor' })
    await press(admin, 'Add the series')
    await expect(admin.getByText(answer)).toBeVisible()
  }
  await admin.goto('/desk/entities/new')
  await fill(admin, { name: 'Caspian', kind: 'relation', slug: 'aze-tkm', members: 'Azerbaijan\nNowhere' })
  await press(admin, 'Save')
  await expect(faultBeside(admin, 'members')).toHaveText(/named “Nowhere”/)
  await fill(admin, { members: 'Azerbaijan\nGeorgia' })
  await press(admin, 'Save')
  await expect(faultBeside(admin, 'members')).toHaveText(/exactly the two countries/)
  await expect(admin.locator('[name=name]')).toHaveValue('Caspian')
})
