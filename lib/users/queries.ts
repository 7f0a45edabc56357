import { type Actor, assertMay } from '@/lib/auth/actor'
import type { Role } from '@/lib/auth/permissions'
import { db } from '@/lib/db/client'
import { passwordLink } from './rules'

export type Person = {
  id: string
  name: string
  email: string
  role: Role
  revision: number
  signsIn: boolean
  lastSeen: Date | null
}

/** Everybody who has access, by name. Needs `user.manage`. */
export async function listUsers(actor: Actor): Promise<Person[]> {
  assertMay(actor, 'user.manage')
  const people = await db.user.findMany({
    where: { removedAt: null, id: { not: 'system' } },
    orderBy: [{ name: 'asc' }, { email: 'asc' }],
    include: {
      accounts: { select: { id: true } },
      sessions: { select: { updatedAt: true }, orderBy: { updatedAt: 'desc' }, take: 1 },
    },
  })
  return people.map((p) => ({
    id: p.id,
    name: p.name,
    email: p.email,
    role: p.role,
    revision: p.revision,
    signsIn: p.accounts.length > 0,
    lastSeen: p.sessions[0]?.updatedAt ?? null,
  }))
}

/** Whose password link this is, to greet them; null when it was used, is too old or never was. Who holds the link may ask. */
export async function getLinkHolder(token: string): Promise<{ name: string; email: string } | null> {
  const link = await db.verification.findFirst({
    where: { identifier: passwordLink(token), expiresAt: { gt: new Date() } },
  })
  return link
    ? db.user.findFirst({ where: { id: link.value, removedAt: null }, select: { name: true, email: true } })
    : null
}
