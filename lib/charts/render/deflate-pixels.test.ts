import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deflatePixels } from './deflate-pixels'

/** Undoes PNG's filters 0 and 2, written apart from what it tests. */
function read(bytes: Uint8Array, width: number, height: number): number[] {
  const rows = inflateSync(bytes)
  expect(rows).toHaveLength((1 + width * 3) * height)
  const out: number[] = []
  for (let y = 0; y < height; y++) {
    const start = y * (1 + width * 3)
    for (let i = 0; i < width * 3; i++) {
      const above = rows[start] === 2 ? out[(y - 1) * width * 3 + i]! : 0
      out.push((rows[start + 1 + i]! + above) & 255)
    }
  }
  return out
}

const rgbOf = (pixels: Uint8Array) => [...pixels].filter((_, i) => i % 4 !== 3)

test('a zlib reader finds exactly the pixels, repeated or not', () => {
  const color = fc.constantFrom(0x000000, 0xffffff, 0xfbfaf7, 0x06777e, 0x9090ff)
  const picture = fc
    .tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 6 }))
    .chain(([width, height]) => {
      const stretch = fc.record({ color: fc.oneof(color, fc.nat(0xffffff)), length: fc.integer({ min: 1, max: 400 }) })
      return fc.record({
        width: fc.constant(width),
        height: fc.constant(height),
        stretches: fc.array(stretch, { minLength: 1, maxLength: 30 }),
      })
    })
  fc.assert(
    fc.property(picture, ({ width, height, stretches }) => {
      const pixels = new Uint8Array(width * height * 4)
      const colors = stretches.flatMap((s) => Array.from({ length: s.length }, () => s.color))
      for (let i = 0; i < width * height; i++) {
        const own = colors[i % colors.length]!
        pixels.set([own >> 16, (own >> 8) & 255, own & 255, 255], i * 4)
      }
      expect(read(deflatePixels(pixels, width, height), width, height)).toEqual(rgbOf(pixels))
    }),
  )
})

test('noise, which nothing can shorten, is still whole', () => {
  const [width, height] = [257, 40]
  let seed = 1
  const pixels = Uint8Array.from({ length: width * height * 4 }, () => {
    seed = (seed * 48271) % 2147483647
    return seed & 255
  })
  expect(read(deflatePixels(pixels, width, height), width, height)).toEqual(rgbOf(pixels))
})

test.each([1, 2, 3, 85, 86, 87, 172, 173, 258, 2000])('a run of %d pixels comes back as long', (width) => {
  const pixels = new Uint8Array(width * 4 * 2).fill(7)
  expect(read(deflatePixels(pixels, width, 2), width, 2)).toEqual(rgbOf(pixels))
})

test('a plain area of a million pixels takes a few kilobytes', () => {
  expect(deflatePixels(new Uint8Array(4_000_000).fill(255), 1000, 1000).length).toBeLessThan(30_000)
})
