import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";

/** What the views, the agenda and a result sheet have room for. */
const MOST_RECUSED = 200;

/** Throws `conflict` if as many people are recused from a record as its views and papers have room for. The record is locked. */
export function refuseMoreRecusals(already: number): void {
  if (already >= MOST_RECUSED) throw new Problem("conflict", t("Up to 200 people can be recused from it."));
}
