import { describe, expect, it } from 'vitest'
import { passwordLink, wayBack } from './rules'

describe('the way back after a sign-in', () => {
  it('is the page one came from, with its settings', () => {
    expect(wayBack('/desk/entries/12?did=saved#evidence')).toBe('/desk/entries/12?did=saved#evidence')
  })
  it.each([
    'https://elsewhere.example/',
    '//elsewhere.example/',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    'javascript:alert(1)',
    'desk',
    '',
    null,
    undefined,
    `/${'x'.repeat(600)}`,
  ])('never leads to another site: %j', (next) => {
    expect(wayBack(next)).toBe('/desk')
  })
})

it('a password link is stored under its hash, never as it is', () => {
  expect(passwordLink('secret')).toMatch(/^password:[0-9a-f]{64}$/)
  expect(passwordLink('secret')).not.toContain('secret')
})
