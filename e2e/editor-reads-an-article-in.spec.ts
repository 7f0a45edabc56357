import type { Page } from '@playwright/test'
import { faultBeside, fill, press } from './support/desk'
import { expect, expectAccessible, test, unique } from './support/fixtures'

/** An article of our own; its last line makes each test's a text of its own. */
const article = (edition: string) => `Kazakhstan and Azerbaijan agree on more trade

11 March 2024 10:15

President of Kazakhstan Kassym-Jomart Tokayev paid a state visit to Azerbaijan on March 11, Trend reports.

Trade turnover between Kazakhstan and Azerbaijan reached $529.7 million in 2023, according to the State Customs Committee.

“We will increase the volume of trade between our countries to three billion dollars by 2031,” President Tokayev said after the talks in Baku.

Cargo along the Middle Corridor grew to 2.77 million tonnes in 2023. It was printed as ${edition}.
`

async function paste(page: Page, text: string) {
  await page.goto('/desk/intake')
  await fill(page, { text })
  await press(page, 'Put it in the queue')
  await expect(page).toHaveURL(/\/desk\/intake\/\d+/)
}

/** Pastes an article and reads it; answers with its address. The outlet is recognised by what the text says. */
async function readIn(page: Page, edition = unique('edition')): Promise<string> {
  await paste(page, article(edition))
  await expect(page.locator('[name=publisher]')).toHaveValue('Trend')
  await expect(page.locator('[name=publishedOn]')).toHaveValue('2024-03-11')
  await expect(page.locator('[name=relation]')).toHaveValue('aze-kaz')
  // Editions of this article are like each other: each stands for itself here.
  const alone = page.getByLabel('It stands for itself')
  if (await alone.count()) await alone.check()
  await press(page, 'Store it and find what it states')
  await expect(page.locator('.board')).toBeVisible()
  return new URL(page.url()).pathname
}

const card = (page: Page, text: string | RegExp) => page.locator('.candidate', { hasText: text })
const here = (page: Page) => page.locator('.candidate-here .candidate-head')
/** The page answers keys once its scripts run. */
const awake = (page: Page) =>
  expect(async () => {
    await page.keyboard.press('k')
    await page.keyboard.press('j')
    await expect(page.locator('.candidate-here .candidate-name')).toBeFocused({ timeout: 500 })
  }).toPass()

