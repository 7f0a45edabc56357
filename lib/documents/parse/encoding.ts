import { detect } from 'jschardet'

/** Bytes that a guess looks at: more changes no guess, and takes a third of a second for each megabyte. */
const sample = 64_000

/** The detector's names that are not the standard's (https://encoding.spec.whatwg.org), and what is nearest to them there. */
const otherNames: Record<string, string> = {
  'utf-16-le': 'utf-16le',
  'utf-16-be': 'utf-16be',
  'koi8-t': 'koi8-r',
  maccyrillic: 'x-mac-cyrillic',
}

/** What windows-1252 has between 0x80 and 0x9f. Node 20 reads controls there instead (nodejs/node issue 56542). */
const western = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

function decodedAs(bytes: Uint8Array, label: string, fatal: boolean): string {
  const decoder = new TextDecoder(label, { fatal })
  const text = decoder.decode(bytes)
  if (decoder.encoding !== 'windows-1252') return text
  return text.replace(/[\u0080-\u009f]/g, (control) => western[control.charCodeAt(0) - 0x80]!)
}

/** The text, or null where the encoding is not known or the bytes are none of it. */
function decoded(bytes: Uint8Array, label: string | null): string | null {
  if (!label) return null
  try {
    return decodedAs(bytes, label, true)
  } catch {
    return null
  }
}

function byteOrderMark([a, b, c]: Uint8Array): string | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return a === 0xfe && b === 0xff ? 'utf-16be' : null
}

/** UTF-16 without its mark: blanks and digits have a zero on one side, always the same. */
function withZeros(bytes: Uint8Array): string | null {
  const zeros = [0, 0]
  const looked = Math.min(bytes.length, 4096) & ~1
  for (let i = 0; i < looked; i++) if (bytes[i] === 0) zeros[i % 2]!++
  const [high, low] = zeros as [number, number]
  const enough = Math.max(4, looked / 40)
  if (low >= enough && high * 10 < low) return 'utf-16le'
  return high >= enough && low * 10 < high ? 'utf-16be' : null
}

/** What a page says of itself in its first bytes, which are plain letters in every encoding that can say so. */
function declaredIn(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  if (!/^\s*</.test(head)) return null
  const label =
    /<meta[^>]{1,500}?charset\s*=\s*["']?\s*([\w-]{2,40})/i.exec(head)?.[1] ??
    /^\s*<\?xml[^>]{1,200}?encoding\s*=\s*["']([\w-]{2,40})/i.exec(head)?.[1]
  return label && !/^utf-?16/i.test(label) ? label : null
}

function guessed(bytes: Uint8Array): string | null {
  const first = bytes.findIndex((byte) => byte > 127)
  const from = Math.max(0, first - 512) & ~1
  const name = detect(bytes.subarray(from, from + sample)).encoding?.toLowerCase()
  return name ? (otherNames[name] ?? name) : null
}

/** The charset of a content type, e.g. `text/html; charset=windows-1251`. */
export const charsetOf = (contentType: string | null): string | null =>
  /charset\s*=\s*"?([\w-]{2,40})/i.exec(contentType ?? '')?.[1] ?? null

/**
 * Bytes as text: by byte order mark, then as UTF-8 where they are nothing else by chance, then as the server said,
 * as the page says, and else as they look. What was said and cannot be is not believed.
 * @param label encoding that the server named
 */
export function decodeText(bytes: Uint8Array, label: string | null): string {
  const marked = byteOrderMark(bytes)
  if (marked) return new TextDecoder(marked).decode(bytes)
  const zeros = withZeros(bytes)
  if (zeros) return new TextDecoder(zeros).decode(bytes)
  const said = [label, declaredIn(bytes)]
  const plain = decoded(bytes, 'utf-8')
  // One such pair may be chance ("Â£"); several are not.
  const isUtf8 = plain !== null && (said.every((one) => one === null) || bytes.length - plain.length !== 1)
  if (isUtf8) return plain
  for (const one of [...said, guessed(bytes), 'windows-1252']) {
    const text = decoded(bytes, one)
    if (text !== null) return text
  }
  return decodedAs(bytes, 'windows-1252', false)
}
