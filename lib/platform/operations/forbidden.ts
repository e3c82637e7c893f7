import type { AccountMember } from "@/lib/platform/db/load-subject";
import { Problem } from "@/lib/platform/kernel/problem";
import { explain } from "@/lib/policy/explain";
import { catalogue, type Permission } from "@/lib/policy/permissions";
import type { Viewer } from "@/lib/policy/viewer";

/** A denial with its reason: which permission is missing, why, and who on the account can grant it. */
export async function forbidden(
  viewer: Viewer,
  permission: Permission,
  people: () => Promise<AccountMember[]>,
  record?: object,
): Promise<Problem> {
  const others = (await people()).filter(({ hasLogin }) => hasLogin);
  const why = explain(viewer, permission, record as never, others);
  const gate = why.because.find((reason) => reason.kind === "gate");
  return new Problem("refused", why.sentence, {
    permission,
    ...(gate && { gate: gate.gate }),
    permissionName: catalogue[permission].name,
    grantors: why.grantors,
  });
}
