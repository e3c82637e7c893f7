import type { Context } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import type { RecordFor } from "@/lib/policy/needs";
import type { StaffRole } from "@/lib/policy/roles";
import { viewerOf } from "@/lib/policy/viewer";

export interface StaffPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/**
 * The staff a customer's message is for: whoever the ticket is assigned to, as long as they may answer it; otherwise
 * everybody who may. Accounting is thus told of tickets of its own department only (rule 8 of our choices).
 */
export async function staffToTell(
  context: Context<"account">,
  ticket: RecordFor<"support.tickets.reply"> & { readonly assigneeId: string | null },
): Promise<StaffPerson[]> {
  const staff = await context.db.staffMember.findMany({
    where: { person: { suspendedAt: null, emailVerifiedAt: { not: null } } },
    select: { roles: true, person: { select: { id: true, name: true, email: true } } },
    orderBy: { personId: "asc" },
  });
  const able = staff.filter(({ roles, person }) =>
    can(asStaff(context, person.id, roles), "support.tickets.reply", ticket),
  );
  const assigned = able.filter(({ person }) => person.id === ticket.assigneeId);
  return (assigned.length > 0 ? assigned : able).map(({ person }) => person);
}

const asStaff = ({ account, realNow: now }: Context<"account">, personId: string, staffRoles: readonly StaffRole[]) =>
  viewerOf({
    personId,
    contactId: null,
    accountId: account.id,
    roles: [],
    overrides: [],
    serviceLimit: null,
    staffRoles,
    gates: {
      personSuspended: false,
      contactIsStaff: false,
      contactSuspended: false,
      contactEndsAt: null,
      accountClosed: account.closed,
      areasOff: [],
      tokenPermissions: null,
    },
    sets: {},
    now,
  });
