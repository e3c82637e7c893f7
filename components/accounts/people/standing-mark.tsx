import { Status } from "@/components/ui/status";
import type { Tone } from "@/components/ui/tone";
import type { PersonItem } from "@/lib/accounts/core/schema";
import { msg, type Sentence } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

type Standing = PersonItem["standing"];
type Details = NonNullable<PersonItem["details"]>;

export const standingLabels: Record<Standing, Sentence> = {
  active: msg("Active"),
  invited: msg("Invited"),
  "invitation-over": msg("Invitation expired"),
  suspended: msg("Suspended"),
  ended: msg("Access ended"),
};

const tones: Record<Standing, Tone> = {
  active: "success",
  invited: "accent",
  "invitation-over": "warning",
  suspended: "danger",
  ended: "neutral",
};

type StandingMarkProps = { standing: Standing; details: Pick<Details, "held" | "emailVerified"> | null | undefined };

/** A person's status on the account, and what keeps them from it or from their notifications. */
export function StandingMark({ standing, details }: StandingMarkProps) {
  if (details?.held) return <Status tone="warning">{t("Needs approval")}</Status>;
  if (standing === "active" && details?.emailVerified === false)
    return <Status tone="warning">{t("Email not confirmed")}</Status>;
  return <Status tone={tones[standing]}>{t(standingLabels[standing])}</Status>;
}
