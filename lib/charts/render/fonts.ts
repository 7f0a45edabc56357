import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { GlobalFonts } from '@napi-rs/canvas'

/** Subsets of IBM Plex Sans that are registered: all letters of English, Azerbaijani, Kazakh, Russian, Turkish. */
const subsets = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext'] as const
const weights = [400, 600] as const
const nameOf = (subset: string) => `Entente ${subset}`

/** CSS font-family list of the registered subsets: a letter is taken from the first that has it. */
export const canvasFont = subsets.map((subset) => `'${nameOf(subset)}'`).join(', ')

let registered = false

/**
 * Registers the product's own fonts once per thread. Names of our own keep fonts of the system out of the pictures.
 * @throws when a font file is missing: a picture in a stand-in font would be wrong without anybody noticing.
 */
export function registerFonts(): void {
  if (registered) return
  const folder = join(
    dirname(createRequire(import.meta.url).resolve('@fontsource/ibm-plex-sans/package.json')),
    'files',
  )
  for (const subset of subsets) {
    for (const weight of weights) {
      const file = join(folder, `ibm-plex-sans-${subset}-${weight}-normal.woff2`)
      if (!GlobalFonts.registerFromPath(file, nameOf(subset))) throw new Error(`font not readable: ${file}`)
    }
  }
  registered = true
}
