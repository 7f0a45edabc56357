import { addSource, faultBeside, fill, press } from './support/desk'
import { expect, expectAccessible, test, unique } from './support/fixtures'

const figure = (scope: string, source: string) => ({
  'series.indicator': 'trade-turnover',
  'series.about': 'Azerbaijan–Kazakhstan',
  'series.reporter': 'Kazakhstan',
  'series.scope': scope,
  period: 'Jan–Jul 2019',
  basis: 'official',
  'evidence.0.source': `#${source}`,
})

test('an editor enters a figure, a reviewer publishes it, and readers see it', async ({ signedInAs, page }) => {
  const editor = await signedInAs('editor')
  const scope = unique('by camel')
  const source = await addSource(editor)
  await editor.goto('/desk/entries/new/observation')
  await fill(editor, {
    ...figure(scope, source),
    quantity: '0.98 bn',
    'evidence.0.quote': 'grew to 0.97 billion dollars',
  })
  await expect(editor.getByText('$980,000,000, written in billions with 2 decimals')).toBeVisible()
  await expect(editor.getByText('Jan–Jul 2019: 1 Jan 2019 to 31 Jul 2019')).toBeVisible()
  await expect(editor.getByText('The quote does not state this amount. It holds: 0.97 billion dollars.')).toBeVisible()
  await expect(editor.locator('.preview-figure')).toHaveText('$0.98 bn')
  await expect(editor.locator('.preview canvas')).toBeVisible()
  await expectAccessible(editor)
  await press(editor, 'Save the draft')
  await expect(editor.getByText('The quote does not hold 980000000.')).toBeVisible()

  await fill(editor, { quantity: '970 million' })
  await expect(editor.getByText('The quote states this amount.')).toBeVisible()
  await press(editor, 'Save and send for review')
  await expect(editor.getByText('Sent for review.')).toBeVisible()
  await expect(editor.getByRole('button', { name: 'Publish' })).toHaveCount(0)
  const entry = new URL(editor.url()).pathname

  const reviewer = await signedInAs('reviewer')
  await reviewer.goto('/desk/review')
  await expectAccessible(reviewer)
  await reviewer.goto(entry)
  await press(reviewer, 'Publish')
  await expect(reviewer.getByText('Published. Readers see it now.')).toBeVisible()

  await page.goto('/relations/aze-kaz/indicators/trade-turnover')
  await expect(page.getByText(scope).filter({ visible: true }).first()).toBeVisible()
  await page.goto(`/relations/aze-kaz/entries/${entry.split('/').at(-1)}`)
  await expect(page.getByText('grew to 0.97 billion dollars').first()).toBeVisible()
})

test('wrong input is answered beside its field, and everything typed is still there', async ({ signedInAs }) => {
  const editor = await signedInAs('editor')
  await editor.goto('/desk/entries/new/observation')
  const typed = { ...figure('', '1'), note: '<script>alert(1)</script> =HYPERLINK("x") 📄 \u202Eabc' }
  await fill(editor, typed)
  for (const [quantity, sentence] of [
    ['abc', /“abc” is not a number/],
    ['1,2,3', /“1,2,3” is no number/],
    ['NaN', /NaN/],
    ['1'.repeat(40), /At most 30 digits/],
    ['5 tonnes', /counted in USD/],
  ] as const) {
    await fill(editor, { quantity })
    await press(editor, 'Save the draft')
    await expect(faultBeside(editor, 'quantity')).toHaveText(sentence)
    for (const [name, value] of Object.entries({ ...typed, quantity }))
      await expect(editor.locator(`[name="${name}"]`)).toHaveValue(value)
  }
  await fill(editor, { quantity: '12345678901234567890', period: '31 Feb 2022' })
  await press(editor, 'Save the draft')
  await expect(faultBeside(editor, 'period')).toHaveText(/There is no day 31/)
  await fill(editor, { period: '1897' })
  await press(editor, 'Save the draft')
  await expect(editor.locator('[name=quantity]')).toHaveValue('$12,345,678,901,234,567,890')
  await expect(editor.locator('[name=note]')).toHaveValue(typed.note)
})

test('a quote is selected in the stored text, and its place is kept', async ({ signedInAs }) => {
  const editor = await signedInAs('editor')
  const source = await addSource(editor, `📄 ${unique('No.')}\nTen documents. Again: Ten documents.`)
  await editor.goto(`/desk/entries/new/event?source=${source}`)
  const stored = editor.getByLabel('Stored text')
  await stored.evaluate((area: HTMLTextAreaElement) => {
    const at = area.value.lastIndexOf('Ten documents')
    area.focus()
    area.setSelectionRange(at - 1, at + 13)
  })
  await editor.getByRole('button', { name: 'Take the selection as the quote' }).click()
  await expect(editor.locator('[name="evidence.0.quote"]')).toHaveValue('Ten documents')
  const text = await stored.inputValue()
  await expect(editor.locator('[name="evidence.0.startsAt"]')).toHaveValue(String(text.lastIndexOf('Ten documents')))
})
