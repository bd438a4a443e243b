import ipaddr from 'ipaddr.js';

/** Parts of 16 bits that name a network of IPv6: a site has a /64 at least (RFC 6177), and any address in it. */
const NETWORK_PARTS = 4;

/**
 * What visitors from an address are counted by: an IPv4 address (within IPv6 too), or the /64 of an IPv6 address. What is
 * no address, which only a proxy of ours can send, is one visitor with everything else that is none.
 */
export function visitorAddress(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown';
  const from = ipaddr.process(address);
  if (!(from instanceof ipaddr.IPv6)) return from.toString();
  const network = from.parts.slice(0, NETWORK_PARTS).map(part => part.toString(16));
  return `${network.join(':')}::/64`;
}
