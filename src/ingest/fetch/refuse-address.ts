import { Refusal } from '../../refusal.js';

/** What a refusal says about an address that the gateway must not reach, whether it was written so or found by name. */
export function refuseAddress(host: string, address: string): Refusal {
  const found = host === address ? `${host} is` : `${host} has the address ${address}, which is`;
  return new Refusal(
    'SOURCE_UNREACHABLE',
    `${found} not on the public internet. Where the feeds are trusted, ALLOW_PRIVATE_ADDRESSES lets the gateway fetch from there.`,
  );
}
