import type { Role } from '@/lib/auth/permissions'

export type Person = { name: string; email: string; password: string; role: Role }

/** Each parallel worker has a person of each role to itself, so that one's sign-outs and limits do not disturb the other's. */
export const personOf = (role: Role, worker: number): Person => ({
  name: `${role[0]!.toUpperCase()}${role.slice(1)} ${worker}`,
  email: `${role}-${worker}@example.test`,
  password: `the ${role} of worker ${worker}`,
  role,
})
