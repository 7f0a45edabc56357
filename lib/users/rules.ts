import { createHash } from 'node:crypto'

/** Under which name a password link is stored: its hash, so that a copy of the database opens no account. */
export const passwordLink = (token: string): string => `password:${createHash('sha256').update(token).digest('hex')}`

/** Where a sign-in leads back to: a path of this site, or the desk. Another site's address is never followed. */
export function wayBack(next: string | null | undefined): string {
  if (!next?.startsWith('/') || next.length > 500) return '/desk'
  const base = 'http://entente.invalid'
  try {
    const url = new URL(next, base)
    return url.origin === base ? `${url.pathname}${url.search}${url.hash}` : '/desk'
  } catch {
    return '/desk'
  }
}
