import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { db } from '@/lib/db/client'
import { hashPassword, longestPassword, shortestPassword, verifyPassword } from './passwords'

const open = () => {
  const url = process.env.ENTENTE_URL ?? `http://localhost:${process.env.PORT ?? 3000}`
  return betterAuth({
    appName: 'Entente',
    baseURL: url,
    secret: process.env.ENTENTE_SECRET,
    telemetry: { enabled: false },
    database: prismaAdapter(db, { provider: 'postgresql' }),
    emailAndPassword: {
      enabled: true,
      // People are invited by an admin, never by themselves.
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    user: {
      additionalFields: {
        role: { type: 'string', input: false, defaultValue: 'reader' },
        removedAt: { type: 'date', input: false, required: false },
      },
    },
    session: { expiresIn: 60 * 60 * 24 * 14, updateAge: 60 * 60 * 24, cookieCache: { enabled: false } },
    // Sign-in goes through our own action, which counts attempts per account and address in the database.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'entente',
      useSecureCookies: url.startsWith('https:'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
    },
  })
}

let kept: ReturnType<typeof open> | undefined

/** better-auth, opened on first use: its secret is known only once the server has started. */
export function accounts() {
  kept ??= open()
  return kept
}
