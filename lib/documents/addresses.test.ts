import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPublic } from './addresses'

test.each([
  '8.8.8.8',
  '93.184.216.34',
  '172.32.0.1',
  '100.128.0.1',
  '2606:4700::1111',
  '::ffff:8.8.8.8',
  '64:ff9b::808:808',
])('%s is public', (address) => {
  expect(isPublic(address)).toBe(true)
})

test.each([
  ...['0.0.0.0', '0.1.2.3', '10.1.2.3', '127.0.0.1', '127.255.255.254', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
  ...['169.254.169.254', '100.64.0.1', '100.100.100.200', '192.0.0.192', '192.0.2.1', '198.18.0.1', '203.0.113.9'],
  ...['224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255', '168.63.129.16'],
  ...[
    '::',
    '::1',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'fc00::1',
    'fd00:ec2::254',
    'ff02::1',
    '2001:db8::1',
    '100::1',
  ],
  ...[
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:10.0.0.1',
    '::127.0.0.1',
    '2002:7f00:1::',
    '2002:a00:1::1',
    '2001::1',
  ],
  ...[
    '64:ff9b::7f00:1',
    '64:ff9b::a00:1',
    '64:ff9b:1::a00:1',
    '5f00::1',
    '4000::1',
    '',
    'localhost',
    '1.2.3',
    '1.2.3.4.5',
  ],
])('"%s" is not public', (address) => {
  expect(isPublic(address)).toBe(false)
})

test('no private network is reached by writing its addresses inside others', () => {
  const byte = fc.integer({ min: 0, max: 255 })
  fc.assert(
    fc.property(fc.constantFrom([10], [127], [192, 168], [169, 254], [0]), byte, byte, byte, (net, a, b, c) => {
      const four = [...net, a, b, c].slice(0, 4)
      const hex = `${((four[0]! << 8) | four[1]!).toString(16)}:${((four[2]! << 8) | four[3]!).toString(16)}`
      for (const address of [four.join('.'), `::ffff:${hex}`, `64:ff9b::${hex}`, `2002:${hex}::1`, `::${hex}`])
        expect(isPublic(address)).toBe(false)
    }),
  )
})
