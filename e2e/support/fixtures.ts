import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import type { Role } from '@/lib/auth/permissions'
import { personOf } from './people'

type Fixtures = {
  /** Console errors that this test provokes on purpose, e.g. `test.use({ expectedErrors: [/404/] })`. */
  expectedErrors: RegExp[]
  /** A page of its own on which somebody of this role has signed in. */
  signedInAs: (role: Role) => Promise<Page>
  /** Fails on anything the browser complains about: script errors, blocked resources, violations of the CSP. */
  complaints: string[]
}
// Signing in costs a password hash: once per worker (which is one process) and role.
const sessions = new Map<Role, Awaited<ReturnType<BrowserContext['storageState']>>>()

export const test = base.extend<Fixtures>({
  expectedErrors: [[], { option: true }],

  complaints: [
    async ({ context, expectedErrors }, use) => {
      const heard: string[] = []
      listen(context, heard)
      await use(heard)
      expect(heard.filter((text) => !expectedErrors.some((pattern) => pattern.test(text)))).toEqual([])
    },
    { auto: true },
  ],

  signedInAs: async ({ browser, complaints }, use, { parallelIndex }) => {
    const opened: BrowserContext[] = []
    await use(async (role) => {
      const context = await browser.newContext({ storageState: sessions.get(role) })
      opened.push(context)
      listen(context, complaints)
      const page = await context.newPage()
      if (!sessions.has(role)) {
        await signIn(page, personOf(role, parallelIndex))
        sessions.set(role, await context.storageState())
      }
      return page
    })
    for (const context of opened) await context.close()
  },
})

export { expect }

/** Signs in through the form. A test that signs out, or loses its session, must do this itself with a person of its own. */
export async function signIn(page: Page, { email, password }: { email: string; password: string }) {
  await page.goto('/sign-in')
  await page.locator('input[name=email]').fill(email)
  await page.locator('input[name=password]').fill(password)
  await page.locator('form:has(input[name=password]) button[type=submit]').click()
  await expect(page).not.toHaveURL(/sign-in/)
}

function listen(context: BrowserContext, heard: string[]) {
  context.on('weberror', (error) => heard.push(`script: ${error.error().stack ?? error.error().message}`))
  context.on('console', (message) => {
    if (message.type() === 'error') heard.push(`console: ${message.text()} (${message.location().url})`)
  })
}

/**
 * No violation of WCAG 2.2 AA or of axe's best practices, and enough contrast in the dark theme too.
 * It costs by the size of the page: once per kind of page.
 */
export async function expectAccessible(page: Page) {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  expect(await violations(new AxeBuilder({ page }).withTags(tags))).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await violations(new AxeBuilder({ page }).withRules('color-contrast'))).toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })
}

async function violations(axe: AxeBuilder) {
  const { violations } = await axe.analyze()
  return violations.map(({ id, help, nodes }) => ({ id, help, where: nodes.map(({ html }) => html.slice(0, 200)) }))
}

/** A word that no other test uses, to name what a test makes: all run at the same time on one database. */
export const unique = (word: string) => `${word} ${crypto.randomUUID().slice(0, 8)}`
