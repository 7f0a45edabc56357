import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encoded, madeDocx, madePdf, wordParagraphs } from '@/scripts/tests/made-files'
import { parseDocument } from './parse'

const bytes = (text: string) => new TextEncoder().encode(text)
const none = { name: null, contentType: null, url: null }
const page = `<!DOCTYPE html><html><body><p>${'Words of an article, enough of them. '.repeat(10)}</p></body></html>`

test('a plain text stays as it is, its line ends made one', async () => {
  expect(
    await parseDocument(bytes('\uFEFFTitle\r\n\r\n\r\n\r\nA line  \r\nand <b>another</b>\u00AD.\n'), none),
  ).toMatchObject({
    kind: 'txt',
    text: 'Title\n\nA line\nand <b>another</b>.',
  })
})

test('the bytes say what a file is, not its name nor its content type', async () => {
  const kindOf = async (file: Uint8Array, name: string, contentType: string) =>
    (await parseDocument(file, { name, contentType, url: null })).kind
  expect(await kindOf(madePdf([[{ text: 'Words.', y: 700 }]]), 'a.docx', 'text/html')).toBe('pdf')
  expect(await kindOf(madeDocx(wordParagraphs('Words.')), 'a.pdf', 'application/pdf')).toBe('docx')
  expect(await kindOf(bytes(page), 'a.txt', 'text/plain')).toBe('html')
  expect(await kindOf(bytes('Just words.'), 'a.html', 'text/html')).toBe('txt')
  expect(await kindOf(bytes('Words with <b>tags</b>, and <br> more of them.'), 'a.html', 'text/html')).toBe('html')
  expect(await kindOf(encoded(page, 'utf-16le'), 'a.pdf', 'application/pdf')).toBe('html')
})

test('a page that begins with a comment or an XML declaration is a page; other XML is not', async () => {
  expect((await parseDocument(bytes(`<!-- saved -->\n${page}`), none)).kind).toBe('html')
  expect((await parseDocument(bytes(`<?xml version="1.0"?>${page}`), none)).kind).toBe('html')
  await expect(parseDocument(bytes('<?xml version="1.0"?><rss><item>Words</item></rss>'), none)).rejects.toThrow(
    'documentNotRead',
  )
})

const png = Uint8Array.from([
  0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82, 0, 0, 1, 0, 8, 6, 0, 0,
])
const ole = (name: string) =>
  Uint8Array.from([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...new Array(600).fill(0),
    ...encoded(name, 'utf-16le'),
  ])

test.each<[string, Uint8Array, string]>([
  ['an empty file', new Uint8Array(0), 'documentEmpty'],
  ['blanks', bytes(' \n\t '), 'documentEmpty'],
  ['a picture', png, 'documentNotRead'],
  ['a program', Uint8Array.from({ length: 4000 }, (_, i) => (i * i * 31) % 256), 'documentNotRead'],
  ['a text with a NUL', bytes(`${'Words. '.repeat(200)}\0${'Words. '.repeat(200)}`), 'documentNotRead'],
  ['nothing but NULs', new Uint8Array(5000), 'documentNotRead'],
  ['an old Word file', ole('WordDocument'), 'documentOldWord'],
  ['a Word file with a password', ole('EncryptedPackage'), 'documentEncrypted'],
  ['rich text', bytes('{\\rtf1\\ansi Words}'), 'documentOldWord'],
  ['more text than is kept', bytes('Words. '.repeat(150_000)), 'documentLong'],
])('%s is refused as what it is', async (_, file, code) => {
  await expect(parseDocument(file, none)).rejects.toThrow(code)
})

test('whatever the bytes, there is an answer or a refusal, and no text that a database refuses', async () => {
  const starts = ['', '%PDF-1.7\n', 'PK\u0003\u0004', '<html><body>', '<p>', '{\\rtf', '\u00ff\u00fe'].map((s) =>
    encoded(s, 'latin1'),
  )
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 2000 }), async (start, rest) => {
      const file = Uint8Array.from([...start, ...rest])
      const read = await parseDocument(file, none).catch((error: Error) => error)
      if (read instanceof Error) expect(read.name).toBe('Refusal')
      else expect(read.text).toMatch(/^[^\0]*[\p{L}\p{N}][^\0]*$/u)
    }),
    { numRuns: 200 },
  )
})
