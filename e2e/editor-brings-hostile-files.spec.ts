import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { encoded, madeDocx, madePdf, madeZip, wordParagraphs } from '@/scripts/tests/made-files'
import { expect, test, unique } from './support/fixtures'

type File = { name: string; mimeType: string; buffer: Buffer }
const file = (name: string, bytes: Uint8Array | string, mimeType = 'application/octet-stream'): File => ({
  name,
  mimeType,
  buffer: Buffer.from(bytes),
})
const sentences = (title: string) =>
  `${title}. Trade between the two countries has practically tripled in recent years. `.repeat(4)

async function bring(page: Page, one: File | string) {
  await page.goto('/desk/intake')
  await page.locator('input[type=file]').setInputFiles(one)
  await page.locator('form.receive button[type=submit]').click()
}

test.describe('files that mean harm, or hold nothing', () => {
  const refused: [string, File, RegExp][] = [
    [
      'a zip bomb',
      file('b.docx', madeZip([{ name: 'word/document.xml', data: new Uint8Array(80_000_000) }])),
      /would unpack to more/,
    ],
    [
      'a zip bomb that lies about its size',
      file('l.docx', madeZip([{ name: 'word/document.xml', data: new Uint8Array(80_000_000), claims: 100 }])),
      /would unpack to more/,
    ],
    ['a cut Word file', file('c.docx', madeDocx(wordParagraphs('Words')).slice(0, 300)), /damaged or cut off/],
    ['a spreadsheet', file('x.docx', madeZip([{ name: 'xl/workbook.xml', data: '<x/>' }])), /no Word document/],
    ['a scan', file('s.pdf', madePdf([[], []])), /no text in this PDF/],
    ['a locked PDF', file('p.pdf', madePdf([[{ text: 'Words', y: 700 }]], { locked: true })), /locked with a password/],
    ['a cut PDF', file('q.pdf', madePdf([[{ text: 'Words', y: 700 }]]).slice(0, 500)), /damaged or cut off/],
    [
      'a program',
      file(
        'e.txt',
        Uint8Array.from({ length: 5000 }, (_, i) => (i * i * 31) % 256),
      ),
      /no text, web page, PDF or Word/,
    ],
    ['a text with NULs', file('n.txt', `${sentences('NUL')}\0${sentences('NUL')}`), /no text, web page, PDF or Word/],
    [
      'a page that is nothing but a script',
      file('j.html', '<html><script>document.write("Words")</script></html>', 'text/html'),
      /No text of an article/,
    ],
    [
      'a page nested beyond reason',
      file('d.html', `${'<div>'.repeat(100_000)}Words`, 'text/html'),
      /took too long or too much/,
    ],
  ]
  test('are each refused with a sentence beside the field, and the next one is read', async ({ signedInAs }) => {
    test.slow()
    const page = await signedInAs('editor')
    for (const [what, one, sentence] of refused)
      await test.step(what, async () => {
        await bring(page, one)
        await expect(page.locator('form.receive').getByText(sentence)).toBeVisible()
        await expect(page.getByText('is ready to be read')).toHaveCount(0)
      })
    await bring(page, file('good.txt', sentences(unique('After the bombs'))))
    await expect(page).toHaveURL(/\/desk\/intake\/\d+/)
  })
})

test('an empty file is told from no file at all', async ({ signedInAs }) => {
  const page = await signedInAs('editor')
  await bring(page, file('blank.txt', ' \n '))
  await expect(page.locator('form.receive').getByText('There is nothing in this file.')).toBeVisible()
})

test('a file of 200 MB is refused before it is sent, and by the server where no script looks', async ({
  signedInAs,
  browser,
}) => {
  test.slow()
  const folder = await mkdtemp(join(tmpdir(), 'large-'))
  try {
    const large = join(folder, 'large.pdf')
    const handle = await open(large, 'w')
    await handle.truncate(200_000_000)
    await handle.close()
    const page = await signedInAs('editor')
    await page.goto('/desk/intake')
    await page.locator('input[type=file]').setInputFiles(large)
    await expect(page.getByText(/larger than 20 MB\. Nothing was sent/)).toBeVisible()

    const context = await browser.newContext({
      javaScriptEnabled: false,
      storageState: await page.context().storageState(),
    })
    const plain = await context.newPage()
    await bring(plain, large)
    await expect(plain.getByRole('heading', { name: 'This is too large' })).toBeVisible()
    await expect(plain.getByText('at most 20 MB')).toBeVisible()
    await context.close()
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('a page with scripts and ten thousand nested tags is read as words, and nothing in it is executed', async ({
  signedInAs,
}) => {
  const page = await signedInAs('editor')
  const title = unique('Hostile page')
  const asked: string[] = []
  page.on('request', (request) => request.url().includes('evil.example') && asked.push(request.url()))
  page.on('dialog', (dialog) => {
    asked.push(dialog.message())
    void dialog.dismiss()
  })
  const html = `<!DOCTYPE html><html><head><title>${title}</title><script src="https://evil.example/a.js"></script>
    <meta http-equiv="refresh" content="0;url=https://evil.example/"></head><body onload="alert(1)">${'<div>'.repeat(10_000)}
    <p>${sentences(title)}</p><img src="https://evil.example/x" onerror="alert(2)"><p>&lt;script&gt;alert(3)&lt;/script&gt; is written out.</p>
    <iframe src="https://evil.example/"></iframe>${'</div>'.repeat(10_000)}</body></html>`
  await bring(page, file('hostile.html', html, 'text/html'))
  await expect(page).toHaveURL(/\/desk\/intake\/\d+/)
  await expect(page.getByRole('heading', { name: title })).toBeVisible()
  await expect(page.locator('.source-text')).toContainText('practically tripled')
  await expect(page.locator('.source-text')).toContainText('<script>alert(3)</script> is written out.')
  expect(asked).toEqual([])
})

for (const [label, text] of [
  ['windows-1251', 'Товарооборот между Азербайджаном и Казахстаном вырос в три раза.'],
  ['koi8-r', 'Стороны подписали более двадцати документов, сообщил министр.'],
  ['utf-16le', 'Qazaxıstan ilə ticarət dövriyyəsi üç dəfə artıb.'],
  ['utf-16be', 'Қазақстан мен Әзербайжан арасындағы сауда үш есе өсті.'],
] as const)
  test(`a text in ${label} keeps its letters`, async ({ signedInAs }) => {
    const page = await signedInAs('editor')
    const tag = unique('No').replace(/[^\w ]/g, '')
    await bring(page, file('letters.txt', encoded(`${text}\n\n${text} ${tag}`, label)))
    await expect(page).toHaveURL(/\/desk\/intake\/\d+/)
    await expect(page.locator('.source-text')).toContainText(`${text} ${tag}`)
  })
