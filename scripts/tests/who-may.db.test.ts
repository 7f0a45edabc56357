import { afterEach, describe, expect, test } from 'vitest'
import { type Actor, anonymousActor, userActor } from '@/lib/auth/actor'
import { type Role, roleHolds, roles } from '@/lib/auth/permissions'
import { Refusal } from '@/lib/errors/refusal'
import { whoMay } from './who-may'

type Door = (actor: Actor, ...rest: unknown[]) => unknown
const modules = import.meta.glob<Record<string, unknown>>(['/lib/**/{queries,mutations}.ts'])

const takesActor = /^(async )?function \w+\(actor\b/

/** Every exported function, by the name it has in the table: `entries createEntry`. */
async function exported(): Promise<Map<string, Door>> {
  const found = new Map<string, Door>()
  for (const [file, load] of Object.entries(modules)) {
    const room = file.replace(/^\/lib\//, '').replace(/\.ts$/, '')
    for (const [name, value] of Object.entries(await load()))
      if (typeof value === 'function') found.set(`${room} ${name}`, value as Door)
  }
  return found
}

/** Mutations without an actor: they ask for a password, a link or a name instead, or work inside another's transaction. */
const withoutActor = [
  'audit/mutations difference',
  'audit/mutations writeAudit',
  'entities/mutations entityIds',
  'entries/mutations draftCorrection',
  'entries/mutations draftEntry',
  'entries/review/mutations dropDraft',
  'indicators/mutations ensureSeries',
  'intake/mutations lockItem',
  'intake/mutations matchRelations',
  'intake/mutations sha256',
  'sources/mutations storeSource',
  'users/attempts/mutations countAttempt',
  'users/attempts/mutations forgiveAttempt',
  'users/mutations choosePassword',
  'users/mutations createFirstAdmin',
]

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
const functions = await exported()
const all = new Map(
  [...functions].flatMap(([name, value]) =>
    takesActor.test(value.toString()) ? [[name.replace(/\/(queries|mutations) /, ' '), value] as const] : [],
  ),
)

afterEach(() => {
  delete process.env.ENTENTE_READ
})

test('every query and mutation has a line in the table, and every line a function', () => {
  expect(all.size).toBeGreaterThan(50)
  expect([...all.keys()].sort()).toEqual(Object.keys(whoMay).sort())
})

test('a mutation takes an actor first, or is one of those that are guarded otherwise', () => {
  const others = [...functions].filter(([name, value]) => /mutations /.test(name) && !takesActor.test(value.toString()))
  expect(others.map(([name]) => name).sort()).toEqual(withoutActor)
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
