import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isBuilt, isClientMissing, sourceStamp } from './build'

let root: string

function write(path: string, text: string) {
  mkdirSync(join(root, path, '..'), { recursive: true })
  writeFileSync(join(root, path), text)
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'entente-build-'))
  write('app/page.tsx', 'a')
  write('lib/a/rules.ts', 'b')
  write('package-lock.json', '{}')
  write('prisma/schema/base.prisma', 'x')
})

afterEach(() => {
  rmSync(root, { recursive: true, force: true })
})

describe('the stamp of a build', () => {
  test.each(['app/page.tsx', 'lib/a/rules.ts', 'components/new.tsx', 'package-lock.json', 'prisma/schema/base.prisma'])(
    'changes with %s',
    (path) => {
      const before = sourceStamp(root)
      write(path, 'changed')
      expect(sourceStamp(root)).not.toBe(before)
    },
  )

  test('changes when a file gets another name', () => {
    const before = sourceStamp(root)
    rmSync(join(root, 'app/page.tsx'))
    write('app/other.tsx', 'a')
    expect(sourceStamp(root)).not.toBe(before)
  })

  test.each(['lib/a/rules.test.ts', 'README.md', 'server/start.ts'])('does not change with %s', (path) => {
    const before = sourceStamp(root)
    write(path, 'changed')
    expect(sourceStamp(root)).toBe(before)
  })
})

describe('a build', () => {
  test('counts when it was finished and stamped with these sources', () => {
    expect(isBuilt(root, '.next')).toBe(false)
    write('.next/BUILD_ID', 'id')
    expect(isBuilt(root, '.next')).toBe(false)
    write('.next/entente-stamp', sourceStamp(root))
    expect(isBuilt(root, '.next')).toBe(true)
    write('app/page.tsx', 'changed')
    expect(isBuilt(root, '.next')).toBe(false)
  })

  test('needs a database client that is not older than the schema', () => {
    expect(isClientMissing(root)).toBe(true)
    write('prisma/generated/client.ts', '')
    utimesSync(join(root, 'prisma/schema/base.prisma'), 1, 1)
    expect(isClientMissing(root)).toBe(false)
    utimesSync(join(root, 'prisma/generated/client.ts'), 0, 0)
    expect(isClientMissing(root)).toBe(true)
  })
})
