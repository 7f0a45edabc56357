import { Refusal } from '@/lib/errors/refusal'
import { type Permission, type Role, roleHolds } from './permissions'

declare const ticket: unique symbol

/**
 * Who asks. Every query and mutation takes one first; only this room makes them, so that a call without
 * a decided identity does not compile.
 */
export type Actor = Readonly<{
  kind: 'anonymous' | 'user' | 'system'
  userId: string
  name: string
  role: Role | null
  /** Why the system acts ("sample", "job"); kept in the audit row. */
  reason?: string
  [ticket]: true
}>

const make = (actor: Omit<Actor, typeof ticket>) => Object.freeze(actor) as Actor

/** A reader who has not signed in. */
export const anonymousActor = make({ kind: 'anonymous', userId: '', name: '', role: null })

/** A signed-in person; called by `session` after it has checked the session, and by tests. */
export const userActor = (user: { id: string; name: string; role: Role }): Actor =>
  make({ kind: 'user', userId: user.id, name: user.name, role: user.role })

/** Work without a person: loading the sample, jobs. Holds every permission; `reason` is kept in the audit. */
export const systemActor = (reason: string): Actor =>
  make({ kind: 'system', userId: 'system', name: 'Entente', role: 'admin', reason })

/** Whether this actor holds the permission. Reading without sign-in is allowed while ENTENTE_READ is not `members`. */
export function may(actor: Actor, permission: Permission): boolean {
  if (actor.role) return roleHolds(actor.role, permission)
  return permission === 'read' && process.env.ENTENTE_READ !== 'members'
}

/** The first line of every query and mutation. Throws `signInNeeded` or `notAllowed`. */
export function assertMay(actor: Actor, permission: Permission): void {
  if (may(actor, permission)) return
  throw new Refusal(actor.role ? 'notAllowed' : 'signInNeeded', [
    { field: '', code: 'permission', values: { permission } },
  ])
}
