import { expect, test } from 'vitest'
import { madeDocx, madePdf, madeZip, wordParagraphs } from '@/scripts/tests/made-files'
import { largestDocument } from './document'
import { readDocument } from './read'

const none = { name: null, contentType: null, url: null }
const words = { text: 'Words of the article.', y: 700 }

test('a thread reads every kind of file, and its refusals come back as refusals', async () => {
  const page = `<html><body><p>${'Words of the article. '.repeat(20)}</p></body></html>`
  const files = [
    new TextEncoder().encode(page),
    madePdf([[words]]),
    madeDocx(wordParagraphs(words.text)),
    new TextEncoder().encode(words.text),
  ]
  const read = await Promise.all(files.map((file) => readDocument(file, { ...none, url: 'https://news.example/' })))
  expect(read.map(({ kind }) => kind)).toEqual(['html', 'pdf', 'docx', 'txt'])
  for (const { text, url } of read) expect([text.slice(0, 21), url]).toEqual([words.text, 'https://news.example/'])
  await expect(readDocument(madePdf([[]]), none)).rejects.toMatchObject({
    name: 'Refusal',
    code: 'invalid',
    faults: [{ field: 'document', code: 'documentScan' }],
  })
}, 90_000)

test('a file that is too large or empty is refused before a thread sees it', async () => {
  await expect(readDocument(new Uint8Array(largestDocument + 1), none)).rejects.toMatchObject({
    faults: [{ field: 'document', code: 'documentTooLarge', values: { maximum: 20 } }],
  })
  await expect(readDocument(new Uint8Array(0), none)).rejects.toMatchObject({ faults: [{ code: 'documentEmpty' }] })
})

test('a bomb is refused while this thread goes on, and the next file is read', async () => {
  let turns = 0
  const clock = setInterval(() => turns++, 10)
  const bomb = madeZip([{ name: 'word/document.xml', data: new Uint8Array(80_000_000), claims: 10 }])
  turns = 0
  const [first, second] = await Promise.allSettled([readDocument(bomb, none), readDocument(madePdf([[words]]), none)])
  clearInterval(clock)
  expect(first).toMatchObject({ status: 'rejected', reason: { faults: [{ code: 'documentBomb' }] } })
  expect(second).toMatchObject({ status: 'fulfilled', value: { text: words.text } })
  expect(turns).toBeGreaterThan(1)
}, 90_000)
