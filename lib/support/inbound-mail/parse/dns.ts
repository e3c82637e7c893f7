import { Resolver } from "node:dns/promises";
import type { DnsZone } from "../mail-facts";

export type Lookup = (name: string, type: string) => Promise<string[][] | string[]>;

const TIMEOUT_MS = 3_000;

/** For all questions about one mail. A server that answers slowly would otherwise hold up every mail that came after it. */
const BUDGET_MS = 6_000;

const late = (): Error => Object.assign(new Error("No answer in time"), { code: "ETIMEOUT" });

/** Fails what isn't answered within the time for all questions together, as a server that doesn't answer does. */
export function withinBudget(lookup: Lookup, milliseconds = BUDGET_MS): Lookup {
  const end = AbortSignal.timeout(milliseconds);
  return (name, type) => {
    if (end.aborted) return Promise.reject(late());
    const { promise, reject, resolve } = Promise.withResolvers<string[][] | string[]>();
    end.addEventListener("abort", () => reject(late()), { once: true });
    lookup(name, type).then(resolve, reject);
    return promise;
  };
}

/** Real DNS, or the answers of a zone. What a zone doesn't have doesn't exist. */
export function lookupIn(zone: DnsZone | null): Lookup {
  if (zone === null) {
    const resolver = new Resolver({ timeout: TIMEOUT_MS, tries: 2 });
    return (name, type) => resolver.resolve(name, type) as Promise<string[][] | string[]>;
  }
  return async (name, type) => {
    const found = zone[`${type} ${name.toLowerCase()}`];
    if (found === null) throw late();
    if (found === undefined) throw Object.assign(new Error(`No ${type} record of ${name}`), { code: "ENOTFOUND" });
    return found as string[][] | string[];
  };
}
