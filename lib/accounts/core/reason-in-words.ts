import { areaName } from "@/lib/policy/areas";
import type { Explanation } from "@/lib/policy/explain";
import type { GateName } from "@/lib/policy/gates";
import { catalogue, entryOf, type Permission } from "@/lib/policy/permissions";

/** Why a person has a permission or has it not, said about them and not to them. */
export function reasonInWords({ allowed, sentence, because, permission }: Explanation): string {
  if (allowed) return sentence;
  for (const reason of because) {
    if (reason.kind === "gate") return gateInWords(reason.gate, permission, reason);
  }
  for (const reason of because) {
    if (reason.kind === "ended" && reason.endsAt) return `Ended on ${day(reason.endsAt)}.`;
  }
  const { delegable } = catalogue[permission];
  if (delegable === "nobody") return "The account owner's alone.";
  return delegable === "owner" ? "In no role but the owner's; the owner can give it." : "Not part of their access.";
}

interface Shut {
  readonly givenBy: string | null;
  readonly endsAt: Date | null;
}

function gateInWords(gate: GateName, permission: Permission, { givenBy, endsAt }: Shut): string {
  const sentences: Record<GateName, string> = {
    "person-suspended": "Their login is suspended.",
    "not-in-token": "Not for this token.",
    "contact-is-staff": "They are on the staff, who have no access as a contact.",
    "contact-suspended": "Their access is suspended.",
    "contact-ended": `Their access ended${endsAt ? ` on ${day(endsAt)}` : ""}.`,
    "account-closed": "The account is closed.",
    "area-off": `${areaName(entryOf(permission).area)} are turned off on this account.`,
    "switched-off": `Switched off${givenBy ? ` by ${givenBy}` : ""}${endsAt ? `, until ${day(endsAt)}` : ""}.`,
  };
  return sentences[gate];
}

function day(date: Date): string {
  return date.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}
