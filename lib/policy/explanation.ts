import { currentCode, t } from "@/lib/platform/language/t";
import { areaName } from "./areas";
import type { GateName } from "./gates";
import { longDate } from "./long-date";
import { cellOf } from "./matrix";
import { catalogue, entryOf, nameOf, type Permission } from "./permissions";
import type { Reason } from "./reasons";
import { recusedSentence } from "./recusal";
import { isCustomerRole, type Role, roles, type StaffRole, staffRoleKeys } from "./roles";
import { allOf, anyOf } from "./sentence";
import type { Source } from "./sources";

/** Why something is allowed: the role or permission that allows it, who granted it, until when, and the condition met. */
export function sentenceOfYes(reasons: readonly Reason[], of?: "somebody"): string {
  const shut = reasons.some((it) => it.kind === "gate");
  const sources = reasons.filter(isLive).filter(({ role }) => !shut || (role !== null && !isCustomerRole(role)));
  const met = reasons.flatMap((it) => (it.kind === "condition" && it.met !== false ? [it] : []));
  const known = met.every((it) => it.met);
  const [first] = met;
  const by = allOf(sources.map(sayOfSource));
  if (!known)
    return t("Allowed by {sources} {conditions}.", { sources: by, conditions: anyOf(met.map((it) => it.says)) });
  if (!first) return t("Allowed by {sources}.", { sources: by });
  // Its sentence says "you".
  if (of === "somebody") return t("Allowed by {sources}: {condition}.", { sources: by, condition: first.says });
  return t("Allowed by {sources}, because {reason}.", { sources: by, reason: first.sentence });
}

/** Whom a denied viewer can be told of. */
interface Help {
  /** Null if no people were passed. */
  readonly grantors: readonly string[] | null;
  /** False for a viewer who may not see members: they are told that someone can help, but not who. */
  readonly named: boolean;
  /** What the viewer is on the staff: they are told which roles of the staff have it. */
  readonly staffRoles: readonly StaffRole[];
}

/** Why something is denied, and who can grant it. */
export function sentenceOfNo(permission: Permission, reasons: readonly Reason[], asked: Help): string {
  const help = whoCan(permission, reasons, asked);
  return help ? `${whyNot(permission, reasons)} ${help}` : whyNot(permission, reasons);
}

/** Ended sources are reported too, but no longer allow anything. */
function isLive(reason: Reason): reason is Source {
  return reason.kind === "role" || reason.kind === "grant" || reason.kind === "opened";
}

/** With a role, what was done is that it was assigned; a permission is granted. */
function sayOfSource({ kind, role, givenBy, givenAt, endsAt }: Source): string {
  if (kind === "opened") return openedToStaff(givenBy ?? "", endsAt);
  const source = role ? roleOf(role) : t("an individual permission");
  const given = role ? assigned(source, givenBy, givenAt) : granted(source, givenBy, givenAt);
  return endsAt ? t("{source}, until {date}", { source: given, date: day(endsAt) }) : given;
}

const openedToStaff = (by: string, endsAt: Date | null): string =>
  endsAt
    ? t("access that {name} opened to support, until {date}", { name: by, date: day(endsAt) })
    : t("access that {name} opened to support", { name: by });

const roleOf = (role: Role): string =>
  role === "self" ? t("your own login") : t("the {role} role", { role: t(roles[role].name) });

function assigned(source: string, by: string | null, at: Date | null): string {
  if (at && by) return t("{source}, assigned on {date} by {name}", { source, date: day(at), name: by });
  if (at) return t("{source}, assigned on {date}", { source, date: day(at) });
  return by ? t("{source}, assigned by {name}", { source, name: by }) : source;
}

function granted(source: string, by: string | null, at: Date | null): string {
  if (at && by) return t("{source}, granted on {date} by {name}", { source, date: day(at), name: by });
  if (at) return t("{source}, granted on {date}", { source, date: day(at) });
  return by ? t("{source}, granted by {name}", { source, name: by }) : source;
}

