import { lookup as systemLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { refuseAddress } from './refuse-address.js';

/**
 * Looks up names so that the very addresses that were checked are those connected to: a name that means another address
 * when it is asked again (DNS rebinding) is checked again. One address that may not be reached refuses the name.
 */
export function checkedLookup(
  mayReach: (address: string) => boolean,
  lookup: LookupFunction = systemLookup,
): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, options, (error, found, family) => {
      if (error) return callback(error, found, family);
      const addresses = typeof found === 'string' ? [found] : found.map(({ address }) => address);
      const refused = addresses.find(address => !mayReach(address));
      return refused === undefined ? callback(null, found, family) : callback(refuseAddress(hostname, refused), '', 0);
    });
  };
}
