import { expect, type Page } from '@playwright/test'
import { unique } from './fixtures'

/** Fills fields by their names; choices are picked by their value. */
export async function fill(page: Page, fields: Record<string, string>) {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`[name="${name}"]`)
    if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption(value)
    else await field.fill(value)
  }
}

/** Presses a button of a form and waits until the answer stands on the page: a new address, or a message. */
export async function press(page: Page, name: string) {
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.getByRole('button', { name, exact: true }).click()
  await answered
}

export const faultBeside = (page: Page, name: string) => page.locator(`.field:has([name="${name}"]) .field-fault`)

/** A source of its own, so that tests that run at the same time do not meet in one. Answers with its number. */
export async function addSource(page: Page, text = ''): Promise<string> {
  await page.goto('/desk/sources/new')
  await fill(page, { title: unique('Bulletin'), publisher: 'Trend', publishedOn: '2023-04-11', text })
  await press(page, 'Store the source')
  await expect(page).toHaveURL(/\/desk\/sources\/\d+/)
  return /sources\/(\d+)/.exec(page.url())![1]!
}

/** A visit as its form is filled; the source is a page reference unless a quote is given. */
export const visit = (source: string, extra: Record<string, string> = {}) => ({
  title: unique('Visit'),
  code: 'CONSULT',
  theme: 'political',
  about: 'Azerbaijan–Kazakhstan',
  period: '24 Aug 2022',
  'evidence.0.source': `#${source}`,
  ...extra,
})

/** Makes somebody through the page of people, who then chooses a password by the link. */
export async function invite(admin: Page, somebody: Page, role: string) {
  const person = {
    name: unique('Somebody'),
    email: `${unique('x').replace(' ', '')}@example.test`,
    password: unique('password of'),
  }
  await admin.goto('/desk/people')
  await admin.locator('#invite [name=name]').fill(person.name)
  await admin.locator('#invite [name=email]').fill(person.email)
  await admin.locator('#invite [name=role]').selectOption(role)
  await press(admin, 'Make the link')
  const link = await admin.getByLabel('Link', { exact: true }).inputValue()
  await somebody.goto(new URL(link).pathname)
  await somebody.locator('[name=password]').fill(person.password)
  await press(somebody, 'Set the password')
  await expect(somebody).toHaveURL(/\/sign-in/)
  return person
}
