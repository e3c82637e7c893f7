import { msg, type Sentence } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import type { GateName } from "@/lib/policy/gates";
import type { ConditionalPermission } from "@/lib/policy/needs";
import { nameOf, type Permission } from "@/lib/policy/permissions";
import { type Reason, reasonsFor } from "@/lib/policy/reasons";
import { roles as roleNames } from "@/lib/policy/roles";
import { type Subject, viewerOf } from "@/lib/policy/viewer";
import { MOST_PARTICIPANTS } from "./participants";
import type { Audience } from "./schema";

/** What is about to be published, with the fields and relations that the check of its permission reads. */
export interface Published {
  readonly permission: ConditionalPermission;
  readonly record: object;
  /** Contacts who were asked to take part. */
  readonly invited: readonly string[];
}

/**
 * Before something goes out: each member who would see it and why, by the same check as when they open it, and everybody
 * who was invited and would not. The operation declares `alsoChecks: ["people.members.view"]`.
 */
export async function audienceOf(context: Context<"account">, published: Published): Promise<Audience> {
  const { permission, record, invited } = published;
  const [able, asked] = await Promise.all([
    context.members({ given: [permission], first: MOST_PARTICIPANTS, signIn: true }),
    context.members({ ids: [...new Set(invited)] }),
  ]);
  const people = [...new Map([...able, ...asked].map((one) => [one.contactId, one])).values()];
  const judged = people
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map(({ contactId, name, subject }) => {
      const viewer = viewerOf(subject);
      const sees = can(viewer, permission, record as never);
      const why = (sees ? whySees : whyNot)(reasonsFor(viewer, permission, record), permission);
      return { sees, id: contactId, name, why, surprise: surpriseOf(sees, invited.includes(contactId), subject) };
    });
  return {
    readers: judged.filter(({ sees }) => sees),
    shutOut: judged.filter(({ sees, id: contact }) => !sees && invited.includes(contact)),
    complete: able.length < MOST_PARTICIPANTS,
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
