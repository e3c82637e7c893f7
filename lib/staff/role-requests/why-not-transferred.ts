import type { RoleRequestRow } from "@/lib/accounts/role-requests/present-role-request";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";

/** Why the viewer can't start the change of owner that a colleague recorded; null if they can. */
export function whyNotTransferred({ viewer, actor }: Context, { recordedById }: RoleRequestRow): string | null {
  if (!can(viewer, "staff.ownership.transfer")) return t("Only a manager can start a transfer of ownership.");
  return recordedById === actor.personId
    ? t("You recorded this request, so another manager has to start the transfer.")
    : null;
}
