import { areaName } from "@/lib/policy/areas";
import type { Explanation } from "@/lib/policy/explain";
import type { GateName } from "@/lib/policy/gates";
import { catalogue, entryOf, type Permission } from "@/lib/policy/permissions";

/** Why a person has or lacks a permission, phrased about them rather than to them. */
export function reasonInWords({ allowed, sentence, because, permission }: Explanation): string {
  if (allowed) return sentence;
  for (const reason of because) {
    if (reason.kind === "gate") return gateInWords(reason.gate, permission, reason);
  }
  for (const reason of because) {
    if (reason.kind === "ended" && reason.endsAt) return `Expired on ${day(reason.endsAt)}.`;
  }
  const { delegable } = catalogue[permission];
  if (delegable === "nobody") return "Reserved for the account owner.";
  return delegable === "owner"
    ? "Only included in the owner's role. The owner can grant it."
    : "Not included in their access.";
}

interface Shut {
  readonly givenBy: string | null;
  readonly endsAt: Date | null;
}

function gateInWords(gate: GateName, permission: Permission, { givenBy, endsAt }: Shut): string {
  const sentences: Record<GateName, string> = {
    "person-suspended": "Their login is suspended.",
    "not-in-token": "Not included in this token.",
    "contact-is-staff": "Staff can't have access as a contact.",
    "contact-suspended": "Their access is suspended.",
    "contact-ended": `Their access ended${endsAt ? ` on ${day(endsAt)}` : ""}.`,
    "account-closed": "The account is closed.",
    "area-off": `The ${areaName(entryOf(permission).area)} area is turned off for this account.`,
    "switched-off": `Denied${givenBy ? ` by ${givenBy}` : ""}${endsAt ? `, until ${day(endsAt)}` : ""}.`,
  };
  return sentences[gate];
}

/** Made once: making one takes longer than the rest of an explanation. */
const days = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

function day(date: Date): string {
  return days.format(date);
}
