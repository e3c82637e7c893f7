import type { Context } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import type { RecordFor } from "@/lib/policy/needs";
import { staffViewer } from "@/lib/policy/staff-viewer";

export interface StaffPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly locale: string;
}

/**
 * The staff a customer's message is for: the assignee, while they may answer it; otherwise
 * everyone who may. So accounting is only notified of tickets of its own department (rule 8 of our choices).
 */
export async function staffToNotify(
  context: Context<"account">,
  ticket: RecordFor<"support.tickets.reply"> & { readonly assigneeId: string | null },
): Promise<StaffPerson[]> {
  const staff = await context.db.staffMember.findMany({
    where: { person: { suspendedAt: null, emailVerifiedAt: { not: null } } },
    select: { roles: true, person: { select: { id: true, name: true, email: true, locale: true } } },
    orderBy: { personId: "asc" },
  });
  const able = staff.filter(({ roles, person }) =>
    can(
      staffViewer({ personId: person.id, staffRoles: roles, suspended: false }, context.account, context.realNow),
      "support.tickets.reply",
      ticket,
    ),
  );
  const assigned = able.filter(({ person }) => person.id === ticket.assigneeId);
  return (assigned.length > 0 ? assigned : able).map(({ person }) => person);
}