function whyNot(permission: Permission, reasons: readonly Reason[]): string {
  const name = nameOf(permission);
  const gate = reasons.find((reason) => reason.kind === "gate");
  if (gate) return gateSentences[gate.gate](permission, gate.endsAt);
  const unmet = reasons.flatMap((reason) => (reason.kind === "condition" ? [reason.says] : []));
  if (unmet.length > 0) {
    return t("You have “{permission}” with a condition that isn't met here: {conditions}.", {
      permission: name,
      conditions: anyOf(unmet),
    });
  }
  const ended = reasons.find((reason): reason is Source => reason.kind === "ended");
  return ended?.endsAt
    ? t("You had “{permission}” until {date}.", { permission: name, date: day(ended.endsAt) })
    : t("You need “{permission}”.", { permission: name });
}

const gateSentences: Record<GateName, (permission: Permission, endsAt: Date | null) => string> = {
  "person-suspended": () => t("Your login is suspended."),
  "not-in-token": (permission) => t("This token doesn't include “{permission}”.", { permission: nameOf(permission) }),
  "contact-is-staff": () => t("Staff can't have access to a customer's account as a contact."),
  "contact-suspended": () => t("Your access to this account is suspended."),
  "contact-ended": (_, endsAt) =>
    endsAt
      ? t("Your access to this account ended on {date}.", { date: day(endsAt) })
      : t("Your access to this account ended."),
  "two-factor-missing": () =>
    t("This account requires two-factor sign-in. Set it up in your profile under Security to get your access back."),
  "account-closed": (permission) =>
    t("This account is closed, so “{permission}” is no longer available.", { permission: nameOf(permission) }),
  "area-off": (permission) =>
    t("The {area} area is turned off for this account.", { area: areaName(entryOf(permission).area) }),
  "department-off": (permission) =>
    t("“{permission}” has been taken away from you for this department.", { permission: nameOf(permission) }),
  looking: () =>
    t(
      "You're viewing the portal as someone else: nothing can be changed, and secrets and what is personal stay hidden.",
    ),
  "looker-without": (permission) =>
    t(
      "You're viewing as someone else and only see what you may see yourself, and you don't have “{permission}” here.",
      {
        permission: nameOf(permission),
      },
    ),
  recused: (permission) => t(recusedSentence, { permission: nameOf(permission) }),
  "switched-off": (permission) => t("“{permission}” has been denied for you.", { permission: nameOf(permission) }),
};

/** Null if nobody can help, or if it isn't known. */
function whoCan(
  permission: Permission,
  reasons: readonly Reason[],
  { grantors, named, staffRoles }: Help,
): string | null {
  const gated = reasons.some((reason) => reason.kind === "gate");
  if (grantors && grantors.length > 0) {
    if (!named) return inCharge(permission, gated);
    const names = someOf(grantors);
    return gated ? t("{names} can change that.", { names }) : t("{names} can grant it to you.", { names });
  }
  if (gated)
    return reasons.some((reason) => reason.kind === "gate" && reason.gate === "recused")
      ? entryOf(permission).record === "folder"
        ? t("Only someone else who may change access to it can change that.")
        : t("Only its chair can change that.")
      : null;
  const having = staffRoles.length > 0 ? staffRoleKeys.filter((role) => cellOf(permission, role)) : [];
  if (having.length > 0) {
    if (having.some((role) => staffRoles.includes(role))) return null;
    return t("It comes with the {roles} role.", { roles: anyOf(having.map((role) => t(roles[role].name))) });
  }
  if (catalogue[permission].delegable === "nobody") {
    return cellOf(permission, "owner") ? t("Only the account owner can do this.") : t("Only staff can do this.");
  }
  return grantors ? null : inCharge(permission, false);
}

function inCharge(permission: Permission, gated: boolean): string {
  if (gated) return t("The account owner or an administrator can change that.");
  return catalogue[permission].delegable === "owner"
    ? t("The account owner can grant it to you.")
    : t("The account owner or an administrator can grant it to you.");
}

/** Names at most three people, which is enough to know whom to ask. */
function someOf(names: readonly string[]): string {
  const said =
    names.length > 3 ? [...names.slice(0, 2), t("one of {count} others", { count: names.length - 2 })] : names;
  return new Intl.ListFormat(currentCode(), { type: "disjunction" }).format(said);
}

const day = (date: Date): string => longDate(currentCode() === "en" ? "en-GB" : currentCode(), date);
