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

/** The staff who may answer a ticket, who may also read and write its notes. */
export async function staffOnTicket(
  { db, account, realNow }: Context<"account">,
  ticket: RecordFor<"support.tickets.reply">,
): Promise<StaffPerson[]> {
  const staff = await db.staffMember.findMany({
    where: { person: { suspendedAt: null, emailVerifiedAt: { not: null } } },
    select: { roles: true, person: { select: { id: true, name: true, email: true, locale: true } } },
    orderBy: { personId: "asc" },
  });
  return staff
    .filter(({ roles, person }) =>
      can(
        staffViewer({ personId: person.id, staffRoles: roles, suspended: false }, account, realNow),
        "support.tickets.reply",
        ticket,
      ),
    )
    .map(({ person }) => person);
}