test('an editor pastes an article, decides by single keys, and a published figure leads back to its sentence', async ({
  signedInAs,
  page,
}) => {
  test.slow() // axe, three times
  const editor = await signedInAs('editor')
  await editor.goto('/desk/intake')
  await expectAccessible(editor)
  const scope = unique('by ferry')
  const at = await readIn(editor)
  await expectAccessible(editor)

  // Found, each at its place, with what it would be entered as.
  const turnover = card(editor, '$529.7 m')
  await expect(turnover).toContainText('value')
  await expect(card(editor, '$3 bn')).toContainText('target')
  await expect(card(editor, '2.77 Mt')).toContainText('value')
  await expect(editor.locator('.stated-number', { hasText: '$529.7 million' })).toBeVisible()

  // A visit is accepted as it is: by one key, and back again.
  await awake(editor)
  const visit = card(editor, 'state visit')
  await visit.locator('.candidate-name').click()
  await editor.keyboard.press('a')
  await expect(visit).toContainText('accepted')
  await editor.keyboard.press('u')
  await expect(visit.locator('.candidate-state')).toHaveText('open')
  await editor.keyboard.press('a')
  await expect(visit.locator('a', { hasText: /^Draft \d+$/ })).toBeAttached()

  // The figure is corrected in the form of entries: keys are text there.
  await turnover.locator('.candidate-name').click()
  await expect(turnover).toContainText('Trade turnover · Azerbaijan–Kazakhstan')
  await editor.keyboard.press('c')
  await fill(editor, { 'series.scope': scope })
  await editor.locator('[name="series.scope"]').press('End')
  await editor.keyboard.type(' jar')
  await expect(editor.locator('[name="series.scope"]')).toHaveValue(`${scope} jar`)
  await fill(editor, { 'series.scope': scope })
  // A look at another passage closes the form; what was typed is there when it is opened again.
  await editor.locator('.stated-words', { hasText: 'state visit' }).first().click()
  await expect(editor.locator('.correcting')).toHaveCount(0)
  await turnover.locator('.candidate-name').click()
  await editor.keyboard.press('c')
  await expect(editor.locator('[name="series.scope"]')).toHaveValue(scope)
  await expect(editor.getByText('The quote states this amount.')).toBeVisible()
  await press(editor, 'Accept')
  await expect(turnover).toContainText('accepted')
  const draft = await turnover.locator('a', { hasText: /^Draft \d+$/ }).getAttribute('href')

  // Rejected, and reported as wrong.
  const cargo = card(editor, '2.77 Mt')
  await cargo.locator('.candidate-name').click()
  await editor.keyboard.press('w')
  await editor.keyboard.type('It was a forecast')
  await cargo.getByRole('button', { name: 'Report' }).click()
  await expect(cargo).toContainText('reported as wrong')
  await card(editor, '$3 bn').locator('.candidate-name').click()
  await editor.keyboard.press('r')
  await expect(card(editor, '$3 bn').locator('.candidate-state')).toHaveText('rejected')

  // All of it is there when the page is opened again.
  await editor.goto('/desk')
  await editor.goto(at)
  await expect(visit.locator('.candidate-state')).toHaveText('accepted')
  await expect(turnover.locator('.candidate-state')).toHaveText('accepted')
  await expect(card(editor, '$3 bn').locator('.candidate-state')).toHaveText('rejected')
  await editor.goto('/desk/intake/wrong')
  await expect(editor.getByRole('row', { name: /It was a forecast/ }).first()).toBeVisible()
  await expectAccessible(editor)
  const passages = await (await editor.request.get('/desk/intake/wrong/passages')).json()
  expect(passages.find((p: { note: string }) => p.note === 'It was a forecast')).toMatchObject({
    pair: ['AZE', 'KAZ'],
    text: expect.stringContaining('2.77 million tonnes'),
  })

  // Published by somebody else, read by everybody, one step from its sentence.
  const reviewer = await signedInAs('reviewer')
  await reviewer.goto(draft!)
  await press(reviewer, 'Publish')
  await expect(reviewer.getByText('Published. Readers see it now.')).toBeVisible()
  await page.goto('/relations/aze-kaz/indicators/trade-turnover')
  await expect(page.getByText(scope).filter({ visible: true }).first()).toBeVisible()
  await page.goto(`/relations/aze-kaz/entries/${draft!.split('/').at(-1)}`)
  await expect(page.locator('blockquote mark')).toHaveText('$529.7 million')
  await page.getByRole('link', { name: 'read it in its source' }).click()
  await expect(page.locator('mark:target')).toContainText('$529.7 million')
})

test('of two people on one article the second is told what the first decided, and nothing is overwritten', async ({
  signedInAs,
}) => {
  const first = await signedInAs('editor')
  const at = await readIn(first)
  const second = await signedInAs('reviewer')
  await second.goto(at)
  await awake(first)
  await awake(second)
  await card(first, 'state visit').locator('.candidate-name').click()
  await first.keyboard.press('r')
  await expect(card(first, 'state visit').locator('.candidate-state')).toHaveText('rejected')
  await expect(card(first, 'state visit').locator('.candidate-state')).not.toHaveText('saving …')

  await card(second, 'state visit').locator('.candidate-name').click()
  await second.keyboard.press('a')
  await expect(second.getByText(/Editor \d has decided on this one already/)).toBeVisible()
  await expect(card(second, 'state visit').locator('.candidate-state')).toHaveText('rejected')
  // The others are free for both.
  await card(second, '$3 bn').locator('.candidate-name').click()
  await second.keyboard.press('a')
  await expect(card(second, '$3 bn').locator('a', { hasText: /^Draft \d+$/ })).toBeAttached()
})

