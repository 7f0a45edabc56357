import { isAPIError } from 'better-auth/api'
import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies'
import { cookies, headers } from 'next/headers'
import { reaching } from '@/lib/db/faults'
import { accounts } from './accounts'

/**
 * Cookies are handed to Next here and not by better-auth's plugin for Next: that one also clears the cookie of a session
 * that ended, which makes Next draw the page anew, and a form that was being filled in would be gone.
 */
async function handOver(answered: Headers) {
  const kept = await cookies()
  for (const [name, cookie] of parseSetCookieHeader(answered.get('set-cookie') ?? ''))
    kept.set(name, cookie.value, toCookieOptions(cookie))
}

/** Opens a session for this browser; false when address or password is wrong (in the same time for both). */
export async function openSession(email: string, password: string): Promise<boolean> {
  try {
    const answer = await reaching(async () =>
      accounts().api.signInEmail({ body: { email, password }, headers: await headers(), returnHeaders: true }),
    )
    await handOver(answer.headers)
    return true
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) return false
    throw error
  }
}

/** Ends this browser's session. */
export async function closeSession(): Promise<void> {
  const answer = await reaching(async () => accounts().api.signOut({ headers: await headers(), returnHeaders: true }))
  await handOver(answer.headers)
}

/** The address a request comes from: our own server writes this header from the socket, whatever the client sent. */
export async function clientAddress(): Promise<string> {
  return (await headers()).get('x-forwarded-for')?.split(',')[0]?.trim() || 'unknown'
}
