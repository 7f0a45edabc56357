import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { rooms } from './rooms'

test('the map names every room, in the order of the stairs', () => {
  const table = readFileSync('lib/README.md', 'utf8').split('\n## ')[0]!
  const named = table
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...line.split('|')[1]!.matchAll(/`([\w-]+)`/g)].map(([, name]) => name))
  expect(named).toEqual(rooms.map(({ name }) => name))
})
