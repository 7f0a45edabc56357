import { plainText } from '../layout/plain-text'

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text for XML: markup escaped, and what XML 1.0 cannot hold left out. */
export function escapeXml(text: string): string {
  return plainText(text).replace(/[&<>"]/g, (sign) => signs[sign]!)
}
