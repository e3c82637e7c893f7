import type { Prisma } from "@/lib/platform/db/generated/client";
import type { Context } from "@/lib/platform/operations/operation";

/**
 * What the log shows to the one who reads it. A page that staff were refused is between them and us: the customer sees
 * what staff did on the account, and what their own people were denied.
 */
export const shownEvents = ({ actor }: Context): Prisma.AuditEventWhereInput =>
  actor.isStaff ? {} : { NOT: { actorIsStaff: true, outcome: "denied" } };
