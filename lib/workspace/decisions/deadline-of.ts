import { invalidField } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { instantOf } from "./local-time";

interface Typed {
  readonly voteBy: string;
  readonly timeZone: string;
}

/** The deadline as an instant. Throws `invalid` unless it is after `earliest`. */
export function deadlineOf({ voteBy, timeZone }: Typed, earliest: Date, message?: string): Date {
  const at = instantOf(voteBy, timeZone);
  if (Number.isNaN(at.getTime()) || at.getUTCFullYear() > 2200)
    throw invalidField("voteBy", t("Enter a date and a time."));
  if (at <= earliest) throw invalidField("voteBy", message ?? t("Choose a deadline in the future."));
  return at;
}
