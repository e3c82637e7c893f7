import { t } from "@/lib/platform/language/t";
import { type ConditionName, expressionOf } from "../conditions";
import { cellOf } from "../matrix";
import { entryOf, type Permission } from "../permissions";
import { type RecordType, records } from "../records";
import type { Role } from "../roles";
import { anyOf, sentenceOf } from "../sentence";

/** The rule that the library applies to a role, as a sentence made from the expression that decides. */
export function ruleOf(permission: Permission, role: Role): string {
  const cell = cellOf(permission, role);
  if (cell === undefined) return t("Never.");
  if (cell === "always") return t("Always.");
  const record = entryOf(permission).record as RecordType;
  const sentences = cell
    .split("|")
    .map((name) => sentenceOf(records, record, expressionOf(name as ConditionName, record)));
  return t("If {condition}.", { condition: anyOf(sentences) });
}
