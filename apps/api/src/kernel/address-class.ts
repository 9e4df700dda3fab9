import ipaddr from 'ipaddr.js'

/**
 * What counts as one address for limits: an IPv4 address, or the /64 that an IPv6 connection usually owns whole. An
 * IPv4 address written as IPv6 is the same one.
 */
export function addressClass(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown'
  const parsed = ipaddr.process(address)
  if (parsed.kind() === 'ipv4') return parsed.toString()
  const prefix = (parsed as ipaddr.IPv6).parts.slice(0, 4).map((part) => part.toString(16))
  return `${prefix.join(':')}::/64`
}
