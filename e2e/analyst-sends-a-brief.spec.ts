import type { Page } from '@playwright/test'
import { getDocumentProxy } from 'unpdf'
import { fromBufferPromise } from 'yauzl'
import { expect, expectAccessible, test } from './support/fixtures'

const brief = '/relations/aze-kaz/brief'

async function download(page: Page, link: string): Promise<Buffer> {
  const href = await page.getByRole('link', { name: link, exact: true }).getAttribute('href')
  const answer = await page.request.get(href!)
  expect(answer.status()).toBe(200)
  return answer.body()
}

async function textOfPdf(bytes: Buffer): Promise<{ text: string; pages: number }> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes))
  const texts: string[] = []
  for (let n = 1; n <= pdf.numPages; n++) {
    const { items } = await (await pdf.getPage(n)).getTextContent()
    texts.push(items.map((item) => ('str' in item ? item.str : '')).join(''))
  }
  return { text: texts.join(''), pages: pdf.numPages }
}

async function partOf(bytes: Buffer, name: string): Promise<string> {
  const archive = await fromBufferPromise(bytes)
  for await (const entry of archive.eachEntry()) {
    if (entry.fileName !== name) continue
    const chunks: Uint8Array[] = []
    for await (const chunk of await archive.openReadStreamPromise(entry)) chunks.push(chunk as Uint8Array)
    return Buffer.concat(chunks).toString('utf8')
  }
  throw new Error(`no ${name}`)
}

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" }
const wordsOf = (xml: string) =>
  [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)]
    .map(([, text = '']) => text.replace(/&\w+;/g, (entity) => entities[entity] ?? entity))
    .join('')
const dense = (text: string) => text.replace(/\s+/g, '')

/** Every one of these texts stands in it, one after the other. */
function expectInOrder(whole: string, texts: readonly string[]): void {
  let at = 0
  for (const text of texts) {
    const found = whole.indexOf(text, at)
    expect(found, `“${text}” after ${at}`).toBeGreaterThanOrEqual(0)
    at = found + text.length
  }
}

test('“send me two pages on the corridor”: the page, the PDF and the Word file say the same, sentence by sentence', async ({
  page,
}) => {
  await page.goto('/relations/aze-kaz')
  await page.getByRole('link', { name: 'Brief', exact: true }).click()
  await page.getByRole('checkbox', { name: 'Transport' }).check()
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/theme=transport/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Azerbaijan–Kazakhstan: transport brief')
  const paper = page.getByRole('article', { name: 'Azerbaijan–Kazakhstan: transport brief' })
  await expect(paper.getByRole('row', { name: /Corridor capacity: 10 million tonnes/ })).toContainText('missed')
  await expect(paper.getByRole('row', { name: /Containers carried: 96 thousand TEU/ })).toContainText('missed')
  await expectAccessible(page)

  const figures = (await paper.locator('a[data-evidence].said').allInnerTexts()).map(dense)
  const quotes = (await paper.locator('.paper-notes q').allInnerTexts()).map(dense)
  const notes = await paper.locator('.paper-notes > li').count()
  expect(figures.length).toBeGreaterThan(5)
  expect(quotes.length).toBeGreaterThan(0)

  const pdf = await textOfPdf(await download(page, 'PDF'))
  expect(pdf.pages).toBeGreaterThanOrEqual(2)
  expect(pdf.pages).toBeLessThanOrEqual(4)
  expectInOrder(dense(pdf.text), figures)
  for (const quote of quotes) expect(dense(pdf.text)).toContain(quote)

  const word = await download(page, 'Word file')
  expectInOrder(dense(wordsOf(await partOf(word, 'word/document.xml'))), figures)
  const footnotes = await partOf(word, 'word/footnotes.xml')
  expect(footnotes.match(/<w:footnote [^>]*w:id="[1-9]\d*"/g)).toHaveLength(notes)
  for (const quote of quotes) expect(dense(wordsOf(footnotes))).toContain(quote)

  const rows = (await download(page, 'CSV, one row per citation')).toString('utf8').trim().split('\r\n')
  expect(rows[0]).toContain('note,part,claim,speaker,said_on,source_title,publisher,date,url,quote,entry_id,version')
  expect(rows.length).toBeGreaterThan(notes)
})

test('a figure of the brief leads to its note, the note to the evidence, and both clocks go along', async ({
  page,
}) => {
  await page.goto(`${brief}?theme=trade&theme=political&known=2023-06-01`)
  const paper = page.getByRole('article')
  await expect(paper.first()).toContainText('$461.9 m')
  await page.getByRole('link', { name: 'Note 1', exact: true }).first().click()
  await expect(page).toHaveURL(/#note-1$/)
  await page.locator('#note-1 a[data-evidence]').click()
  await expect(page.getByRole('dialog', { name: 'Evidence' })).toBeVisible()
  await expect(page).toHaveURL(/entries\/\d+\?known=2023-06-01/)
})

test('what no brief can be made of is said: on the page beside a brief without it, of a file instead of one', async ({
  page,
}) => {
  const wrong = await page.request.get(`${brief}.pdf?theme=horses`)
  expect(wrong.status()).toBe(400)
  expect(await wrong.text()).toContain('There is no such theme: “horses”')
  const early = await page.request.get(`${brief}.docx?from=2024&to=2020`)
  expect(early.status()).toBe(400)
  expect((await page.request.get('/relations/aze-nld/brief.pdf')).status()).toBe(404)
})

test('without scripts the brief is complete: figures, notes, and the charts as tables', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${brief}?theme=transport`)
  await expect(page.getByRole('heading', { level: 2 })).toHaveText([
    'At a glance',
    'Where it stands',
    'How it moved',
    'Promises',
    'Where sources disagree',
    'What happened',
    'What was corrected',
    'Notes: the sentences behind the figures',
  ])
  await expect(page.locator('#charts table').first()).toBeVisible()
  await context.close()
})
