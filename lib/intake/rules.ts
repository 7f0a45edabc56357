/** Parameters that say how a reader came to a page, not which page it is. */
const trail = /^(utm_.*|fbclid|gclid|yclid|mc_[ce]id|igshid|ref|ref_src|cmpid|at_.*)$/i

/**
 * An address as it is compared and kept: without fragment and without parameters that only tell where a reader came
 * from. Null for what is no web address.
 */
export function plainUrl(text: string): string | null {
  let url: URL
  try {
    url = new URL(text.trim())
  } catch {
    return null
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null
  url.hash = ''
  for (const name of [...url.searchParams.keys()]) if (trail.test(name)) url.searchParams.delete(name)
  return url.href
}

/** A text as it is stored: one character for each end of a line. */
export const plainText = (text: string): string => text.replace(/\r\n?/g, '\n')

/** The web address that a pasted text is, when it is nothing else. */
export function loneAddress(text: string): string | null {
  const typed = text.trim()
  return /^https?:\/\/\S+$/i.test(typed) && URL.canParse(typed) ? typed : null
}
