import { describe, expect, test } from 'vitest'
import { encoded } from '@/scripts/tests/made-files'
import { decodeText } from './encoding'

const russian = 'Товарооборот между Азербайджаном и Казахстаном вырос в три раза и достиг 529,4 млн долларов США.'
const azerbaijani =
  'Azərbaycan ilə Qazaxıstan arasında ticarət dövriyyəsi üç dəfə artıb, deyə nazir 2022-ci ildə bildirib.'
const turkish =
  'Türkiye ile Kazakistan arasındaki ticaret hacmi 6,4 milyar dolara ulaştı. Görüşmede ulaştırma, enerji ve şirketlerin yatırımları ele alındı.'
const kazakh = 'Қазақстан мен Әзербайжан арасындағы сауда көлемі 2022 жылы үш есеге дерлік өсті.'
const english = 'Trade between the two has “practically tripled” – the minister’s words – to £1 billion.'

describe('what nobody declared is read as it looks', () => {
  test.each([
    ['windows-1251', russian],
    ['koi8-r', russian],
    ['iso-8859-5', russian],
    ['ibm866', russian],
    ['windows-1254', turkish],
    ['utf-16le', russian],
    ['utf-16be', kazakh],
    ['utf-16le', azerbaijani],
    ['utf-16be', english],
  ])('%s', (label, text) => {
    expect(decodeText(encoded(text, label), null)).toBe(text)
  })

  test('windows-1252, with the quotation marks that Node 20 does not know there', () => {
    const bytes = Buffer.from('A \x93practically tripled\x94 trade \x96 the minister\x92s words.', 'latin1')
    expect(decodeText(bytes, null)).toBe('A “practically tripled” trade – the minister’s words.')
  })

  test('also where the first hundred kilobytes are plain letters', () => {
    const text = `${'The same in English. '.repeat(6000)}${russian}`
    expect(decodeText(encoded(text, 'windows-1251'), null)).toBe(text)
  })
})

test.each(['utf-8', 'utf-16le', 'utf-16be'])(
  'a byte order mark of %s decides, whatever is declared, and is no letter',
  (label) => {
    const bytes = label === 'utf-8' ? Buffer.from(`\uFEFF${kazakh}`) : encoded(`\uFEFF${kazakh}`, label)
    expect(decodeText(new Uint8Array(bytes), 'windows-1252')).toBe(kazakh)
  },
)

test('what the server names is believed where the bytes can be that', () => {
  expect(decodeText(encoded('Цена', 'koi8-r'), 'koi8-r')).toBe('Цена')
  expect(decodeText(encoded(russian, 'windows-1251'), 'utf-8')).toBe(russian)
  expect(decodeText(new TextEncoder().encode(russian), 'windows-1251')).toBe(russian)
  expect(decodeText(encoded(russian, 'windows-1251'), 'no-such-thing')).toBe(russian)
})

test('what a page names is believed, behind the server', () => {
  const page = (label: string) =>
    `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${label}">Цена`
  expect(decodeText(encoded(page('koi8-r'), 'koi8-r'), null)).toContain('Цена')
  expect(decodeText(encoded(page('koi8-r'), 'windows-1251'), 'windows-1251')).toContain('Цена')
  expect(decodeText(new TextEncoder().encode(page('utf-16')), null)).toContain('Цена')
})

test('any bytes are decoded to something, and the guess looks at a bounded part of them', () => {
  expect(decodeText(Uint8Array.from([0xff]), null)).toBe('ÿ')
  expect(decodeText(new Uint8Array(2_000_000).fill(0xe0), null)).toHaveLength(2_000_000)
})
