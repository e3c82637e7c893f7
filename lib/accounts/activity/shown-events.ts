import type { Prisma } from "@/lib/platform/db/generated/client";
import type { Context } from "@/lib/platform/operations/operation";
import { workspaceAreas } from "@/lib/policy/areas";
import { entryOf, type Permission, permissionKeys } from "@/lib/policy/permissions";

/** What staff do under it is for staff: internal notes, and tags. */
const internal: Permission = "support.tickets.note";

const ofWorkspace = permissionKeys.filter((key) => (workspaceAreas as readonly string[]).includes(entryOf(key).area));

/**
 * Which events a viewer may see. Customers see what staff did on the account and what their own people were denied, but
 * neither what staff were denied nor what they noted among themselves: those are internal matters. Staff see nothing of the
 * workspace, which is the customers' own.
 */
export const shownEvents = ({ actor }: Context): Prisma.AuditEventWhereInput =>
  actor.isStaff
    ? { NOT: { permission: { in: [...ofWorkspace] } } }
    : { NOT: { actorIsStaff: true, OR: [{ outcomeKey: "denied" }, { permission: internal }] } };
