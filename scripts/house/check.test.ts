import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { checkHouse } from './check'

const roots: string[] = []
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true })
})

/** What the check says about a tree of these files, one `file rule` per fault. */
function faultsOf(files: Record<string, string>) {
  const root = mkdtempSync(join(tmpdir(), 'house-'))
  roots.push(root)
  const sound = {
    'lib/errors/refusal.ts': 'export const refusal = 1',
    'package.json': '{"dependencies": {"pg": "8", "react": "19", "next": "16"}, "devDependencies": {"vitest": "4"}}',
  }
  for (const [path, text] of Object.entries({ ...sound, ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return checkHouse(root).faults.map(({ file, rule }) => `${file} ${rule}`)
}

const value = 'export const value = 1'

test('a tree that keeps the rules has no faults', () => {
  expect(
    faultsOf({
      'lib/periods/schema.ts': "import { refusal } from '@/lib/errors/refusal'\nexport const value = refusal",
      'components/ui/button.tsx':
        "import { value } from '@/lib/periods/schema'\nexport const Button = () => <b>{value}</b>",
      'app/page.tsx': "import { Button } from '@/components/ui/button'\nexport default () => <Button />",
      'components/ui/ui.css': '.a { margin-inline-start: 1px; text-align: start; inset-inline: 0 }',
    }),
  ).toEqual([])
})

test('a tree in which no module was read is a fault', () => {
  const root = mkdtempSync(join(tmpdir(), 'house-'))
  roots.push(root)
  expect(checkHouse(root).faults).toHaveLength(1)
})

describe('the staircase', () => {
  const upper = { 'lib/entries/rules.ts': value }

  test.each([
    ['a static import', "import { value } from '@/lib/entries/rules'\nexport const a = value"],
    ['a relative import', "import { value } from '../entries/rules'\nexport const a = value"],
    ['an import of types', "import type { value } from '@/lib/entries/rules'\nexport type A = typeof value"],
    ['a type in place', "export type A = import('@/lib/entries/rules').A"],
    ['a dynamic import', "export const a = () => import('@/lib/entries/rules')"],
    ['a re-export', "export const a = 1\nexport { value } from '@/lib/entries/rules'"],
  ])('is held against %s of a higher room', (_, code) => {
    expect(faultsOf({ ...upper, 'lib/periods/schema.ts': code })).toEqual(['lib/periods/schema.ts staircase'])
  })

  test('is held against the way back from components to app and from lib to components', () => {
    expect(
      faultsOf({
        'app/a.ts': value,
        'components/b.ts': "import { value } from '@/app/a'\nexport const b = value",
        'lib/errors/c.ts': "import { b } from '@/components/b'\nexport const c = b",
      }),
    ).toEqual(['components/b.ts staircase', 'lib/errors/c.ts staircase'])
  })

  test('names a room that has no place on it, and an import of nothing', () => {
    expect(faultsOf({ 'lib/gadgets/a.ts': "import './gone'\nexport const a = 1" }).sort()).toEqual([
      'lib/gadgets/a.ts staircase',
      'lib/gadgets/a.ts staircase',
    ])
  })
})

test('modules that import each other are a circle, also by types and through a third', () => {
  expect(
    faultsOf({
      'lib/env/a.ts': "import type { B } from './b'\nexport type A = B",
      'lib/env/b.ts': "import type { C } from './c'\nexport type B = C",
      'lib/env/c.ts': "import type { A } from './a'\nexport type C = A",
    }).filter((fault) => fault.endsWith('no circles')),
  ).toHaveLength(1)
})

test('a room of a noun holds the five words, in folders of nouns too', () => {
  expect(
    faultsOf({
      'lib/entries/kinds/target/rules.ts': value,
      'lib/entries/queries.db.test.ts': value,
      'lib/entries/validate.ts': value,
      'lib/entries/queries/list.ts': value,
    }),
  ).toEqual(['lib/entries/queries/list.ts five words', 'lib/entries/validate.ts five words'])
})

test('names that say nothing, barrels and very long files are refused', () => {
  expect(
    faultsOf({
      'lib/env/utils.ts': value,
      'lib/env/index.ts': value,
      'lib/env/all.ts': "export * from './utils'",
      'lib/env/long.ts': `${value}${'\n'.repeat(401)}`,
    }).sort(),
  ).toEqual(['lib/env/all.ts names', 'lib/env/index.ts names', 'lib/env/long.ts length', 'lib/env/utils.ts names'])
})

describe('purity', () => {
  const database = { 'lib/db/client.ts': "import pg from 'pg'\nexport const db = pg" }

  test.each([
    ['a database package', "import pg from 'pg'\nexport const a = pg"],
    ['React', "import { useState } from 'react'\nexport const a = useState"],
    ['a type of Next', "import type { NextRequest } from 'next/server'\nexport type A = NextRequest"],
    ['the generated client', "import type { Prisma } from '@/prisma/generated/client'\nexport type A = Prisma"],
  ])('is broken by rules that import %s', (_, code) => {
    expect(faultsOf({ 'lib/entries/rules.ts': code })).toEqual(['lib/entries/rules.ts pure'])
  })

  test('is broken through another module', () => {
    expect(
      faultsOf({
        ...database,
        'lib/auth/session.ts': "import { db } from '@/lib/db/client'\nexport const session = db",
        'lib/charts/change.ts': "import { session } from '@/lib/auth/session'\nexport const a = session",
      }),
    ).toEqual(['lib/charts/change.ts pure', 'lib/charts/change.ts pure'])
  })

  test('is kept by a type of what a query answers, or that another module takes from the database', () => {
    expect(
      faultsOf({
        ...database,
        'lib/auth/actor.ts': "import type { db } from '@/lib/db/client'\nexport const actor = (x: typeof db) => x",
        'lib/entries/queries.ts': "import { db } from '@/lib/db/client'\nexport const list = db",
        'lib/entries/rules.ts':
          "import { actor } from '@/lib/auth/actor'\nimport type { list } from './queries'\nexport const a = actor as typeof list",
      }),
    ).toEqual([])
  })
})

describe('what runs in the browser', () => {
  const server = {
    'lib/db/client.ts': value,
    'lib/entries/queries.ts': "import { value } from '@/lib/db/client'\nexport const list = value",
    'lib/entries/actions.ts': "'use server'\nimport { list } from './queries'\nexport const action = async () => list",
  }

  test('reaches no query', () => {
    const form = "'use client'\nimport { list } from '@/lib/entries/queries'\nexport const Form = () => <b>{list}</b>"
    expect(faultsOf({ ...server, 'components/form.tsx': form })).toContain('components/form.tsx browser')
  })

  test('may call a server action', () => {
    const form =
      "'use client'\nimport { action } from '@/lib/entries/actions'\nexport const Form = () => <form action={action} />"
    expect(faultsOf({ ...server, 'components/form.tsx': form })).toEqual([])
  })

  test('and no page knows the database client', () => {
    const page = "import { value } from '@/lib/db/client'\nexport default () => value"
    expect(faultsOf({ ...server, 'app/page.tsx': page })).toEqual(['app/page.tsx database'])
  })
})

test('a package that is imported is declared, and for production where it runs there', () => {
  expect(
    faultsOf({
      'lib/env/a.ts':
        "import { readFileSync } from 'node:fs'\nimport { test } from 'vitest'\nexport const a = [readFileSync, test]",
      'lib/env/a.test.ts': "import { test } from 'vitest'\nexport const a = test",
      'scripts/b.ts': "import vite from 'vite/client'\nexport const b = vite",
      'app/c.ts': "import { cookies } from 'next/headers'\nexport const c = cookies",
    }),
  ).toEqual(['lib/env/a.ts packages', 'scripts/b.ts packages'])
})

test('a lock file has an entry for the packages of every machine', () => {
  const packages = { 'node_modules/a': { optionalDependencies: { 'a-linux': '1', 'a-darwin': '1' } } }
  const lock = (more: object) => ({ 'package-lock.json': JSON.stringify({ packages: { ...packages, ...more } }) })
  expect(faultsOf(lock({ 'node_modules/a-linux': {} }))).toEqual(['package-lock.json packages'])
  expect(faultsOf(lock({ 'node_modules/a-linux': {}, 'node_modules/a/node_modules/a-darwin': {} }))).toEqual([])
})

test('style sheets name starts and ends, not left and right', () => {
  const css = '/* left: 0 */\n.a { margin-left: 1px;\n  text-align: right; --left: 0 }\n.b{left:0}'
  expect(faultsOf({ 'app/a.css': css })).toEqual([
    'app/a.css:2 logical styles',
    'app/a.css:3 logical styles',
    'app/a.css:4 logical styles',
  ])
})

describe('sentences', () => {
  const registry = {
    'lib/i18n/messages.ts': "import entries from './en/entries.json'\nexport const messages = { entries }",
  }
  const used = (code: string) => ({ 'components/list.tsx': `const t = translator('en', 'entries')\n${code}` })

  test('are used by name, by pattern or as a code of a closed list', () => {
    const json = '{"save": "Save", "status": {"draft": "Draft"}, "late": "Late"}'
    const code = `export const a = [t("save"), t(\`status.\${status}\`), { late: 1 }]`
    expect(faultsOf({ ...registry, ...used(code), 'lib/i18n/en/entries.json': json })).toEqual([])
  })

  test('are used by code that takes a file of them as an object', () => {
    const json = '{"since": "since", "months": {"1": "January"}, "form": {"save": "Save"}}'
    const code =
      "import words from '@/lib/i18n/en/entries.json'\nexport const a = [words.since, words.months[m], words.form.save]"
    expect(faultsOf({ ...registry, 'components/list.tsx': code, 'lib/i18n/en/entries.json': json })).toEqual([])
  })

  test('that nothing uses are named', () => {
    const json = '{"save": "Save", "status": {"draft": "Draft"}}'
    expect(faultsOf({ ...registry, ...used('t("save")'), 'lib/i18n/en/entries.json': json })).toEqual([
      'lib/i18n/en/entries.json messages',
    ])
  })

  test('are well formed', () => {
    const json = '{"save": "Save {count, plural, one {it}"}'
    expect(faultsOf({ ...registry, ...used('t("save")'), 'lib/i18n/en/entries.json': json })).toHaveLength(1)
  })

  test('are registered', () => {
    const file = {
      'lib/i18n/messages.ts': 'export const messages = {}',
      'lib/i18n/en/entries.json': '{"save": "Save"}',
    }
    expect(faultsOf({ ...file, ...used('t("save")') })).toHaveLength(1)
  })

  test('exist for every fault code', () => {
    expect(
      faultsOf({
        'lib/i18n/messages.ts': "import faults from './en/faults.json'\nexport const messages = { faults }",
        'lib/i18n/en/faults.json': '{"tooLong": "Too long"}',
        'lib/entries/rules.ts': "const a = { field: 'a', code: b ? 'tooLong' : 'tooShort' }",
      }),
    ).toEqual(['lib/entries/rules.ts messages'])
  })
})
