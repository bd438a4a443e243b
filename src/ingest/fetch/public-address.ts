import ipaddr from 'ipaddr.js';

/** Where the standards put an IPv4 address inside an IPv6 one: an address is as public as the one it stands for. */
const EMBEDDED: { range: string; prefix: [ipaddr.IPv6, number]; at: number }[] = [
  { range: 'IPv4-mapped (RFC 4291, section 2.5.5.2)', prefix: ipaddr.IPv6.parseCIDR('::ffff:0:0/96'), at: 12 },
  { range: 'NAT64 (RFC 6052, section 2.1)', prefix: ipaddr.IPv6.parseCIDR('64:ff9b::/96'), at: 12 },
  { range: '6to4 (RFC 3056, section 2)', prefix: ipaddr.IPv6.parseCIDR('2002::/16'), at: 2 },
];

/** All that has been given out to the public internet (IANA, IPv6 global unicast). */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an IP address belongs to the public internet: not loopback, private, link-local, unique-local, shared, multicast,
 * reserved or made for documentation, nor an IPv6 form of one that is. What is no address is not public.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (address instanceof ipaddr.IPv4) return address.range() === 'unicast';

  const embedded = EMBEDDED.find(({ prefix }) => address.match(prefix));
  if (embedded) return new ipaddr.IPv4(address.toByteArray().slice(embedded.at, embedded.at + 4)).range() === 'unicast';
  // Outside of 2000::/3 ipaddr.js calls "unicast" what only looks so, such as ::7f00:1, once a way to write 127.0.0.1.
  return address.range() === 'unicast' && address.match(GLOBAL_UNICAST);
}
