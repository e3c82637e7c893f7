import type { Prisma } from "@/lib/platform/db/generated/client";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { can, canSome } from "@/lib/policy/evaluate";
import type { RecordFor } from "@/lib/policy/needs";
import type { Viewer } from "@/lib/policy/viewer";

/** What decides who sees a group. */
export type SeenGroup = RecordFor<"discussions.groups.view-private"> & { readonly isPrivate: boolean };

/** The public ones are the area's door: whoever may not see them sees none. */
const DOOR = "discussions.groups.view-public";

/** The groups that the viewer sees: the same as `seesGroup`, as a filter. */
export function visibleGroups(context: Pick<Context, "viewer" | "account">): Prisma.DiscussionGroupWhereInput {
  const open: Prisma.DiscussionGroupWhereInput = accessibleWhere(context, DOOR, { isPrivate: false });
  if (!canSome(context.viewer, DOOR)) return open;
  return { OR: [open, accessibleWhere(context, "discussions.groups.view-private", { isPrivate: true })] };
}

export const seesGroup = (viewer: Viewer, group: SeenGroup): boolean =>
  can(viewer, DOOR) && (!group.isPrivate || can(viewer, "discussions.groups.view-private", group));
