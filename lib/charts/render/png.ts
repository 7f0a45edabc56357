import { crc32 } from 'node:zlib'
import { deflatePixels } from './deflate-pixels'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/**
 * Writes opaque pixels (RGBA, four bytes each, rows from the top) as an RGB PNG. Our own writer, because the usual
 * encoders take longer to compress a chart than Chart.js takes to draw it.
 * `texts` become iTXt chunks (Title, Source …), so that a picture that was sent on still says what it is.
 */
export function toPng(pixels: Uint8Array, width: number, height: number, texts: Record<string, string> = {}): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Eight bits a channel, red, green and blue.
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    signature,
    ...chunk('IHDR', header),
    ...Object.entries(texts).flatMap(([key, text]) => chunk('iTXt', Buffer.from(`${key}\0\0\0\0\0${text}`, 'utf8'))),
    ...chunk('IDAT', deflatePixels(pixels, width, height)),
    ...chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Uint8Array): Uint8Array[] {
  const type = Buffer.from(name, 'latin1')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(data, crc32(type)))
  return [length, type, data, check]
}
