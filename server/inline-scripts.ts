import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/**
 * Which inline scripts of a page are the framework's own. A policy that simply blessed every script found in the page
 * would bless an injected one too, so each must be of a shape that carries data and no code:
 * Turbopack's list of chunks, Next's payload, or React's stream instructions (whose code is React's, letter by letter).
 */
export function isFrameworkScript(text: string): boolean {
  const data =
    after(text, '(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push(', ');') ??
    after(text, '(self.__next_f=self.__next_f||[]).push(', ')') ??
    after(text, 'self.__next_f.push(', ')')
  if (data !== null) return isJson(data) || isJson(answered(data))
  const begins = (script: string) => rest.startsWith(script)
  let rest = text
  for (let found = reactScripts().find(begins); found; found = reactScripts().find(begins))
    rest = rest.slice(found.length)
  return rest === '' || isReactCalls(rest)
}

/** A page that answers a form sent without a script carries the form's state in a second push of the same script. */
function answered(data: string): string {
  const opening = '[0]);self.__next_f.push('
  return data.startsWith(opening) ? data.slice(opening.length) : ''
}

function after(text: string, start: string, end: string): string | null {
  return text.startsWith(start) && text.endsWith(end) ? text.slice(start.length, -end.length) : null
}

/** `$RC("B:0","S:0")` and its like, one or several: calls of React's functions with plain data. */
function isReactCalls(text: string): boolean {
  let rest = text
  while (rest !== '') {
    const call = rest.match(/^;?\$R[A-Z]\((.*?)\)(?=;|$)/s)
    if (!call || !isJson(`[${call[1]}]`)) return false
    rest = rest.slice(call[0].length).replace(/^;$/, '')
  }
  return true
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

let known: string[] | undefined

/** The scripts that React writes into a stream, read from the React that Next ships, so that both change together. */
function reactScripts(): string[] {
  if (known) return known
  const file = 'next/dist/compiled/react-dom/cjs/react-dom-server.edge.production.js'
  const source = readFileSync(createRequire(import.meta.url).resolve(file), 'utf8')
  known = [...source.matchAll(/'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"/g)]
    .map(([, single, double]) => literalText(single ?? double ?? ''))
    .filter((text) => /\$R[A-Z]=function\(|^requestAnimationFrame\(function\(\)\{\$RT=/.test(text))
    // Some pieces end with the beginning of a call, whose arguments differ from page to page.
    .map((text) => text.replace(/;?\$R[A-Z]\("?$/, ''))
    .sort((a, b) => b.length - a.length)
  return known
}

/** The text that a literal in JavaScript stands for; only the escapes that occur in React's. */
const literalText = (literal: string) => literal.replace(/\\(.)/g, (_, sign) => (sign === 'n' ? '\n' : sign))
