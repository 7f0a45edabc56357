import { expect, test } from 'vitest'
import { plainUrl } from './rules'

test.each([
  ['https://a.example/b?utm_source=x&id=3#top', 'https://a.example/b?id=3'],
  ['HTTPS://A.example', 'https://a.example/'],
  ['https://a.example/b?fbclid=1', 'https://a.example/b'],
  ['javascript:alert(1)', null],
  ['file:///etc/passwd', null],
  ['no address', null],
])('%s is kept as %s', (text, kept) => expect(plainUrl(text)).toBe(kept))
