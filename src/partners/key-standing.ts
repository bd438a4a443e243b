import ipaddr from 'ipaddr.js';
import type { ApiKey } from './api-key.js';
import type { Partner } from './partner.js';

/** Why a key is not taken now, from an address, as it is told to who knows its secret; null for one that is. */
export function whyNotTaken(key: ApiKey, partner: Partner, address: string, now: Date): string | null {
  if (key.revokedAt !== null) return 'is revoked';
  if (key.expiresAt !== null && key.expiresAt <= now) return 'has expired';
  if (partner.suspendedAt !== null) return 'is of a partner that is suspended';
  if (!isWithin(address, key.addressRanges)) return 'is not taken from the address that you ask from';
  return null;
}

/** Whether an address is in one of some ranges; IPv4 within IPv6 (RFC 4291, section 2.5.5.2) counts as IPv4. */
function isWithin(address: string, ranges: string[]): boolean {
  if (ranges.length === 0) return true;
  // A proxy of ours may hand on what is no address.
  if (!ipaddr.isValid(address)) return false;
  const from = ipaddr.process(address);
  return ranges.some(range => {
    const [start, bits] = ipaddr.parseCIDR(range);
    return start.kind() === from.kind() && from.match(start, bits);
  });
}
