import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** How words are set: `sans` reads, `strong` leads, `serif` is what a source says, `title` heads a part. */
export type Face = 'sans' | 'strong' | 'serif' | 'title'

const packages = {
  sans: ['@fontsource/ibm-plex-sans', 'ibm-plex-sans', 400],
  strong: ['@fontsource/ibm-plex-sans', 'ibm-plex-sans', 600],
  serif: ['@fontsource/source-serif-4', 'source-serif-4', 400],
  title: ['@fontsource/source-serif-4', 'source-serif-4', 600],
} as const satisfies Record<Face, readonly [string, string, number]>

/** Subsets by their letters: all of English, Azerbaijani, Kazakh, Russian, Turkish. Spaces are always of the first. */
const subsets = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext'] as const
type Subset = (typeof subsets)[number]

const require = createRequire(import.meta.url)
const folderOf = (name: string) => dirname(require.resolve(`${name}/package.json`))

type Range = [from: number, to: number]
let ranges: [Subset, Range[]][] | undefined

/** What letters a subset has, as its package says. */
function rangesOf(): [Subset, Range[]][] {
  if (ranges) return ranges
  const told: Record<string, string> = JSON.parse(
    readFileSync(join(folderOf(packages.sans[0]), 'unicode.json'), 'utf8'),
  )
  ranges = subsets.map((subset) => [
    subset,
    (told[subset] ?? '').split(',').map((range): Range => {
      const [from, to] = range
        .replace(/^U\+/i, '')
        .split('-')
        .map((code) => Number.parseInt(code, 16))
      return [from!, to ?? from!]
    }),
  ])
  return ranges
}

const subsetOf = (code: number): Subset =>
  rangesOf().find(([, own]) => own.some(([from, to]) => code >= from && code <= to))?.[0] ?? 'latin'

export const faceName = (face: Face, subset: Subset) => `${face} ${subset}`

/** Every font of a document: its name in the document and its file. */
export const faceFiles = (): { name: string; file: string }[] =>
  (Object.keys(packages) as Face[]).flatMap((face) => {
    const [name, family, weight] = packages[face]
    return subsets.map((subset) => ({
      name: faceName(face, subset),
      file: join(folderOf(name), 'files', `${family}-${subset}-${weight}-normal.woff`),
    }))
  })

/** A text in stretches, each with the font that has its letters. */
export function inFonts(text: string, face: Face): { text: string; font: string }[] {
  const found: { text: string; font: string }[] = []
  for (const letter of text) {
    const font = faceName(face, subsetOf(letter.codePointAt(0)!))
    const last = found.at(-1)
    if (last?.font === font) last.text += letter
    else found.push({ text: letter, font })
  }
  return found
}
