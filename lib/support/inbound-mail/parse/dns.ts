import { Resolver } from "node:dns/promises";
import type { DnsZone } from "../mail-facts";

export type Lookup = (name: string, type: string) => Promise<string[][] | string[]>;

const TIMEOUT_MS = 3_000;

/** Real DNS, or the answers of a zone. What a zone doesn't have doesn't exist. */
export function lookupIn(zone: DnsZone | null): Lookup {
  if (zone === null) {
    const resolver = new Resolver({ timeout: TIMEOUT_MS, tries: 2 });
    return (name, type) => resolver.resolve(name, type) as Promise<string[][] | string[]>;
  }
  return async (name, type) => {
    const found = zone[`${type} ${name.toLowerCase()}`];
    if (found === undefined) throw Object.assign(new Error(`No ${type} record of ${name}`), { code: "ENOTFOUND" });
    return found as string[][] | string[];
  };
}
