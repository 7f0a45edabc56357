import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Fault, House } from './modules'
import { longestFile } from './rooms'

const side =
  /^(margin|padding|scroll-margin|scroll-padding|border)-(left|right)\b|^border-(top|bottom)-(left|right)-radius$|^(left|right)$/
const sided = /^(text-align|float|clear|caption-side|resize)$/

/** Our style sheets name starts and ends, not left and right, so that a right-to-left language needs no second sheet. */
export function physicalStyles(house: House): Fault[] {
  return sheets(house).flatMap(({ file, css }) =>
    [...css.matchAll(/(?<=[{;]\s*)([a-z-]+)\s*:\s*([^;{}]*)/g)].flatMap(({ 1: property, 2: value, index }) => {
      const physical = side.test(property!) || (sided.test(property!) && /\b(left|right)\b/.test(value!))
      if (!physical) return []
      const line = css.slice(0, index).split('\n').length
      return [{ file: `${file}:${line}`, rule: 'logical styles', detail: `${property}: ${value!.trim()}` }]
    }),
  )
}

export function longStyles(house: House): Fault[] {
  return sheets(house).flatMap(({ file, css }) => {
    const lines = css.split('\n').length
    return lines > longestFile ? [{ file, rule: 'length', detail: `${lines} lines, at most ${longestFile}` }] : []
  })
}

function sheets({ root, files }: House) {
  return files
    .filter((file) => file.endsWith('.css'))
    .map((file) => ({ file, css: blankComments(readFileSync(join(root, file), 'utf8')) }))
}

const blankComments = (css: string) => css.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
