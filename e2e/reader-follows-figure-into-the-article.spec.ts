import { addSource, fill, press, visit } from './support/desk'
import { expect, expectAccessible, test, unique } from './support/fixtures'

test('a reader follows a claim into its article, finds the sentence marked, and comes back from it', async ({
  signedInAs,
  page,
  browser,
}) => {
  const word = unique('Delegations of')
  const sentence = `${word} met in Aktau and agreed to build a terminal`
  const secret = unique('Nobody else may read')
  const text = `${'An article begins with its place and day. '.repeat(40)}\n\n${sentence}. The talks went on. ${'It goes on for long. '.repeat(60)}\n\n${secret}.`
  const editor = await signedInAs('editor')
  const source = await addSource(editor, text)

  const enter = async (fields: Record<string, string>) => {
    await editor.goto('/desk/entries/new/event')
    await fill(editor, fields)
    await press(editor, 'Save and send for review')
    const reviewer = await signedInAs('reviewer')
    await reviewer.goto(new URL(editor.url()).pathname)
    await press(reviewer, 'Publish')
    await expect(reviewer.getByText('Published. Readers see it now.')).toBeVisible()
    return new URL(editor.url()).pathname.split('/').at(-1)!
  }
  const talks = visit(source, { 'evidence.0.quote': sentence })
  const entry = await enter(talks)
  await page.goto(`/sources/${source}`)
  await expect(page.locator('.passage')).toHaveCount(1)
  // The page that was just read is kept; a publication makes it old.
  await enter(visit(source, { 'evidence.0.quote': 'agreed to build a terminal. The talks went on' }))
  await page.goto(`/sources/${source}`)
  await expect(page.locator('.passage')).toHaveCount(2)

  // From the figure’s evidence into the article: the words around it, its number, and what rests on it.
  await page.goto(`/relations/aze-kaz/entries/${entry}`)
  await page.getByRole('link', { name: 'read it in its source' }).click()
  await expect(page).toHaveURL(new RegExp(`/sources/${source}#quote-\\d+-\\d+$`))
  const mark = page.locator('mark:target')
  await expect(mark).toContainText(word)
  await expect(mark).toBeInViewport()
  await expect(page.getByText('The whole text is stored for the team and is not shown here')).toBeVisible()
  await expect(page.getByText(secret)).toHaveCount(0)
  await expectAccessible(page)

  // Marks and list lead to each other.
  await mark.getByRole('link', { name: 'Quote 1: to what rests on it' }).click()
  const passage = page.locator('.passage:target')
  await expect(passage).toContainText(talks.title)
  await passage.getByRole('link', { name: 'Quote 1: to its place in the text' }).click()
  await expect(page.locator('mark:target')).toContainText(word)
  await page.locator('.passage').first().getByRole('link', { name: talks.title }).click()
  await expect(page).toHaveURL(new RegExp(`/entries/${entry}$`))

  // Once an editor shows the text to everyone, the next reader has all of it, with the sentence marked without a script.
  await editor.goto(`/desk/sources/${source}`)
  await editor.getByLabel('Every reader').check()
  await expectAccessible(editor)
  await press(editor, 'Save')
  await expect(editor.getByText('Saved.')).toBeVisible()
  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await plain.goto(`/relations/aze-kaz/entries/${entry}`)
  await plain.getByRole('link', { name: 'read it in its source' }).click()
  await expect(plain.locator('mark:target')).toBeInViewport()
  await expect(plain.getByText(secret)).toHaveCount(1)
  await expect(plain.locator('.marked mark.mark-on')).toHaveCount(1)
  await plain.context().close()
})

test('a reader of a source whose text is not stored reads its quotes, each with the way to the original', async ({
  page,
}) => {
  await page.goto('/sources?q=tripled')
  await page.locator('.source-list h2 a').first().click()
  await expect(page.getByText('The text is not stored here.')).toBeVisible()
  const passage = page.locator('.passage').filter({ hasText: 'practically tripled' }).first()
  await expect(passage.locator('blockquote')).toBeVisible()
  await expect(passage.locator('.passage-rests a').first()).toHaveAttribute(
    'href',
    /\/relations\/aze-kaz\/entries\/\d+/,
  )
  await expectAccessible(page)
})
