import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isPrivateFolder, mayEnter } from './postgres-account'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'entente-account-'))
  mkdirSync(join(root, 'data'))
})
afterEach(() => {
  rmSync(root, { recursive: true, force: true })
})

test('an account may enter where every folder above lets it pass', () => {
  const stranger = { uid: 54_321, gid: 54_321 }
  chmodSync(root, 0o755)
  chmodSync(join(root, 'data'), 0o711)
  expect(mayEnter(join(root, 'data'), stranger.uid, stranger.gid)).toBe(true)
  chmodSync(root, 0o700)
  expect(mayEnter(join(root, 'data'), stranger.uid, stranger.gid)).toBe(false)
  const owner = statSync(root)
  expect(mayEnter(join(root, 'data'), owner.uid, stranger.gid)).toBe(true)
})

test('the group counts for those who are not the owner', () => {
  const { gid } = statSync(root)
  chmodSync(root, 0o710)
  expect(mayEnter(root, 54_321, gid)).toBe(true)
  chmodSync(root, 0o701)
  expect(mayEnter(root, 54_321, gid)).toBe(false)
})

test('a folder for sockets is private when it is ours and nobody else may enter', () => {
  const folder = join(root, 'data')
  chmodSync(folder, 0o700)
  expect(isPrivateFolder(folder, { kind: 'own' })).toBe(true)
  expect(isPrivateFolder(folder, { kind: 'other', uid: 54_321, gid: 54_321 })).toBe(false)
  chmodSync(folder, 0o750)
  expect(isPrivateFolder(folder, { kind: 'own' })).toBe(false)
})
