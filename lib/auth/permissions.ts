export const roles = ['reader', 'editor', 'reviewer', 'admin'] as const
export type Role = (typeof roles)[number]

/** Who may do what; each line is the least of the roles that may. Readers see what is published, nothing else. */
const least = {
  read: 'reader',
  'view.keep': 'reader',
  'internal.read': 'editor',
  'entry.write': 'editor',
  'entry.submit': 'editor',
  'entry.publish': 'reviewer',
  'entry.reject': 'reviewer',
  'entry.retire': 'reviewer',
  'entity.write': 'editor',
  'source.write': 'editor',
  'indicator.write': 'editor',
  'series.write': 'editor',
  'audit.read': 'editor',
  'user.manage': 'admin',
  'setting.write': 'admin',
} as const satisfies Record<string, Role>

export type Permission = keyof typeof least
export const permissions = Object.keys(least) as Permission[]

/** Whether a role holds a permission: roles are ordered, each holds all that the ones before it hold. */
export const roleHolds = (role: Role, permission: Permission): boolean =>
  roles.indexOf(role) >= roles.indexOf(least[permission])
