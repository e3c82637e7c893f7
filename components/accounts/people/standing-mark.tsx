import { Status } from "@/components/ui/status";
import type { Tone } from "@/components/ui/tone";
import type { PersonItem } from "@/lib/accounts/core/schema";

type Standing = PersonItem["standing"];

export const standingLabels: Record<Standing, string> = {
  active: "Active",
  invited: "Invited",
  "invitation-over": "Invitation expired",
  suspended: "Suspended",
  ended: "Access ended",
};

const tones: Record<Standing, Tone> = {
  active: "success",
  invited: "accent",
  "invitation-over": "warning",
  suspended: "danger",
  ended: "neutral",
};

/** Where a person stands on the account. An address nobody has confirmed is said too: no notice goes there. */
export function StandingMark({ standing, unconfirmed }: { standing: Standing; unconfirmed?: boolean }) {
  if (standing === "active" && unconfirmed) return <Status tone="warning">Address not confirmed</Status>;
  return <Status tone={tones[standing]}>{standingLabels[standing]}</Status>;
}
