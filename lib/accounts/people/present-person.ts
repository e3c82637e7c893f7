import type { z } from "zod";
import { standingOf } from "@/lib/accounts/core/lifecycle";
import type { PersonItem, personItem } from "@/lib/accounts/core/schema";
import { iso, isoOrNull } from "@/lib/platform/kernel/dates";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import { isPermission, nameOf } from "@/lib/policy/permissions";
import { isNotice } from "@/lib/policy/role-change";
import { roles } from "@/lib/policy/roles";
import { detailPermission, type PersonRow } from "./person-record";

/** A person for a list, with details only if the viewer may see them. */
export function presentPerson(
  context: Context,
  row: PersonRow,
  held: ReadonlySet<string> = new Set(),
): z.input<typeof personItem> {
  const [open] = row.invitations;
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    standing: standingOf({ ...row, invitedUntil: open?.expiresAt ?? null }, context.realNow),
    isOwner: row.ownedAccount !== null,
    isYou: row.id === context.actor.contactId,
    details: can(context.viewer, detailPermission[row.kind]) ? presentDetails(row, context.realNow, held) : null,
  };
}

export function presentDetails(
  row: PersonRow,
  now: Date,
  held: ReadonlySet<string>,
): NonNullable<PersonItem["details"]> {
  const [open] = row.invitations;
  const live = (one: { endsAt: Date | null }) => one.endsAt === null || one.endsAt > now;
  const inForce = row.roles.filter(live).map(({ role, endsAt }) => ({ role, endsAt, name: t(roles[role].name) }));
  const owner = { role: "owner", endsAt: null, name: t(roles.owner.name) } as const;
  const single = row.permissions.filter(live).flatMap((one) => {
    return isPermission(one.permission) ? [{ ...one, permission: one.permission }] : [];
  });
  const notices = single.filter(({ permission, effect }) => isNotice(permission) && effect === "on");
  return {
    email: row.email,
    emailVerified: (row.person?.emailVerifiedAt ?? row.emailVerifiedAt) !== null,
    emailBounces: row.bouncedEmail === row.email,
    jobTitle: row.jobTitle,
    roles: [...(row.ownedAccount ? [owner] : []), ...inForce].map((one) => ({ ...one, endsAt: isoOrNull(one.endsAt) })),
    singlePermissions: single.filter(({ permission }) => !isNotice(permission)).length,
    notices: notices.map(({ permission }) => nameOf(permission)),
    limitedToServices: row.limitedToServices,
    held: held.has(row.id),
    endsAt: isoOrNull(row.endsAt),
    invitation: open
      ? { email: open.email, invitedBy: open.invitedByName, sentAt: iso(open.sentAt), expiresAt: iso(open.expiresAt) }
      : null,
  };
}
