import { t } from "@/lib/platform/language/t";
import { isOffered } from "@/lib/platform/operations/offered-permissions";
import type { AccessPlan } from "@/lib/policy/access-plan";
import { areaName } from "@/lib/policy/areas";
import { conditions } from "@/lib/policy/conditions";
import { type EffectiveAccess, effectiveAccessOf, effectiveAccessUnder, nobody } from "@/lib/policy/effective-access";
import { ALWAYS, conditionsIn, maskAt } from "@/lib/policy/permission-masks";
import { catalogue, nameOf, type Permission } from "@/lib/policy/permissions";
import { isNotice, type Permitted } from "@/lib/policy/role-change";
import type { Subject } from "@/lib/policy/viewer";

export interface ChangeInWords {
  readonly heading: string;
  readonly tone: "gain" | "loss";
  readonly items: ChangedPermission[];
}

interface ChangedPermission {
  readonly permission: Permission;
  readonly name: string;
  readonly area: string;
  /** The condition that applies afterwards: "if invited". */
  readonly condition: string | null;
}

/**
 * What a permitted change grants and removes, for the preview before saving. Permissions that become wider or narrower
 * are listed apart from those that are new or gone.
 */
export function changeInWords(change: Permitted, target: Subject | null, next: AccessPlan, now: Date): ChangeInWords[] {
  const before = target ? effectiveAccessOf(target, now) : nobody;
  const after = effectiveAccessUnder(next, now);
  const [gained, widened] = split(change.gains.filter(isOffered), (it) => !has(before, it));
  const [lost, narrowed] = split(change.loses.filter(isOffered), (it) => !has(after, it));
  return [
    ...byKind("gain", after, gained, "Will be able to", "Will receive"),
    ...byKind("gain", after, widened, "Will be able to in more cases", "Will receive in more cases"),
    ...byKind("loss", after, lost, "Will no longer be able to", "Will no longer receive"),
    ...byKind("loss", after, narrowed, "Will be able to in fewer cases", "Will receive in fewer cases"),
  ].filter(({ items }) => items.length > 0);
}

function has(reach: EffectiveAccess, permission: Permission): boolean {
  return maskAt(reach.cells, permission) !== 0;
}

function split(all: readonly Permission[], first: (it: Permission) => boolean): [Permission[], Permission[]] {
  return [all.filter(first), all.filter((it) => !first(it))];
}

function byKind(
  tone: "gain" | "loss",
  after: EffectiveAccess,
  all: readonly Permission[],
  acts: string,
  notices: string,
): ChangeInWords[] {
  const [received, done] = split(all, isNotice);
  return [
    { heading: acts, tone, items: done.map((it) => inWords(after, it)) },
    { heading: notices, tone, items: received.map((it) => inWords(after, it)) },
  ];
}

function inWords(after: EffectiveAccess, permission: Permission): ChangedPermission {
  const mask = maskAt(after.cells, permission);
  const says = mask & ALWAYS ? [] : conditionsIn(mask).map((condition) => t(conditions[condition].says));
  return {
    permission,
    name: nameOf(permission),
    area: areaName(catalogue[permission].area),
    condition: says.length > 0 ? says.join(" or ") : null,
  };
}
