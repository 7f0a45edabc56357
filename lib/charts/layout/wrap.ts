import { plainText } from './plain-text'

/** Width in pixels of a text in a CSS font. The canvas that draws is asked, so that what is placed also fits. */
export type Measure = (text: string, font: string) => number

/** Lines no wider than `width`. Words longer than a line (addresses, CJK) are broken; nothing is ever cut off. */
export function wrap(text: string, font: string, width: number, measure: Measure): string[] {
  const clean = plainText(text)
  if (clean === '') return []
  if (measure(clean, font) <= width) return [clean]
  const space = measure(' ', font)
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const word of clean.split(' ').flatMap((w) => pieces(w, font, width, measure))) {
    const wide = measure(word, font)
    if (line !== '' && used + space + wide <= width) {
      line += ` ${word}`
      used += space + wide
    } else {
      if (line !== '') lines.push(line)
      line = word
      used = wide
    }
  }
  if (line !== '') lines.push(line)
  return lines
}

function pieces(word: string, font: string, width: number, measure: Measure): string[] {
  if (measure(word, font) <= width) return [word]
  const parts: string[] = []
  let part = ''
  for (const letter of word) {
    if (part !== '' && measure(part + letter, font) > width) {
      parts.push(part)
      part = letter
    } else part += letter
  }
  return part === '' ? parts : [...parts, part]
}

const kept = new Map<string, number>()

/** Remembers widths: axis labels, words of a title and legends come again with every chart. */
export function rememberWidths(measure: Measure): Measure {
  return (text, font) => {
    const key = `${font}\n${text}`
    let width = kept.get(key)
    if (width === undefined) {
      width = measure(text, font)
      if (kept.size > 4000) kept.clear()
      kept.set(key, width)
    }
    return width
  }
}
