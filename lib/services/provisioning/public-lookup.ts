import { type LookupAddress, type LookupOptions, lookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";

export class PrivateAddressError extends Error {
  override name = "PrivateAddressError";
}

/** Whether an address is on the public internet, and not this machine, its network, or a way around either. */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === "unicast";
}

/** Throws PrivateAddressError for a URL with a private address in place of a name: no name is looked up for it. */
export function refusePrivateHost({ hostname }: URL): void {
  const host = hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw new PrivateAddressError(host);
}

/**
 * Looks a name up for the connection itself, so that what was checked is what is connected to. One private address among
 * several is enough to refuse the name.
 */
export const publicLookup: LookupFunction = (hostname, options: LookupOptions, done) => {
  lookup(hostname, { ...options, all: true }, (error: Error | null, addresses: LookupAddress[]) => {
    const answer = done as (error: Error | null, addresses: LookupAddress[] | string, family?: number) => void;
    const [first] = addresses ?? [];
    if (error !== null || first === undefined) return answer(error ?? new Error(`No address for ${hostname}`), "", 0);
    const secret = addresses.find(({ address }) => !isPublicAddress(address));
    if (secret !== undefined) return answer(new PrivateAddressError(hostname), "", 0);
    if (options.all) return answer(null, addresses);
    return answer(null, first.address, first.family);
  });
};
