/**
 * Opaque pixels as the zlib stream of a PNG (RFC 1950, 1951): rows of RGB as differences to the row above (PNG
 * filter 2), and pixels whose difference is that of their neighbour as one repetition. In a chart that is nearly all
 * of them, so one pass over the pixels does in half the time what a general compressor does over all bytes.
 * `pixels`: RGBA, four bytes each, rows from the top, aligned to four bytes as a canvas gives them.
 */
export function deflatePixels(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const out = new BitWriter(2 + height * 16 + width * height)
  out.bytes(0x78, 0x01)
  out.bits(1 + (1 << 1), 3) // last block, fixed codes
  const sum = new Adler()
  // Whole pixels: two that are equal need no look at their channels.
  const whole = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height)
  for (let y = 0; y < height; y++) {
    out.room(2 + width * 4)
    const filter = y === 0 ? 0 : 2
    writeLiteral(out, filter)
    sum.add(filter)
    let before = -1
    let run = 0
    const end = (y + 1) * width
    for (let at = y * width; at < end; at++) {
      const difference = y === 0 ? colorAt(pixels, at) : differenceAt(pixels, whole, at, width)
      if (difference === before) {
        run++
        // Most of a chart is like the row above: those pixels are only compared.
        if (difference === 0 && y > 0) for (; at + 1 < end && whole[at + 1] === whole[at + 1 - width]; at++) run++
        continue
      }
      if (run > 0) {
        writeRun(out, run)
        sum.addRun(before, run)
        run = 0
      }
      before = difference
      for (let shift = 16; shift >= 0; shift -= 8) {
        const byte = (difference >> shift) & 255
        writeLiteral(out, byte)
        sum.add(byte)
      }
    }
    if (run > 0) {
      writeRun(out, run)
      sum.addRun(before, run)
    }
    sum.endRow()
  }
  out.bits(0, 7) // end of block
  out.align()
  const total = sum.value()
  out.bytes(total >>> 24, (total >>> 16) & 255, (total >>> 8) & 255, total & 255)
  return out.taken()
}

function colorAt(pixels: Uint8Array, at: number): number {
  const from = at * 4
  return (pixels[from]! << 16) | (pixels[from + 1]! << 8) | pixels[from + 2]!
}

function differenceAt(pixels: Uint8Array, whole: Uint32Array, at: number, width: number): number {
  if (whole[at] === whole[at - width]) return 0
  const from = at * 4
  const above = from - width * 4
  const red = (pixels[from]! - pixels[above]!) & 255
  const green = (pixels[from + 1]! - pixels[above + 1]!) & 255
  const blue = (pixels[from + 2]! - pixels[above + 2]!) & 255
  return (red << 16) | (green << 8) | blue
}

/** Fixed literal codes of RFC 1951 § 3.2.6, bits in the order they are written. */
const literalCodes = new Uint16Array(256)
const literalLengths = new Uint8Array(256)
for (let value = 0; value < 256; value++) {
  const [code, length] = value < 144 ? [0x30 + value, 8] : [0x190 + value - 144, 9]
  literalCodes[value] = reversed(code, length)
  literalLengths[value] = length
}

/** Most pixels one repetition can hold: 258 bytes. */
const longest = 86
/** Repetition of so many pixels at a distance of one pixel (three bytes): code, extra bits and distance in one. */
const runCodes = new Uint32Array(longest + 1)
const runLengths = new Uint8Array(longest + 1)
for (let count = 1; count <= longest; count++) {
  const { code, extra, extraBits } = lengthCode(count * 3)
  const [bits, length] = code < 280 ? [reversed(code - 256, 7), 7] : [reversed(0xc0 + code - 280, 8), 8]
  const distance = reversed(2, 5)
  runCodes[count] = bits | (extra << length) | (distance << (length + extraBits))
  runLengths[count] = length + extraBits + 5
}

/** Code of a length of 3 to 258 bytes, with what its extra bits hold. */
function lengthCode(length: number): { code: number; extra: number; extraBits: number } {
  if (length === 258) return { code: 285, extra: 0, extraBits: 0 }
  if (length < 11) return { code: 254 + length, extra: 0, extraBits: 0 }
  const extraBits = Math.floor(Math.log2(length - 3)) - 2
  const group = (length - 3) >> extraBits
  return { code: 257 + extraBits * 4 + group, extra: (length - 3) & ((1 << extraBits) - 1), extraBits }
}

function reversed(code: number, length: number): number {
  let bits = 0
  for (let i = 0; i < length; i++) bits |= ((code >> i) & 1) << (length - 1 - i)
  return bits
}

function writeLiteral(out: BitWriter, value: number) {
  out.bits(literalCodes[value]!, literalLengths[value]!)
}

function writeRun(out: BitWriter, count: number) {
  let left = count
  for (; left > longest; left -= longest) out.bits(runCodes[longest]!, runLengths[longest]!)
  out.bits(runCodes[left]!, runLengths[left]!)
}

class BitWriter {
  private buffer: Uint8Array
  private at = 0
  private held = 0
  private count = 0

  constructor(size: number) {
    this.buffer = new Uint8Array(size)
  }

  /** Makes sure that so many bytes can follow. */
  room(bytes: number) {
    if (this.at + bytes <= this.buffer.length) return
    const larger = new Uint8Array(this.buffer.length * 2 + bytes)
    larger.set(this.buffer)
    this.buffer = larger
  }

  /** At most 24 bits, the first to be written lowest. */
  bits(value: number, length: number) {
    this.held |= value << this.count
    this.count += length
    while (this.count >= 8) {
      this.buffer[this.at++] = this.held & 255
      this.held >>>= 8
      this.count -= 8
    }
  }

  align() {
    this.room(8)
    if (this.count > 0) this.bits(0, 8 - this.count)
  }

  bytes(...values: number[]) {
    this.room(values.length)
    for (const value of values) this.buffer[this.at++] = value
  }

  taken(): Uint8Array {
    return this.buffer.subarray(0, this.at)
  }
}

/** Adler-32 (RFC 1950 § 8.2) that takes a repeated pixel in one step. Sums stay exact below 2⁵³ within a row. */
class Adler {
  private a = 1
  private b = 0

  add(byte: number) {
    this.a += byte
    this.b += this.a
  }

  addRun(pixel: number, count: number) {
    if (pixel === 0) {
      this.b += 3 * count * this.a
      return
    }
    for (let i = 0; i < count; i++) {
      this.add(pixel >> 16)
      this.add((pixel >> 8) & 255)
      this.add(pixel & 255)
    }
  }

  endRow() {
    this.a %= 65521
    this.b %= 65521
  }

  value(): number {
    return ((this.b << 16) | this.a) >>> 0
  }
}
