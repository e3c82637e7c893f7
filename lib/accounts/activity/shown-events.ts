import type { Prisma } from "@/lib/platform/db/generated/client";
import type { Context } from "@/lib/platform/operations/operation";

/**
 * Which events a viewer may see. Customers see what staff did on the account and what their own people were denied, but
 * not what staff were denied: that is an internal matter.
 */
export const shownEvents = ({ actor }: Context): Prisma.AuditEventWhereInput =>
  actor.isStaff ? {} : { NOT: { actorIsStaff: true, outcomeKey: "denied" } };
