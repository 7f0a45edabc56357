import { crc32, deflateSync } from 'node:zlib'
import { toPalette } from './palette'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const [rgb, indexed] = [2, 3]
/** zlib's fastest: a chart is a fifth of its size with it, and a sixth with the slowest. */
const level = 1

/**
 * Writes opaque pixels (RGBA, four bytes each, rows from the top) as a PNG, by its palette where it has few colours, as
 * a chart does. Our own writer, because the usual encoders take longer to compress a chart than Chart.js takes to draw it.
 * `texts` become iTXt chunks (Title, Source …), so that a picture that was sent on still says what it is.
 */
export function toPng(pixels: Uint8Array, width: number, height: number, texts: Record<string, string> = {}): Buffer {
  const palette = toPalette(pixels)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, palette ? indexed : rgb, 0, 0, 0], 8)
  const rows = palette ? rowsOf(palette.indices, width, height) : rowsOf(withoutAlpha(pixels), width * 3, height)
  return Buffer.concat([
    signature,
    ...chunk('IHDR', header),
    ...(palette ? chunk('PLTE', palette.colors) : []),
    ...Object.entries(texts).flatMap(([key, text]) => chunk('iTXt', Buffer.from(`${key}\0\0\0\0\0${text}`, 'utf8'))),
    ...chunk('IDAT', deflateSync(rows, { level })),
    ...chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Each row after a byte that says it is not filtered. */
function rowsOf(bytes: Uint8Array, width: number, height: number): Uint8Array {
  const rows = new Uint8Array((width + 1) * height)
  for (let y = 0; y < height; y++) rows.set(bytes.subarray(y * width, (y + 1) * width), y * (width + 1) + 1)
  return rows
}

function withoutAlpha(pixels: Uint8Array): Uint8Array {
  const out = new Uint8Array((pixels.length / 4) * 3)
  for (let from = 0, to = 0; from < pixels.length; from += 4, to += 3) {
    out[to] = pixels[from]!
    out[to + 1] = pixels[from + 1]!
    out[to + 2] = pixels[from + 2]!
  }
  return out
}

function chunk(name: string, data: Uint8Array): Uint8Array[] {
  const type = Buffer.from(name, 'latin1')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(data, crc32(type)))
  return [length, type, data, check]
}
