/**
 * The one place that says in which order the rooms stand. A room may import itself and rooms listed before it.
 * `noun`: holds only the five words (and folders of nouns). `pure`: imports no database, no React, no Next.
 */
export const rooms = [
  { name: 'errors', pure: true },
  { name: 'threads', pure: true },
  { name: 'env' },
  { name: 'i18n' },
  { name: 'periods', noun: true, pure: true },
  { name: 'quantities', noun: true, pure: true },
  { name: 'db' },
  { name: 'auth' },
  { name: 'audit' },
  { name: 'action' },
  { name: 'http' },
  { name: 'health', noun: true },
  { name: 'settings', noun: true },
  { name: 'users', noun: true },
  { name: 'entities', noun: true },
  { name: 'documents', pure: true },
  { name: 'sources', noun: true },
  { name: 'indicators', noun: true },
  { name: 'entries', noun: true },
  { name: 'assessments', noun: true, pure: true },
  { name: 'extraction', pure: true },
  { name: 'model', pure: true },
  { name: 'charts', pure: true },
  { name: 'formats', pure: true },
  { name: 'papers', pure: true },
  { name: 'dashboards', noun: true },
  { name: 'promises', noun: true },
  { name: 'agreements', noun: true },
  { name: 'disagreements', noun: true },
  { name: 'briefs', noun: true },
  { name: 'timelines', noun: true },
  { name: 'revisions', noun: true },
  { name: 'comparisons', noun: true },
  { name: 'corridors', noun: true },
  { name: 'library', noun: true },
  { name: 'search', noun: true },
  { name: 'saved-views', noun: true },
  { name: 'intake', noun: true },
  { name: 'feeds', noun: true },
] as const satisfies readonly Room[]

export type Room = { name: string; noun?: boolean; pure?: boolean }

/** schema: what it looks like. rules: what must be true. queries: ask. mutations: change. actions: a form changes it. */
export const words = ['schema', 'rules', 'queries', 'mutations', 'actions'] as const

/** Which top-level folder may import which. Folders not named here (scripts, e2e, bench) may import all but `app`. */
export const areas: Record<string, readonly string[]> = {
  lib: ['lib', 'prisma/generated'],
  components: ['components', 'lib'],
  app: ['app', 'components', 'lib'],
  prisma: ['prisma', 'lib'],
  server: ['server', 'prisma', 'lib'],
}

/** Tests stand on the same stairs as what they test, and may also use what only tests need. */
export const areasForTests = ['scripts/tests', 'scripts/house', 'prisma'] as const

export const bannedNames = ['util', 'helper', 'type', 'constant', 'common', 'misc', 'shared'].flatMap((name) => [
  name,
  `${name}s`,
])

export const longestFile = 400
