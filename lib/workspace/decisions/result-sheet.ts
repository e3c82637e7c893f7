import { type Canonical, hashOf } from "@/lib/workspace/core/canonical-json";
import type { ResultSheet } from "./result-schema";

const parts = ["decision", "options", "rules", "round", "people", "votes", "outcome", "history"] as const;

/** The file that people keep: the sheet with the hash of the whole, and one of each part, to see which of them differs. */
export const sealed = (sheet: ResultSheet) => ({
  sheet,
  hash: hashOf(sheet as Canonical),
  hashes: Object.fromEntries(parts.map((part) => [part, hashOf(sheet[part] as Canonical)])),
});
