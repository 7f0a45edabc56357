import { expect, test } from 'vitest'
import { madePdf, type PdfLine } from '@/scripts/tests/made-files'
import { readPdf } from './pdf'

const lines = (texts: readonly string[], from = 760): PdfLine[] => texts.map((text, i) => ({ text, y: from - i * 14 }))

test('lines become paragraphs, a cut word is whole, a number keeps its hyphen', async () => {
  const { text } = await readPdf(
    madePdf([
      [
        { text: 'Trade tripled', y: 800, size: 20 },
        ...lines(['The volume of trade between the two has tripled, the presi-', 'dent said, by a 5-', 'year plan.']),
        ...lines(['A second paragraph stands further', 'below.'], 690),
      ],
    ]),
  )
  expect(text).toBe(
    'Trade tripled\n\nThe volume of trade between the two has tripled, the president said, by a 5- year plan.\n\nA second paragraph stands further below.',
  )
})

test('heads, feet and page numbers are no text, and a sentence runs on over the end of a page', async () => {
  const page = (n: number, texts: string[]) => [
    { text: `Bulletin of Trade, No. ${n}`, y: 810, size: 8 },
    ...lines(texts),
    { text: `Page ${n} of 3`, y: 30, size: 8 },
  ]
  const { text } = await readPdf(
    madePdf([
      page(1, ['The first page of this bulletin ends in the', 'middle of a']),
      page(2, ['sentence that goes on here and is long enough', 'to fill a line.']),
      page(3, ['The third page begins with a line of its own', 'and ends.']),
    ]),
  )
  expect(text).not.toMatch(/Bulletin of Trade|Page \d/)
  expect(text).toContain('in the middle of a sentence that goes on here')
})

test('what the file says of itself is told, but not the day it was made nor the name of a file', async () => {
  const info = {
    Title: 'Microsoft Word - draft.docx',
    Author: 'Ministry of Economy',
    CreationDate: 'D:20220824080000Z',
  }
  expect(await readPdf(madePdf([lines(['Words.'])], { info }))).toMatchObject({
    title: null,
    byline: 'Ministry of Economy',
    publishedOn: null,
    language: 'en',
  })
  expect((await readPdf(madePdf([lines(['Words.'])], { info: { Title: 'Trade in 2022' } }))).title).toBe(
    'Trade in 2022',
  )
})

test('a scan, a lock and a file that was cut off are told apart', async () => {
  const whole = madePdf([lines(['Words of the article.'])])
  await expect(readPdf(madePdf([[], []]))).rejects.toThrow('documentScan')
  await expect(readPdf(madePdf([lines(['Words.'])], { locked: true }))).rejects.toThrow('documentEncrypted')
  await expect(readPdf(whole.slice(0, whole.length * 0.7))).rejects.toThrow('documentBroken')
  await expect(readPdf(new TextEncoder().encode(`%PDF-1.7\n${'x'.repeat(3000)}\nstartxref\n0\n%%EOF`))).rejects.toThrow(
    'documentBroken',
  )
})
