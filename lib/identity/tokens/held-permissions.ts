import type { Context } from "@/lib/platform/operations/operation";
import { canSome } from "@/lib/policy/evaluate";
import { type Permission, permissionKeys } from "@/lib/policy/permissions";
import { viewerOf } from "@/lib/policy/viewer";

/**
 * What the person holds on any of their accounts, as staff, or over themselves, in the order of the catalogue: what a
 * token of theirs may be given. Whoever asks through a token has no more to give than that token.
 */
export async function heldPermissions({
  viewer,
  memberships,
}: Pick<Context, "viewer" | "memberships">): Promise<Permission[]> {
  const viewers = [viewer, ...(await memberships()).map(({ subject }) => viewerOf(subject))];
  const limit = viewer.subject.gates.tokenPermissions;
  return permissionKeys.filter(
    (permission) => (limit === null || limit.includes(permission)) && viewers.some((one) => canSome(one, permission)),
  );
}
