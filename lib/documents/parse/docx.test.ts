import { expect, test } from 'vitest'
import { madeDocx, madeZip, wordParagraphs } from '@/scripts/tests/made-files'
import { readDocx } from './docx'

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`

test('paragraphs are lines, runs are joined, cells stand apart, notes come last', async () => {
  const cell = (text: string) => `<w:tc><w:p>${run(text)}</w:p></w:tc>`
  const table = `<w:tbl><w:tr>${cell('Year')}${cell('USD m')}</w:tr><w:tr>${cell('2021')}${cell('463.2')}</w:tr></w:tbl>`
  const notes = { name: 'word/footnotes.xml', data: `<w:footnotes>${wordParagraphs('Preliminary.')}</w:footnotes>` }
  const core = {
    name: 'docProps/core.xml',
    data: '<cp:coreProperties><dc:title>Trade &amp; transit</dc:title><dc:creator>Ministry</dc:creator><dc:language>kk-KZ</dc:language></cp:coreProperties>',
  }
  const file = madeDocx(
    `${wordParagraphs('Trade has tripled & more.', 'Саудa үш есе өсті.')}${table}${wordParagraphs('End.')}`,
    [notes, core],
  )
  expect(await readDocx(file)).toMatchObject({
    text: 'Trade has tripled & more.\n\nСаудa үш есе өсті.\n\nYear\tUSD m\n2021\t463.2\n\nEnd.\n\nPreliminary.',
    title: 'Trade & transit',
    byline: 'Ministry',
    language: 'kk',
  })
})

test('what was struck out, field codes and what is said twice for old programs are no text', async () => {
  const body = `<w:p>${run('Kept')}<w:del><w:r><w:delText> struck</w:delText></w:r></w:del><w:moveFrom>${run(' moved')}</w:moveFrom>
    <w:r><w:instrText>HYPERLINK</w:instrText></w:r><mc:AlternateContent><mc:Choice>${run(' once')}</mc:Choice><mc:Fallback>${run(' once')}</mc:Fallback></mc:AlternateContent></w:p>`
  expect((await readDocx(madeDocx(body))).text).toBe('Kept once')
})

test('entities that grow are not entities here', async () => {
  const bomb = `<!DOCTYPE w:document [<!ENTITY a "${'x'.repeat(100)}"><!ENTITY b "${'&a;'.repeat(100)}"><!ENTITY c SYSTEM "file:///etc/passwd">]>`
  const file = madeZip([
    {
      name: 'word/document.xml',
      data: `${bomb}<w:document><w:body><w:p>${run('Words &b; &c;')}</w:p></w:body></w:document>`,
    },
  ])
  expect((await readDocx(file)).text).toBe('Words &b; &c;')
})

const megabytes = (n: number) => new Uint8Array(n * 1_000_000).fill(32)

test('an archive that would grow beyond measure is refused, whatever it says of its size', async () => {
  const text = wordParagraphs('Words of the article.')
  await expect(readDocx(madeZip([{ name: 'word/document.xml', data: megabytes(80) }]))).rejects.toThrow('documentBomb')
  await expect(readDocx(madeZip([{ name: 'word/document.xml', data: megabytes(80), claims: 1000 }]))).rejects.toThrow(
    'documentBomb',
  )
  const many = Array.from({ length: 4 }, (_, i) => ({ name: `word/media/${i}.bin`, data: 'x', claims: 100_000_000 }))
  await expect(readDocx(madeDocx(text, many))).rejects.toThrow('documentBomb')
  await expect(
    readDocx(
      madeDocx(
        text,
        Array.from({ length: 6000 }, (_, i) => ({ name: `${i}`, data: '' })),
      ),
    ),
  ).rejects.toThrow('documentBomb')
})

test('another archive, a locked one, a cut one and an empty one are told apart', async () => {
  const whole = madeDocx(wordParagraphs('Words of the article.'))
  await expect(readDocx(madeZip([{ name: 'xl/workbook.xml', data: '<x/>' }]))).rejects.toThrow('documentOtherZip')
  await expect(readDocx(madeZip([{ name: 'word/document.xml', data: 'x', locked: true }]))).rejects.toThrow(
    'documentEncrypted',
  )
  await expect(readDocx(whole.slice(0, whole.length - 100))).rejects.toThrow('documentBroken')
  await expect(readDocx(whole.slice(0, 60))).rejects.toThrow('documentBroken')
  await expect(readDocx(madeDocx('<w:p/>'))).rejects.toThrow('documentNoText')
})
