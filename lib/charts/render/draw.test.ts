import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { expect, test } from 'vitest'
import { drawPicture, type PictureOptions } from './draw'
import { pictureNames, readMap, readSpec } from './pictures/specs'
import { escapeXml } from './xml'

const sizes: Record<
  (typeof pictureNames)[number] | 'middle-corridor',
  Pick<PictureOptions, 'width' | 'height' | 'theme'>
> = {
  'trade-turnover': { width: 1000, height: 500, theme: 'light' },
  'corridor-cargo': { width: 390, height: 844, theme: 'dark' },
  'dense-months': { width: 1000, height: 500, theme: 'light' },
  'middle-corridor': { width: 1000, height: 560, theme: 'light' },
  'trade-gap': { width: 800, height: 450, theme: 'dark' },
  'target-paths': { width: 1000, height: 500, theme: 'light' },
}
/** Set when a change of the look is meant: the pictures are then written anew, to be looked at before they are kept. */
const renew = process.env.ENTENTE_RENEW_PICTURES === '1'
const file = (name: string) => new URL(`pictures/${name}`, import.meta.url)
type Name = (typeof pictureNames)[number] | 'middle-corridor'
const specOf = (name: Name) => (name === 'middle-corridor' ? readMap(name) : readSpec(name))
const draw = (name: Name, format: PictureOptions['format']) =>
  drawPicture(specOf(name), { ...sizes[name], format, scale: 1 })

async function pixels(bytes: Uint8Array) {
  const image = await loadImage(bytes)
  const canvas = createCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  context.drawImage(image, 0, 0)
  return { width: image.width, height: image.height, data: context.getImageData(0, 0, image.width, image.height).data }
}

test('a picture shows nothing of the one that was drawn before it', () => {
  const once = drawPicture(readSpec('trade-turnover'), {
    width: 640,
    height: 320,
    scale: 1,
    theme: 'light',
    format: 'png',
  })
  drawPicture(readSpec('dense-months'), { width: 640, height: 320, scale: 1, theme: 'dark', format: 'png' })
  drawPicture(readSpec('dense-months'), { width: 320, height: 160, scale: 2, theme: 'dark', format: 'png' })
  const again = drawPicture(readSpec('trade-turnover'), {
    width: 640,
    height: 320,
    scale: 1,
    theme: 'light',
    format: 'png',
  })
  expect(Buffer.compare(again, once)).toBe(0)
})

for (const name of [...pictureNames, 'middle-corridor' as const]) {
  test(`${name} looks as it did`, async () => {
    const bytes = draw(name, 'png')
    const kept = file(`${name}.png`)
    if (renew || !existsSync(kept)) writeFileSync(kept, bytes)
    expect(bytes.length).toBeLessThan(60_000)
    const [now, then] = await Promise.all([pixels(bytes), pixels(readFileSync(kept))])
    expect([now.width, now.height]).toEqual([then.width, then.height])
    let different = 0
    for (let i = 0; i < now.data.length; i += 4) {
      const most = Math.max(...[0, 1, 2].map((c) => Math.abs(now.data[i + c]! - then.data[i + c]!)))
      if (most > 48) different++
    }
    // Letters are smoothed a little differently from one processor to the next.
    expect(different / (now.width * now.height)).toBeLessThan(0.002)
  })

  test(`${name} as SVG is what it was, small, and its text is text`, () => {
    const svg = Buffer.from(draw(name, 'svg')).toString('utf8')
    const kept = file(`${name}.svg`)
    if (renew || !existsSync(kept)) writeFileSync(kept, svg)
    expect(svg.length).toBeLessThan(40_000)
    expect(svg).toContain(escapeXml(specOf(name).title.split(' ')[0]!))
    expect(withoutDecimals(svg)).toBe(withoutDecimals(readFileSync(kept, 'utf8')))
  })
}

/** Coordinates may differ by a tenth of a pixel; words, elements and styles may not. */
function withoutDecimals(svg: string): string {
  return svg.replace(/-?\d+(\.\d+)?/g, '0')
}

test('a PDF has its title, its font inside, and no picture in place of the drawing', () => {
  const pdf = Buffer.from(draw('trade-turnover', 'pdf')).toString('latin1')
  expect(pdf.startsWith('%PDF-')).toBe(true)
  expect(pdf).toContain('/Title (Trade turnover between Azerbaijan and Kazakhstan)')
  expect(pdf).toContain('IBMPlexSans')
  expect(pdf).toContain('/ToUnicode')
  expect(pdf).not.toContain('/Subtype /Image')
})

test('scale makes the picture larger, not different', async () => {
  const options = { ...sizes['trade-turnover'], format: 'png' as const }
  const spec = readSpec('trade-turnover')
  const double = await pixels(drawPicture(spec, { ...options, width: 500, height: 300, scale: 2 }))
  expect([double.width, double.height]).toEqual([1000, 600])
  const corner = double.data.slice(-4, -1)
  expect([...corner]).toEqual([0xfb, 0xfa, 0xf7])
})

test('Azerbaijani, Kazakh and Russian letters are drawn from the product’s own fonts', () => {
  const widths = ['ə', 'ğ', 'ş', 'İ', 'қ', 'ғ', 'ң', 'һ', 'і', 'ё'].map((letter) => {
    const spec = { ...readSpec('dense-months'), title: letter.repeat(20) }
    const svg = Buffer.from(
      drawPicture(spec, { width: 600, height: 400, scale: 1, theme: 'light', format: 'svg' }),
    ).toString()
    return Number(new RegExp(`textLength="([\\d.]+)"[^>]*>${letter}{20}`).exec(svg)![1])
  })
  // A letter that is missing is drawn as the same box whatever it is.
  expect(new Set(widths).size).toBeGreaterThan(6)
})

test('text cannot become markup in a picture', () => {
  const spec = { ...readSpec('dense-months'), title: '</text><script>alert(1)</script>\u0000\u202e😀 \ud800' }
  const svg = Buffer.from(
    drawPicture(spec, { width: 600, height: 400, scale: 1, theme: 'light', format: 'svg' }),
  ).toString()
  expect(svg).not.toContain('<script')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no NUL
  expect(svg).not.toMatch(/\u0000/)
  for (const format of ['png', 'pdf'] as const)
    expect(drawPicture(spec, { width: 300, height: 200, scale: 1, theme: 'light', format }).length).toBeGreaterThan(
      1000,
    )
  expect(escapeXml('\ud800a"<&')).toBe('a&quot;&lt;&amp;')
})
