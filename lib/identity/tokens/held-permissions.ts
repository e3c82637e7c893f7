import { isOffered } from "@/lib/platform/operations/offered-permissions";
import type { Context } from "@/lib/platform/operations/operation";
import { canSome } from "@/lib/policy/evaluate";
import { type Permission, permissionKeys } from "@/lib/policy/permissions";
import { viewerOf } from "@/lib/policy/viewer";

/**
 * The permissions a new token can have, in catalogue order: what the person holds on any account, as staff, or on their own
 * profile. A request made with a token is limited to that token's permissions.
 */
export async function heldPermissions({
  viewer,
  memberships,
}: Pick<Context, "viewer" | "memberships">): Promise<Permission[]> {
  const viewers = [viewer, ...(await memberships()).map(({ subject }) => viewerOf(subject))];
  const limit = viewer.subject.gates.tokenPermissions;
  return permissionKeys.filter(
    (permission) =>
      isOffered(permission) &&
      (limit === null || limit.includes(permission)) &&
      viewers.some((one) => canSome(one, permission)),
  );
}
