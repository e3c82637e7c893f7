import { areaName } from "./areas";
import type { GateName } from "./gates";
import { cellOf } from "./matrix";
import { catalogue, entryOf, nameOf, type Permission } from "./permissions";
import type { Reason } from "./reasons";
import { isCustomerRole, roles } from "./roles";
import type { Source } from "./sources";

/** Why yes, in a sentence: what gives it, by whom, until when, and on which condition. */
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
 * Why no, in a sentence, and who can be asked. `grantors` is null where nobody looked. Without `named`, for a viewer who
 * may not see members, it says that somebody can help and not who.
 */
export function sentenceOfNo(
  permission: Permission,
  reasons: readonly Reason[],
  grantors: readonly string[] | null,
  named: boolean,
): string {
  return `${whyNot(permission, reasons)}${whoCan(permission, reasons, grantors, named)}`;
}

/** Where a gate is shut and the answer is yes all the same, it is not by way of the contact. */
function isLive(reason: Reason): reason is Source {
  return reason.kind === "role" || reason.kind === "grant";
}

function sayOfSource({ role, givenBy, givenAt, endsAt }: Source): string {
  const given = [givenAt && `on ${day(givenAt)}`, givenBy && `by ${givenBy}`].filter(Boolean).join(" ");
  return [
    role ? `the role ${roles[role].name}` : "a single permission",
    given && `, given ${given}`,
    endsAt && `, until ${day(endsAt)}`,
  ].join("");
}

function whyNot(permission: Permission, reasons: readonly Reason[]): string {
  const name = `“${nameOf(permission)}”`;
  const gate = reasons.find((reason) => reason.kind === "gate");
  if (gate) return gateSentences[gate.gate](permission, gate.endsAt);
  const unmet = reasons.flatMap((reason) => (reason.kind === "condition" ? [reason.says] : []));
  if (unmet.length > 0) return `You have ${name} ${unmet.join(" or ")}, which is not so here.`;
  const ended = reasons.find((reason): reason is Source => reason.kind === "ended");
  return ended?.endsAt ? `You had ${name} until ${day(ended.endsAt)}.` : `You need ${name}.`;
}

const gateSentences: Record<GateName, (permission: Permission, endsAt: Date | null) => string> = {
  "person-suspended": () => "You are suspended.",
  "not-in-token": (permission) => `This token is not for “${nameOf(permission)}”.`,
  "contact-is-staff": () => "Staff have no access to a customer's account as a contact.",
  "contact-suspended": () => "Your access to this account is suspended.",
  "contact-ended": (_, endsAt) => `Your access to this account ended${endsAt ? ` on ${day(endsAt)}` : ""}.`,
  "account-closed": (permission) => `The account is closed, and “${nameOf(permission)}” ended with it.`,
  "area-off": (permission) => `${areaName(entryOf(permission).area)} are turned off on this account.`,
  "switched-off": (permission) => `“${nameOf(permission)}” is switched off for you.`,
};

function whoCan(
  permission: Permission,
  reasons: readonly Reason[],
  grantors: readonly string[] | null,
  named: boolean,
): string {
  const gated = reasons.some((reason) => reason.kind === "gate");
  if (grantors && grantors.length > 0) {
    return ` ${named ? someOf(grantors) : inCharge(permission, gated)} can ${gated ? "change that" : "give it to you"}.`;
  }
  if (gated) return "";
  const { delegable } = catalogue[permission];
  if (delegable === "nobody")
    return cellOf(permission, "owner") ? " It is the account owner's alone." : " It is for staff.";
  if (grantors) return "";
  return ` ${inCharge(permission, false)} can give it to you.`;
}

function inCharge(permission: Permission, gated: boolean): string {
  const ownerOnly = !gated && catalogue[permission].delegable === "owner";
  return ownerOnly ? "The account owner" : "The account owner or an administrator";
}

/** A few names are enough to know whom to ask. */
function someOf(names: readonly string[]): string {
  const said = names.length > 3 ? [...names.slice(0, 2), `one of ${names.length - 2} others`] : names;
  return new Intl.ListFormat("en", { type: "disjunction" }).format(said);
}

function day(date: Date): string {
  return date.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}
