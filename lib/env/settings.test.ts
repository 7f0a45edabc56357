import { describe, expect, test } from 'vitest'
import { readSettings } from './settings'

const faultsOf = (env: Record<string, string>) => {
  const read = readSettings(env)
  return read.ok ? [] : read.faults
}

describe('settings', () => {
  test('an empty environment is enough: everything has a default', () => {
    const read = readSettings({})
    expect(read).toMatchObject({
      ok: true,
      settings: { databaseUrl: null, port: 3000, url: 'http://localhost:3000', dataDir: './.data', read: 'public' },
    })
  })

  test('an empty value counts as not given', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: ' ', ENTENTE_READ: '' })).toMatchObject({
      ok: true,
      settings: { port: 3000, databaseUrl: null, read: 'public' },
    })
  })

  test('the public address follows the port unless it is given, and loses its last slash', () => {
    expect(readSettings({ PORT: '8080' })).toMatchObject({ settings: { url: 'http://localhost:8080' } })
    expect(readSettings({ ENTENTE_URL: 'https://entente.example/' })).toMatchObject({
      settings: { url: 'https://entente.example' },
    })
  })

  test.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '3e3'],
    ['ENTENTE_URL', 'entente.example'],
    ['ENTENTE_URL', 'ftp://entente.example'],
    ['ENTENTE_URL', 'https://entente.example/path'],
    ['ENTENTE_READ', 'everybody'],
    ['ENTENTE_ADMIN_EMAIL', 'nobody'],
    ['ENTENTE_STATEMENT_SECONDS', '0'],
    ['ENTENTE_FETCH', 'yes'],
    ['ENTENTE_MODEL_SECONDS', '0'],
    ['ENTENTE_MODEL_DAILY', 'many'],
    ['ENTENTE_BUILD_DIR', '../elsewhere'],
  ])('%s=%s is one line that names setting, value and rule', (name, value) => {
    const faults = faultsOf({ [name]: value })
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatch(new RegExp(`^${name} is "`))
    expect(faults[0]).toContain(value)
    expect(faults[0]).toContain('must be')
  })

  test('a fault in a secret setting does not show the secret', () => {
    const faults = faultsOf({
      DATABASE_URL: 'mysql://root:hunter2@db/entente',
      ENTENTE_SECRET: 'hunter2',
      ENTENTE_ADMIN_PASSWORD: 'hunter2',
      ENTENTE_MODEL_KEY: 'hunter2 hunter2',
    })
    expect(faults.map((line) => line.split(' ')[0])).toEqual([
      'DATABASE_URL',
      'ENTENTE_SECRET',
      'ENTENTE_ADMIN_PASSWORD',
      'ENTENTE_MODEL_KEY',
    ])
    expect(faults.join('\n')).not.toContain('hunter2')
  })

  test('a model has an address and a name, or there is none', () => {
    expect(readSettings({ ENTENTE_MODEL_NAME: 'some' })).toMatchObject({ settings: { model: null } })
    const url = 'http://localhost:11434/v1'
    expect(faultsOf({ ENTENTE_MODEL_URL: url })).toEqual([expect.stringMatching(/^ENTENTE_MODEL_NAME is missing/)])
    expect(readSettings({ ENTENTE_MODEL_URL: url, ENTENTE_MODEL_NAME: 'some' })).toMatchObject({
      settings: { model: { url, name: 'some', key: null, patience: 25_000, daily: 200 } },
    })
    for (const wrong of ['localhost:11434', 'file:///v1', 'https://me:word@models.example/v1'])
      expect(faultsOf({ ENTENTE_MODEL_URL: wrong, ENTENTE_MODEL_NAME: 'some' })).toHaveLength(1)
  })

  test('every fault is told at once', () => {
    expect(faultsOf({ PORT: 'x', ENTENTE_READ: 'y', ENTENTE_URL: 'z' })).toHaveLength(3)
  })

  test('a database of one’s own needs a secret of one’s own', () => {
    const url = 'postgresql://entente:secret@db.example:5432/entente'
    expect(faultsOf({ DATABASE_URL: url })).toEqual([expect.stringMatching(/^ENTENTE_SECRET is missing/)])
    expect(faultsOf({ DATABASE_URL: url, ENTENTE_SECRET: 'x'.repeat(32) })).toEqual([])
    expect(readSettings({ DATABASE_URL: url }, { signing: false }).ok).toBe(true)
  })
})
