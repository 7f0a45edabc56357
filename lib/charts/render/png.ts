import { crc32, deflateSync } from 'node:zlib'

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/**
 * Writes opaque pixels (RGBA, four bytes each, rows from the top) as an RGB PNG. Our own writer, because the usual
 * encoders spend three times as long to save a few kilobytes: no filter but "as above", and the fastest deflate.
 * `texts` become iTXt chunks (Title, Source …), so that a picture that was sent on still says what it is.
 */
export function toPng(pixels: Uint8Array, width: number, height: number, texts: Record<string, string> = {}): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const data = deflateSync(toRows(pixels, width, height), { level: 1 })
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    ...Object.entries(texts).map(([key, text]) => chunk('iTXt', Buffer.from(`${key}\0\0\0\0\0${text}`, 'utf8'))),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/**
 * Rows of RGB, each the difference to the row above (PNG filter 2): nearly all zeros in a chart. Pixels equal to the
 * one above are skipped in one comparison, because the buffer begins as zeros; that is most of them.
 */
function toRows(pixels: Uint8Array, width: number, height: number): Buffer {
  const whole = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height)
  const rows = Buffer.alloc((1 + width * 3) * height)
  let to = 0
  for (let y = 0; y < height; y++) {
    if (y > 0) rows[to] = 2
    to++
    const end = (y + 1) * width
    for (let at = y * width; at < end; at++, to += 3) {
      if (y > 0 && whole[at] === whole[at - width]) continue
      const from = at * 4
      const above = y > 0 ? from - width * 4 : -1
      rows[to] = pixels[from]! - (above < 0 ? 0 : pixels[above]!)
      rows[to + 1] = pixels[from + 1]! - (above < 0 ? 0 : pixels[above + 1]!)
      rows[to + 2] = pixels[from + 2]! - (above < 0 ? 0 : pixels[above + 2]!)
    }
  }
  return rows
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}
