import { createHash } from 'node:crypto'
import { isFrameworkScript } from './inline-scripts'

/** What is said with every answer, whatever it is. */
export function baseHeaders(publicUrl: string): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy':
      'accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=(), browsing-topics=()',
    'cross-origin-opener-policy': 'same-origin',
    // Over plain http a browser must ignore it, and on localhost it would lock out every other local program.
    ...(publicUrl.startsWith('https:') && { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }),
  }
}

const everywhere = "base-uri 'none'; object-src 'none'; frame-ancestors 'none'"

/** The policy of everything that is not a page. A picture opened by itself is a document that could run scripts. */
export function filePolicy(contentType: string): string {
  return /svg|xml/.test(contentType)
    ? `default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; sandbox; ${everywhere}`
    : everywhere
}

const sha256 = (text: string, encoding: 'utf8' | 'latin1' = 'utf8') =>
  `'sha256-${createHash('sha256').update(text, encoding).digest('base64')}'`
const reported = new Set<string>()

/**
 * The policy of one page. Cached pages cannot carry a nonce, so each inline script of the framework is named by its
 * hash; any other inline script is not named and does not run.
 *
 * Style attributes are allowed, because React writes them on the server; style elements are not, unless `styles` names
 * their text.
 */
export function pagePolicy(page: string | Buffer, styles: readonly string[] = []): string {
  const hashes = new Set<string>()
  // One sign a byte: what is compared is ASCII, what is hashed are the bytes, and UTF-8 takes long to read.
  for (const text of inlineScripts((typeof page === 'string' ? Buffer.from(page) : page).toString('latin1'))) {
    if (isFrameworkScript(text)) hashes.add(sha256(text, 'latin1'))
    else report(text)
  }
  return [
    "default-src 'self'",
    ["script-src 'self'", ...hashes].join(' '),
    ["style-src 'self'", ...styles.map((text) => sha256(text))].join(' '),
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    everywhere,
  ].join('; ')
}

/** The policy while developing: React and the bundler use eval, inline styles and a socket. */
export const developmentPolicy = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self' ws: wss:",
  "form-action 'self'",
  everywhere,
].join('; ')

/** The text of every script element without an address. Blocks of data (a `type` that is no script) never run. */
export function inlineScripts(html: string): string[] {
  const found: string[] = []
  for (const [, attributes = '', text = ''] of html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script/gi)) {
    if (/\ssrc\s*=/i.test(attributes)) continue
    const type = attributes.match(/\stype\s*=\s*["']?([^"'\s>]+)/i)?.[1]
    if (type === undefined || /^(?:module|(?:text|application)\/(?:java|ecma)script)$/i.test(type)) found.push(text)
  }
  return found
}

function report(text: string) {
  const begin = text.slice(0, 80)
  if (reported.has(begin) || reported.size > 20) return
  reported.add(begin)
  console.error(`A page holds an inline script that is not the framework's; browsers will not run it: ${begin}`)
}
