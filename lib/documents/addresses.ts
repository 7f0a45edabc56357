import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

const web = ipaddr.IPv6.parse('2000::')
const translated = ipaddr.IPv6.parse('64:ff9b::')
/** Inside Azure, a public address that answers with the machine's own secrets. */
const notReallyPublic = ['168.63.129.16']

/**
 * Whether an address belongs to the public internet: no loopback, no private, shared, link-local or multicast network, no
 * documentation or test range, no tunnel. An IPv4 address inside an IPv6 one (mapped, NAT64) is judged by itself.
 */
export function isPublic(address: string): boolean {
  if (!isIP(address) || address.includes('%')) return false
  const parsed = ipaddr.process(address)
  if (parsed instanceof ipaddr.IPv4) return parsed.range() === 'unicast' && !notReallyPublic.includes(parsed.toString())
  if (parsed.match(translated, 96)) return isPublic(parsed.toByteArray().slice(12).join('.'))
  return parsed.range() === 'unicast' && parsed.match(web, 3)
}
