import { invalidField } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { Rules } from "./tally";

type Typed = Omit<Rules, "quorumValue"> & { readonly quorumValue?: number | undefined; readonly hideNames: boolean };

/** The rules as they are stored. Throws `invalid` for a quorum that is missing or can't be. */
export function rulesOf({ quorum, quorumValue, base, threshold, tie, hideNames }: Typed) {
  if (quorum !== "none" && quorumValue === undefined)
    throw invalidField("quorumValue", t("Enter how many people must vote."));
  if (quorum === "share" && (quorumValue ?? 0) > 100)
    throw invalidField("quorumValue", t("A share can be up to 100 per cent."));
  return { quorum, quorumValue: quorum === "none" ? null : (quorumValue ?? null), base, threshold, tie, hideNames };
}
