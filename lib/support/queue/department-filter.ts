import type { Prisma } from "@/lib/platform/db/generated/client";
import type { Context } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import { department } from "@/lib/support/tickets/schema";

/**
 * A department in a form by which an index gives the queue's order (decision 0055): the one asked for, or the only one
 * whose tickets the viewer sees. It repeats what the permission's own filter says, and allows nothing.
 */
export function departmentFilter({ viewer }: Context, asked: string | undefined): Prisma.TicketWhereInput {
  const noRecord = { id: "", serviceId: null, openedByContactId: null };
  const seen = department.options.filter((one) =>
    can(viewer, "support.tickets.view", { ...noRecord, department: one }),
  );
  const only = asked ?? (seen.length === 1 ? seen[0] : undefined);
  return only === undefined ? {} : { departmentKey: only };
}
