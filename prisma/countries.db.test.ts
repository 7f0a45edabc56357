import countries from 'i18n-iso-countries'
import { expect, test } from 'vitest'
import { db } from '@/lib/db/client'

const stored = await db.entity.findMany({ where: { kind: 'country' }, include: { aliases: true } })

test('all 249 countries of ISO 3166-1 are there, and no other', () => {
  // The package adds XKK, a code that ISO 3166-1 leaves to whoever needs one.
  const codes = Object.keys(countries.getAlpha3Codes())
    .filter((code) => code !== 'XKK')
    .map((code) => code.toLowerCase())
  expect(codes).toHaveLength(249)
  expect(stored.map((country) => country.slug).sort()).toEqual(codes.sort())
})

test('each of them has its name in English', () => {
  const wrong = stored.filter(({ slug, name }) => countries.getName(slug.toUpperCase(), 'en') !== name)
  expect(wrong.map(({ slug, name }) => [slug, name])).toEqual([])
})

test.each(['ru', 'kk', 'az'])('each of them is found by its name in %s', (language) => {
  const wrong = stored.filter(({ slug, name, aliases }) => {
    const expected = countries.getName(slug.toUpperCase(), language)
    return expected && name !== expected && !aliases.some((alias) => alias.name === expected)
  })
  expect(wrong.map((country) => country.slug)).toEqual([])
})

test('each of them is found by its two letters', () => {
  const wrong = stored.filter(({ slug, aliases }) => {
    const alpha2 = countries.alpha3ToAlpha2(slug.toUpperCase())
    return !aliases.some((alias) => alias.name === alpha2)
  })
  expect(wrong.map((country) => country.slug)).toEqual([])
})
