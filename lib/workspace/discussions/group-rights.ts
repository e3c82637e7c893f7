import { authorize } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { can, canSome } from "@/lib/policy/evaluate";
import type { Permission } from "@/lib/policy/permissions";
import type { GroupRow } from "./group-record";

/** Changing a group: its details, its people, and which of its threads are pinned or closed. */
export const updatePermission = ({ isPrivate }: Pick<GroupRow, "isPrivate">) =>
  isPrivate ? "discussions.groups.update-private" : "discussions.groups.update-public";

export const joinPermission = ({ isPrivate }: Pick<GroupRow, "isPrivate">) =>
  isPrivate ? "discussions.groups.join-private" : "discussions.groups.join-public";

export const mayJoin = ({ viewer }: Pick<Context, "viewer">, group: GroupRow): boolean =>
  can(viewer, "discussions.groups.join-public") &&
  (!group.isPrivate || can(viewer, "discussions.groups.join-private", group));

export const mayUpdate = ({ viewer }: Pick<Context, "viewer">, group: GroupRow): boolean =>
  canSome(viewer, "discussions.groups.update-public") && can(viewer, updatePermission(group), group);

/** Throws `refused`; returns the permission for the log. */
export async function authorizeUpdate(context: Context, group: GroupRow): Promise<Permission> {
  const permission = updatePermission(group);
  await authorize(context, permission, group);
  return permission;
}
