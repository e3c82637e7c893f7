import type { AccountMember } from "@/lib/platform/db/load-subject";
import { listed } from "@/lib/platform/kernel/listed";
import { isOffered } from "@/lib/platform/operations/offered-permissions";
import { areaName, areas } from "@/lib/policy/areas";
import { explain } from "@/lib/policy/explain";
import { cellOf } from "@/lib/policy/matrix";
import { catalogue, nameOf, type Permission, permissionKeys, titleOf } from "@/lib/policy/permissions";
import { isNotice } from "@/lib/policy/role-change";
import { viewerOf } from "@/lib/policy/viewer";
import { reasonInWords } from "./reason-in-words";
import type { EffectiveArea } from "./schema";

/** Every permission people on an account can have, for one person: allowed or not, and why. */
export function effectiveAccess({ subject }: AccountMember, kind: "member" | "nonMember"): EffectiveArea[] {
  const viewer = viewerOf(subject);
  const onAccounts = (permission: Permission) => cellOf(permission, "owner") !== undefined;
  const shown = permissionKeys.filter((it) => isOffered(it) && onAccounts(it) && (kind === "member" || isNotice(it)));
  const explained = shown.map((permission) => {
    const why = explain(viewer, permission);
    const conditions = why.because.flatMap((one) => (one.kind === "condition" ? [one.says] : []));
    return {
      area: catalogue[permission].area,
      permission,
      name: nameOf(permission),
      title: titleOf(permission),
      allowed: why.allowed,
      condition: why.allowed && conditions.length > 0 ? listed(conditions, "disjunction") : null,
      reason: reasonInWords(why),
    };
  });
  return areas
    .map((area) => ({
      area,
      name: areaName(area),
      permissions: explained.filter((one) => one.area === area).map(({ area: _, ...permission }) => permission),
    }))
    .filter(({ permissions }) => permissions.length > 0);
}
