import { noDocument } from '../refused'

const startsWith = (bytes: Uint8Array, ...signs: number[]) => signs.every((sign, i) => bytes[i] === sign)
const ascii = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes)

/**
 * What the bytes are, whatever their name says. `text` may still be a web page.
 * @throws Refusal for Word files of before 2007
 */
export function sniff(bytes: Uint8Array): 'pdf' | 'zip' | 'text' {
  if (ascii(bytes.subarray(0, 1024)).includes('%PDF-')) return 'pdf'
  if (startsWith(bytes, 0x50, 0x4b, 3, 4) || startsWith(bytes, 0x50, 0x4b, 5, 6)) return 'zip'
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    // A .docx with a password is put into the container of the old files.
    const names = ascii(bytes).replaceAll('\0', '')
    throw noDocument(names.includes('EncryptedPackage') ? 'documentEncrypted' : 'documentOldWord')
  }
  if (ascii(bytes.subarray(0, 6)) === '{\\rtf1') throw noDocument('documentOldWord')
  return 'text'
}

/** Whether decoded text is writing: nearly no control characters and nearly nothing that could not be decoded. */
export function isWriting(text: string): boolean {
  const look = text.slice(0, 200_000)
  const strange = look.match(/[^\P{Cc}\t\n\r\f]|[\uFFFD\uFFFE\uFFFF]/gu)?.length ?? 0
  return strange * 100 <= look.length
}

const opening =
  /^\s*(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|article|main|div|p|h1|section|script|style|table|link)\b/i

/** Whether text is a web page: it begins like one, or is said to be one and has tags. */
export function isPage(text: string, { said }: { said: boolean }): boolean {
  const begin = text.slice(0, 8000)
  if (/^\s*<\?xml/.test(begin)) return /<html\b/i.test(begin)
  return opening.test(begin) || (said && /<\/?(?:p|div|br|span|a|h[1-6]|article|body)\b[^<>]{0,500}>/i.test(text))
}
