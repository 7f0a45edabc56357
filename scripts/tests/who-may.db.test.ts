import { afterEach, describe, expect, test } from 'vitest'
import { type Actor, anonymousActor, userActor } from '@/lib/auth/actor'
import { type Role, roleHolds, roles } from '@/lib/auth/permissions'
import { Refusal } from '@/lib/errors/refusal'
import { whoMay } from './who-may'

type Door = (actor: Actor, ...rest: unknown[]) => unknown
const modules = import.meta.glob<Record<string, unknown>>(['/lib/**/{queries,mutations}.ts'])

/** Every exported function that takes an actor first, by the name it has in the table: `entries createEntry`. */
async function doors(): Promise<Map<string, Door>> {
  const found = new Map<string, Door>()
  for (const [file, load] of Object.entries(modules)) {
    const room = file.replace(/^\/lib\//, '').replace(/\/(queries|mutations)\.ts$/, '')
    for (const [name, value] of Object.entries(await load()))
      if (typeof value === 'function' && /^(async )?function \w+\(actor\b/.test(value.toString()))
        found.set(`${room} ${name}`, value as Door)
  }
  return found
}

/** Knocks without a word: whoever may not enter is told so before anything else is looked at. */
async function isTurnedAway(door: Door, actor: Actor): Promise<boolean> {
  try {
    await door(actor)
    return false
  } catch (error) {
    return error instanceof Refusal && (error.code === 'signInNeeded' || error.code === 'notAllowed')
  }
}

const somebody = (role: Role) => userActor({ id: `who-may-${role}`, name: role, role })
const all = await doors()

afterEach(() => {
  delete process.env.ENTENTE_READ
})

test('every query and mutation has a line in the table, and every line a function', () => {
  expect(all.size).toBeGreaterThan(50)
  expect([...all.keys()].sort()).toEqual(Object.keys(whoMay).sort())
})

describe.each([...all])('%s', (name, door) => {
  const permission = whoMay[name]!
  for (const role of roles)
    test(`${roleHolds(role, permission) ? 'lets' : 'does not let'} a ${role} in`, async () => {
      expect(await isTurnedAway(door, somebody(role))).toBe(!roleHolds(role, permission))
    })

  const open = permission === 'read' && name !== 'users changePassword'
  test(open ? 'lets anybody read, until only members may' : 'asks for a sign-in', async () => {
    expect(await isTurnedAway(door, anonymousActor)).toBe(!open)
    process.env.ENTENTE_READ = 'members'
    expect(await isTurnedAway(door, anonymousActor)).toBe(true)
  })
})
