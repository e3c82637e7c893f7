import { env } from "@/lib/platform/config/env";
import { type ClaimedAddress, readAddress } from "@/lib/support/core/signed-address";

export type Department = "support" | "billing" | "sales";

const departments: readonly string[] = ["support", "billing", "sales"];

/** The department of an address that opens tickets; null for every other address. */
export function departmentOf(address: string): Department | null {
  const { MAIL_IN_DOMAIN, MAIL_IN_ADDRESSES } = env();
  const [local = "", domain] = address.toLowerCase().split("@");
  if (domain === undefined || domain !== MAIL_IN_DOMAIN) return MAIL_IN_ADDRESSES.get(address.toLowerCase()) ?? null;
  // What isn't in the form of a role request is for people to read.
  return departments.includes(local) ? (local as Department) : local === "roles" ? "support" : null;
}

/** What an address of the portal claims to belong to; null for every other address. */
export function claimedBy(address: string): ClaimedAddress | null {
  const domain = address.toLowerCase().split("@").at(-1);
  return domain === env().MAIL_IN_DOMAIN ? readAddress(address) : null;
}

/** Whether mail to this address is accepted at all. */
export const isOurs = (address: string): boolean => departmentOf(address) !== null || claimedBy(address) !== null;
