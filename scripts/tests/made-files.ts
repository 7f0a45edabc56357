import { crc32, deflateRawSync } from 'node:zlib'

/** One file of an archive; `claims` is the size it says it has, where that is a lie. */
export type Part = { name: string; data: Uint8Array | string; claims?: number; locked?: boolean }

const uint16 = (n: number) => [n & 255, (n >> 8) & 255]
const uint32 = (n: number) => [...uint16(n & 0xffff), ...uint16(n >>> 16)]

/** A ZIP archive of these files. */
export function madeZip(parts: readonly Part[]): Uint8Array {
  const bodies: Buffer[] = []
  const heads: Buffer[] = []
  let offset = 0
  for (const { name, data, claims, locked } of parts) {
    const raw = Buffer.from(data)
    const small = deflateRawSync(raw)
    const label = Buffer.from(name)
    const about = [
      ...uint16(20),
      ...uint16(locked ? 1 : 0),
      ...uint16(8),
      ...uint32(0),
      ...uint32(crc32(raw)),
      ...uint32(small.length),
      ...uint32(claims ?? raw.length),
      ...uint16(label.length),
      ...uint16(0),
    ]
    const body = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4, ...about]), label, small])
    heads.push(
      Buffer.concat([
        Buffer.from([0x50, 0x4b, 1, 2, ...uint16(20), ...about, ...uint16(0), ...uint16(0), ...uint16(0)]),
        Buffer.from([...uint32(0), ...uint32(offset)]),
        label,
      ]),
    )
    bodies.push(body)
    offset += body.length
  }
  const directory = Buffer.concat(heads)
  const count = uint16(parts.length)
  const end = [0x50, 0x4b, 5, 6, 0, 0, 0, 0, ...count, ...count, ...uint32(directory.length), ...uint32(offset), 0, 0]
  return new Uint8Array(Buffer.concat([...bodies, directory, Buffer.from(end)]))
}

const wordHead =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>'

/** A Word document; `body` is WordprocessingML, `more` what else is put into it. */
export function madeDocx(body: string, more: readonly Part[] = []): Uint8Array {
  const types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
  return madeZip([
    { name: '[Content_Types].xml', data: types },
    { name: 'word/document.xml', data: `${wordHead}${body}</w:body></w:document>` },
    ...more,
  ])
}

/** Paragraphs of a Word document, a run for each word. */
export const wordParagraphs = (...paragraphs: string[]): string =>
  paragraphs
    .map(
      (text) =>
        `<w:p>${text
          .split(/(?<= )/)
          .map(
            (word) => `<w:r><w:t xml:space="preserve">${word.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</w:t></w:r>`,
          )
          .join('')}</w:p>`,
    )
    .join('')

export type PdfLine = { text: string; x?: number; y: number; size?: number }

/** A PDF of these pages, in Helvetica. `info` are entries of its description, `locked` gives it a password. */
export function madePdf(
  pages: readonly PdfLine[][],
  { info = {}, locked = false }: { info?: Record<string, string>; locked?: boolean } = {},
): Uint8Array {
  const quoted = (text: string) => `(${text.replace(/[\\()]/g, '\\$&')})`
  const kids = pages.map((_, i) => `${5 + i * 2} 0 R`).join(' ')
  const described = Object.entries(info).map(([key, value]) => `/${key} ${quoted(value)}`)
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< ${described.join(' ')} >>`,
    ...pages.flatMap((lines, i) => {
      const drawn = lines.map(
        ({ text, x = 72, y, size = 11 }) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm ${quoted(text)} Tj ET`,
      )
      const stream = ['0 0 0 rg 10 10 50 50 re f', ...drawn].join('\n')
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${6 + i * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
        `<< /Length ${Buffer.byteLength(stream, 'latin1')} >>\nstream\n${stream}\nendstream`,
      ]
    }),
  ]
  const key = 'ab'.repeat(32)
  const lock = ` /Encrypt << /Filter /Standard /V 1 /R 2 /O <${key}> /U <${key}> /P -4 >> /ID [<${key}><${key}>]`
  let file = '%PDF-1.7\n'
  const places = objects.map((object, i) => {
    const place = Buffer.byteLength(file, 'latin1')
    file += `${i + 1} 0 obj\n${object}\nendobj\n`
    return place
  })
  const table = Buffer.byteLength(file, 'latin1')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`
  file += places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R${locked ? lock : ''} >>\nstartxref\n${table}\n%%EOF\n`
  return new Uint8Array(Buffer.from(file, 'latin1'))
}

const tables = new Map<string, Map<string, number>>()

/** A text in an encoding of one byte for each letter, or in UTF-16 without a mark. */
export function encoded(text: string, label: string): Uint8Array {
  if (label.startsWith('utf-16')) {
    const bytes = Buffer.from(text, 'utf16le')
    return new Uint8Array(label === 'utf-16be' ? bytes.swap16() : bytes)
  }
  let table = tables.get(label)
  if (!table) {
    const decoder = new TextDecoder(label)
    table = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]))
    tables.set(label, table)
  }
  return Uint8Array.from([...text], (letter) => table.get(letter) ?? 63)
}