test('words that were not found are selected and become a candidate at their place', async ({ signedInAs }) => {
  const editor = await signedInAs('editor')
  await readIn(editor)
  await awake(editor)
  const words = 'It was printed as'
  await editor.locator('.board-article').evaluate((article, quote) => {
    const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent!.indexOf(quote)
      if (at < 0) continue
      document.getSelection()!.setBaseAndExtent(node, at, node, at + quote.length)
      return
    }
  }, words)
  await expect(editor.locator('.mark-tools')).toBeVisible()
  await editor.keyboard.press('6')
  await expect(editor).toHaveURL(/candidate=\d+/)
  await expect(here(editor)).toHaveText('It was printed as')
  await expect(editor.locator('.candidate-here')).toContainText('marked by hand')
  await editor.keyboard.press('a')
  await expect(card(editor, 'It was printed as').locator('a', { hasText: /^Draft \d+$/ })).toBeAttached()
})

test('the same text leads to what there is, and a story that was carried says so', async ({ signedInAs }) => {
  const editor = await signedInAs('editor')
  const edition = unique('edition')
  const at = await readIn(editor, edition)
  await paste(editor, article(edition))
  await expect(editor).toHaveURL(new RegExp(`${at}\\?did=known`))
  await expect(editor.getByText('This was read in before')).toBeVisible()
  await paste(editor, `BAKU (Another wire). ${article(edition)}`)
  await expect(editor.getByLabel(/^The same story, carried/)).toBeChecked()
})

test('a file is read, one that is too large is refused before it is sent, and nothing is an answer too', async ({
  signedInAs,
}) => {
  const editor = await signedInAs('editor')
  await editor.goto('/desk/intake')
  await press(editor, 'Put it in the queue')
  await expect(faultBeside(editor, 'text')).toHaveText('Paste a text, choose a file, or give a web address.')
  const file = (name: string, bytes: Buffer) => ({ name, mimeType: 'text/plain', buffer: bytes })
  await editor.locator('[name=file]').setInputFiles(file('large.txt', Buffer.alloc(21_000_000, 'a')))
  await expect(editor.getByText('“large.txt” is larger than 20 MB. Nothing was sent.')).toBeVisible()
  const edition = unique('a file')
  await editor.locator('[name=file]').setInputFiles(file('article.txt', Buffer.from(article(edition))))
  await press(editor, 'Put it in the queue')
  await expect(editor).toHaveURL(/\/desk\/intake\/\d+/)
  await expect(editor.getByText(edition)).toBeVisible()
  await press(editor, 'Dismiss')
  await expect(editor.getByText('Dismissed. It can be brought back.')).toBeVisible()
})

test.describe('without scripts', () => {
  test('an article is read in and decided on by its forms alone', async ({ signedInAs, browser }) => {
    const editor = await signedInAs('editor')
    const context = await browser.newContext({
      storageState: await editor.context().storageState(),
      javaScriptEnabled: false,
    })
    const plain = await context.newPage()
    const at = await readIn(plain)
    const visit = card(plain, 'state visit')
    await visit.getByRole('button', { name: 'Accept' }).click()
    await expect(visit.locator('.candidate-state')).toHaveText('accepted')
    await visit.getByRole('button', { name: 'Take back' }).click()
    await expect(visit.locator('.candidate-state')).toHaveText('open')
    await visit.getByRole('link', { name: 'Correct' }).click()
    await expect(plain).toHaveURL(new RegExp(`${at}\\?candidate=\\d+&correct=1`))
    await fill(plain, { title: 'State visit, corrected' })
    await plain.getByRole('button', { name: 'Accept', exact: true }).last().click()
    await expect(visit.locator('.candidate-state').first()).toHaveText('accepted')
    await context.close()
  })
})
