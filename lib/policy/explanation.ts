import { areaName } from "./areas";
import type { GateName } from "./gates";
import { cellOf } from "./matrix";
import { catalogue, entryOf, nameOf, type Permission } from "./permissions";
import type { Reason } from "./reasons";
import { isCustomerRole, roles } from "./roles";
import type { Source } from "./sources";

/** Why something is allowed: the role or permission that allows it, who granted it, until when, and the condition met. */
export function sentenceOfYes(reasons: readonly Reason[]): string {
  const shut = reasons.some((it) => it.kind === "gate");
  const sources = reasons.filter(isLive).filter(({ role }) => !shut || (role !== null && !isCustomerRole(role)));
  const met = reasons.flatMap((it) => (it.kind === "condition" && it.met !== false ? [it] : []));
  const known = met.every((it) => it.met);
  const [first] = met;
  const reason = known ? first && `, because ${first.sentence}` : ` ${met.map((it) => it.says).join(" or ")}`;
  return `Allowed by ${sources.map(sayOfSource).join(" and ")}${reason ?? ""}.`;
}

/**
 * Why something is denied, and who can grant it. `grantors` is null if no people were passed. A viewer who may not see
 * members (`named` is false) is told that someone can help, but not who.
 */
export function sentenceOfNo(
  permission: Permission,
  reasons: readonly Reason[],
  grantors: readonly string[] | null,
  named: boolean,
): string {
  return `${whyNot(permission, reasons)}${whoCan(permission, reasons, grantors, named)}`;
}

/** Ended sources are reported too, but no longer allow anything. */
function isLive(reason: Reason): reason is Source {
  return reason.kind === "role" || reason.kind === "grant";
}

function sayOfSource({ role, givenBy, givenAt, endsAt }: Source): string {
  const given = [givenAt && `on ${day(givenAt)}`, givenBy && `by ${givenBy}`].filter(Boolean).join(" ");
  return [
    sayWhat(role),
    given && `, ${role ? "assigned" : "granted"} ${given}`,
    endsAt && `, until ${day(endsAt)}`,
  ].join("");
}

function sayWhat(role: Source["role"]): string {
  if (role === null) return "an individual permission";
  return role === "self" ? "your own login" : `the ${roles[role].name} role`;
}

function whyNot(permission: Permission, reasons: readonly Reason[]): string {
  const name = `“${nameOf(permission)}”`;
  const gate = reasons.find((reason) => reason.kind === "gate");
  if (gate) return gateSentences[gate.gate](permission, gate.endsAt);
  const unmet = reasons.flatMap((reason) => (reason.kind === "condition" ? [reason.says] : []));
  if (unmet.length > 0) return `You have ${name} with a condition that isn't met here: ${unmet.join(" or ")}.`;
  const ended = reasons.find((reason): reason is Source => reason.kind === "ended");
  return ended?.endsAt ? `You had ${name} until ${day(ended.endsAt)}.` : `You need ${name}.`;
}

const gateSentences: Record<GateName, (permission: Permission, endsAt: Date | null) => string> = {
  "person-suspended": () => "Your login is suspended.",
  "not-in-token": (permission) => `This token doesn't include “${nameOf(permission)}”.`,
  "contact-is-staff": () => "Staff can't have access to a customer's account as a contact.",
  "contact-suspended": () => "Your access to this account is suspended.",
  "contact-ended": (_, endsAt) => `Your access to this account ended${endsAt ? ` on ${day(endsAt)}` : ""}.`,
  "account-closed": (permission) => `This account is closed, so “${nameOf(permission)}” is no longer available.`,
  "area-off": (permission) => `The ${areaName(entryOf(permission).area)} area is turned off for this account.`,
  "switched-off": (permission) => `“${nameOf(permission)}” has been denied for you.`,
};

function whoCan(
  permission: Permission,
  reasons: readonly Reason[],
  grantors: readonly string[] | null,
  named: boolean,
): string {
  const gated = reasons.some((reason) => reason.kind === "gate");
  if (grantors && grantors.length > 0) {
    return ` ${named ? someOf(grantors) : inCharge(permission, gated)} can ${gated ? "change that" : "grant it to you"}.`;
  }
  if (gated) return "";
  const { delegable } = catalogue[permission];
  if (delegable === "nobody")
    return cellOf(permission, "owner") ? " Only the account owner can do this." : " Only staff can do this.";
  if (grantors) return "";
  return ` ${inCharge(permission, false)} can grant it to you.`;
}

function inCharge(permission: Permission, gated: boolean): string {
  const ownerOnly = !gated && catalogue[permission].delegable === "owner";
  return ownerOnly ? "The account owner" : "The account owner or an administrator";
}

/** Names at most three people, which is enough to know whom to ask. */
function someOf(names: readonly string[]): string {
  const said = names.length > 3 ? [...names.slice(0, 2), `one of ${names.length - 2} others`] : names;
  return new Intl.ListFormat("en", { type: "disjunction" }).format(said);
}

/** Made once: making one takes longer than the rest of an explanation. */
const days = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

function day(date: Date): string {
  return days.format(date);
}
