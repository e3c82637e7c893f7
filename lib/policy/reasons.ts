import { t } from "@/lib/platform/language/t";
import { type ConditionName, conditions } from "./conditions";
import { canAsked, canSome, meetsCondition } from "./evaluate";
import { contactGates, type Gate, lookGates, openedGates, personGates, recusalGates } from "./gates";
import { ALWAYS, bitOf, conditionsIn, maskAt } from "./permission-masks";
import { entryOf, type Permission } from "./permissions";
import { conditionOf } from "./record-grants";
import { records } from "./records";
import { sentenceOf } from "./sentence";
import { contactSources, openedSources, type Source, standingSources } from "./sources";
import type { Viewer } from "./viewer";

/** A condition that the answer depends on. `met` is null if no record was given. */
export interface ConditionReason {
  kind: "condition";
  condition: ConditionName;
  says: string;
  sentence: string;
  met: boolean | null;
}

/** One fact behind an answer. */
export type Reason = Source | Gate | ConditionReason | { kind: "not-given" };

/** All reasons for an answer: what grants the permission, what removes it, and its conditions. */
export function reasonsFor(viewer: Viewer, permission: Permission, record: object | undefined): Reason[] {
  const fromContact = contactSources(viewer.subject, permission, record);
  const opened = openedSources(viewer.subject, permission);
  const sources = [...fromContact, ...opened, ...standingSources(viewer.subject, permission)];
  if (!sources.some(isLive)) return [...sources, { kind: "not-given" }];
  return [
    ...sources,
    ...personGates(viewer.subject, permission),
    ...(fromContact.some(isLive)
      ? [...contactGates(viewer.subject, permission, record), ...recusalGates(viewer, permission, record)]
      : []),
    ...(opened.some(isLive) ? openedGates(viewer.subject, permission) : []),
    ...(viewer.looker === null ? [] : lookGates(permission, mayLook(viewer.looker, permission, record))),
    ...conditionReasons(viewer, permission, record),
  ];
}

const mayLook = (looker: Viewer, permission: Permission, record: object | undefined): boolean =>
  record ? canAsked(looker, permission, record) : canSome(looker, permission);

function isLive(source: Source): boolean {
  return source.kind !== "ended";
}

function conditionReasons(viewer: Viewer, permission: Permission, record: object | undefined): ConditionReason[] {
  const mask = maskAt(viewer.cells, permission);
  const type = entryOf(permission).record;
  if (mask & ALWAYS || !type) return [];
  return conditionsIn(mask).map((condition) => ({
    kind: "condition",
    condition,
    says: t(conditions[condition].says),
    sentence: sentenceOf(records, type, conditionOf(condition, type, permission)),
    met: record ? meetsCondition(viewer, permission, bitOf(condition), record) : null,
  }));
}
