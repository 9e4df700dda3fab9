import type { Place } from '@connect/contract/shared/place'
import { addressClass } from './address-class.ts'
import type { Lookup } from './lookup.ts'

/** Enough to tell networks apart, too little to be sure of one. */
const bytes = 9

/**
 * The network of an address as a keyed code: the same for one IPv4 address or one IPv6 /64, and nobody can read the
 * address from it. Serves to tell people "this network" or "another network", and nothing else is known of a place.
 */
export function networkOf(lookup: Lookup, address: string): Uint8Array<ArrayBuffer> {
  return lookup('network', addressClass(address)).slice(0, bytes)
}

/** Tells of networks, kept as such codes, what they are to whoever asks from an address. */
export function placeSeenFrom(lookup: Lookup, address: string): (network: Uint8Array | null) => Place {
  const here = Buffer.from(networkOf(lookup, address))
  return (network) => {
    if (network === null) return 'unknown'
    return here.equals(network) ? 'this_network' : 'another_network'
  }
}
