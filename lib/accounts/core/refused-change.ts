import { Problem } from "@/lib/platform/kernel/problem";
import { nameOf } from "@/lib/policy/permissions";
import type { Refused } from "@/lib/policy/refusal";

/**
 * A refusal of the permission library as a 403 with its name in `refusal`. Includes the permission only if having it
 * would help; nobody can be granted what is reserved to the owner.
 */
export function refusedChange({ refusal, permission, sentence }: Refused): Problem {
  const helps = permission !== undefined && refusal !== "reserved-to-owner" && refusal !== "last-owner";
  return new Problem("refused", sentence, {
    refusal,
    ...(helps ? { permission, permissionName: nameOf(permission) } : {}),
  });
}
