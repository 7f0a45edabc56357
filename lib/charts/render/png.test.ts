import { inflateSync } from 'node:zlib'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toPng } from './png'

/** The pixels another reader of PNG finds. */
async function read(png: Uint8Array): Promise<number[]> {
  const image = await loadImage(png)
  const canvas = createCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  context.drawImage(image, 0, 0)
  return [...context.getImageData(0, 0, image.width, image.height).data]
}

const opaque = (colors: readonly number[]) =>
  Uint8Array.from(colors.flatMap((c) => [c >> 16, (c >> 8) & 255, c & 255, 255]))
const size = fc.record({ width: fc.integer({ min: 1, max: 40 }), height: fc.integer({ min: 1, max: 20 }) })

test('a picture of few colours is exactly what it was', async () => {
  const picture = size.chain(({ width, height }) =>
    fc.record({
      width: fc.constant(width),
      height: fc.constant(height),
      inks: fc.array(fc.nat(0xffffff), { minLength: 1, maxLength: 12 }),
      chosen: fc.array(fc.nat(), { minLength: width * height, maxLength: width * height }),
    }),
  )
  await fc.assert(
    fc.asyncProperty(picture, async ({ width, height, inks, chosen }) => {
      const given = opaque(chosen.map((n) => inks[n % inks.length]!))
      expect(await read(toPng(given, width, height))).toEqual([...given])
    }),
    { numRuns: 40 },
  )
})

test('of a thousand shades each stays within a sixteenth of what it was, and the commonest exactly', async () => {
  const [paper, ink] = [0xfbfaf7, 0x06777e]
  const shade = (n: number) => {
    const mixed = (shift: number) =>
      Math.round((((paper >> shift) & 255) * (999 - n) + ((ink >> shift) & 255) * n) / 999)
    return (mixed(16) << 16) | (mixed(8) << 8) | mixed(0)
  }
  const colors = Array.from({ length: 3000 }, (_, n) => (n < 1000 ? shade(n) : n % 2 ? paper : ink))
  const found = await read(toPng(opaque(colors), 100, 30))
  const given = opaque(colors)
  expect(Math.max(...found.map((byte, i) => Math.abs(byte - given[i]!)))).toBeLessThan(16)
  expect(found.slice(4000)).toEqual([...given.slice(4000)])
})

test('noise, which has more colours than a palette holds, is still whole', async () => {
  const given = opaque(Array.from({ length: 64 * 64 }, (_, n) => (n * 2_654_435_761) & 0xffffff))
  expect(await read(toPng(given, 64, 64))).toEqual([...given])
})

test('a PNG says what it is in its Title', () => {
  const png = toPng(new Uint8Array([0, 0, 0, 255]), 1, 1, { Title: 'Қазақстан' })
  expect(png.includes(Buffer.from('Title\0\0\0\0\0Қазақстан'))).toBe(true)
  expect(inflateSync(png.subarray(png.indexOf('IDAT') + 4)).length).toBe(2)
})
