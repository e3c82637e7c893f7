import type { Standing } from "@/lib/platform/db/load-roster";
import { msg, type Sentence } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import type { GateName } from "@/lib/policy/gates";
import type { ConditionalPermission } from "@/lib/policy/needs";
import { nameOf, type Permission } from "@/lib/policy/permissions";
import { type Reason, reasonsFor } from "@/lib/policy/reasons";
import { roles as roleNames } from "@/lib/policy/roles";
import { idsIn } from "@/lib/policy/rows-naming";
import type { Subject } from "@/lib/policy/viewer";
import { type Audience, MOST_ONLOOKERS } from "./schema";

/** What is about to be published, with the fields and relations that the check of its permission reads. */
export interface Published {
  readonly permission: ConditionalPermission;
  readonly record: object;
  /** Contacts who were asked to take part. */
  readonly invited: readonly string[];
}

/** Those who would see it and those who were invited and would not, by name. */
export interface Parted {
  readonly readers: readonly Standing[];
  readonly shutOut: readonly Standing[];
}

/** Asks each member who could see it and everybody who was invited, by the same check as when they open it. */
export async function partedBy(
  context: Context<"account">,
  { permission, record, invited }: Published,
): Promise<Parted> {
  const able = await context.roster({ given: [permission], named: idsIn(record), signIn: true });
  const known = new Set(able.map(({ contactId }) => contactId));
  const others = [...new Set(invited)].filter((one) => !known.has(one));
  const asked = others.length === 0 ? [] : await context.roster({ ids: others });
  const wanted = new Set(invited);
  const sees = ({ viewer }: Standing) => can(viewer, permission, record as never);
  const people = [...able, ...asked].toSorted((a, b) => a.name.localeCompare(b.name));
  return {
    readers: people.filter(sees),
    shutOut: people.filter((one) => wanted.has(one.contactId) && !sees(one)),
  };
}

/**
 * Before something goes out: each member who would see it and why, those first whom one wouldn't expect, and everybody
 * who was invited and would not. The operation declares `alsoChecks: ["people.members.view"]`.
 */
export async function audienceOf(context: Context<"account">, published: Published): Promise<Audience> {
  return presentAudience(await partedBy(context, published), published);
}

export function presentAudience({ readers, shutOut }: Parted, { permission, record, invited }: Published): Audience {
  const asked = new Set(invited);
  const present = (sees: boolean) => (one: Standing) => ({
    ...{ id: one.contactId, name: one.name },
    why: (sees ? whySees : whyNot)(reasonsFor(one.viewer, permission, record), permission),
    surprise: surpriseOf(sees, asked.has(one.contactId), one.viewer.subject),
  });
  const surprising = readers.filter(({ contactId, viewer }) => surpriseOf(true, asked.has(contactId), viewer.subject));
  const isSurprising = new Set(surprising);
  const named = [...surprising, ...readers.filter((one) => !isSurprising.has(one))].slice(0, MOST_ONLOOKERS);
  return {
    readers: named.map(present(true)),
    readerCount: readers.length,
    shutOut: shutOut.slice(0, MOST_ONLOOKERS).map(present(false)),
    shutOutCount: shutOut.length,
  };
}

/** That owner and administrators see everything surprises nobody. */
function surpriseOf(sees: boolean, invited: boolean, { roles }: Subject): string | null {
  const held = roles.map(({ role }) => role);
  if (!sees) return t("Invited, but won't see it.");
  if (!invited && !held.some((role) => role === "owner" || role === "administrator"))
    return t("Not invited, but will see it.");
  return held.length === 1 && held[0] === "billing" ? t("Holds the billing role only.") : null;
}

/** The roles and permissions that allow it, with the condition that is met: "Billing, if invited". */
function whySees(reasons: readonly Reason[], permission: Permission): string {
  const sources = reasons.flatMap((one) =>
    one.kind === "role" || one.kind === "grant" ? [one.role ? t(roleNames[one.role].name) : nameOf(permission)] : [],
  );
  const met = reasons.flatMap((one) => (one.kind === "condition" && one.met ? [one.says] : []));
  return [...new Set(sources), ...met.slice(0, 1)].join(", ");
}

const shutGates: Readonly<Partial<Record<GateName, Sentence>>> = {
  "person-suspended": msg("Their login is suspended."),
  "contact-is-staff": msg("They work for the provider."),
  "contact-suspended": msg("Their access is suspended."),
  "contact-ended": msg("Their access has ended."),
  "area-off": msg("This area is turned off."),
  recused: msg("They are recused from it."),
  "two-factor-missing": msg("They haven't set up two-factor sign-in yet."),
  "switched-off": msg("This permission has been taken away from them."),
};

function whyNot(reasons: readonly Reason[]): string {
  const [gate] = reasons.flatMap((one) => (one.kind === "gate" ? [shutGates[one.gate]] : []));
  return gate ? t(gate) : t("None of their roles or permissions allows it.");
}
