import { addSource, faultBeside, fill, invite, press, visit } from './support/desk'
import { expect, signIn, test } from './support/fixtures'

test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED/] })

test('a session that ends in the middle of a form costs nothing that was typed', async ({ signedInAs, browser }) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  const person = await invite(await signedInAs('admin'), page, 'editor')
  await signIn(page, person)
  const typed = visit(await addSource(page), { note: 'three hours of work' })
  await page.goto('/desk/entries/new/event')
  await fill(page, typed)

  const other = await context.newPage()
  await other.goto('/desk')
  await other.getByRole('button', { name: 'Sign out' }).click()
  await expect(other.getByRole('link', { name: 'Sign in' })).toBeVisible()

  await press(page, 'Save the draft')
  await expect(page.getByText('Your session has ended.')).toBeVisible()
  for (const [name, value] of Object.entries(typed)) await expect(page.locator(`[name="${name}"]`)).toHaveValue(value)
  const [again] = await Promise.all([context.waitForEvent('page'), page.getByRole('link', { name: /new tab/ }).click()])
  await fill(again, { email: person.email, password: person.password })
  await again.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  await expect(again.getByRole('heading', { name: 'You are signed in' })).toBeVisible()
  await press(page, 'Save the draft')
  await expect(page.getByText('Saved.')).toBeVisible()
  await expect(page.locator('[name=note]')).toHaveValue('three hours of work')
  await context.close()
})

test('a double click and a reload after sending make one entry', async ({ signedInAs }) => {
  const editor = await signedInAs('editor')
  const typed = visit(await addSource(editor))
  await editor.goto('/desk/entries/new/event')
  await fill(editor, typed)
  await editor.getByRole('button', { name: 'Save the draft', exact: true }).dblclick()
  await expect(editor.getByText('Saved.')).toBeVisible()
  await editor.reload()
  await editor.goto('/desk')
  await expect(editor.getByRole('link', { name: typed.title })).toHaveCount(1)
})

test('a server that cannot be reached is said, and the text stays', async ({ signedInAs }) => {
  const editor = await signedInAs('editor')
  await editor.goto('/desk/entries/new/event')
  await fill(editor, { title: 'Written on a train' })
  await editor.context().setOffline(true)
  await editor.getByRole('button', { name: 'Save the draft', exact: true }).click()
  await expect(editor.getByText('The server could not be reached.')).toBeVisible()
  await editor.context().setOffline(false)
  await expect(editor.locator('[name=title]')).toHaveValue('Written on a train')
})

test.describe('without JavaScript', () => {
  test('an editor signs in, is told what is wrong, and saves', async ({ signedInAs, browser }) => {
    const invited = await browser.newContext()
    const person = await invite(await signedInAs('admin'), await invited.newPage(), 'editor')
    await invited.close()
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await signIn(page, person)
    await page.goto('/desk/entries/new/event')
    await fill(page, {
      title: 'Seen from the road',
      code: 'CONSULT',
      theme: 'political',
      about: 'kaz',
      period: 'Q5 2022',
    })
    await page.getByRole('button', { name: 'Add more evidence' }).click()
    await expect(page.locator('.piece')).toHaveCount(2)
    await page.getByRole('button', { name: 'Save the draft', exact: true }).click()
    await expect(faultBeside(page, 'period')).toHaveText(/There is no quarter 5/)
    await expect(page.locator('[name=title]')).toHaveValue('Seen from the road')
    await fill(page, { period: '24 Aug 2022' })
    await page.getByRole('button', { name: 'Save the draft', exact: true }).click()
    await expect(page).toHaveURL(/did=saved/)
    await context.close()
  })
})
