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

/** A person's status on the account. Shows an unconfirmed email address too, as it gets no notifications. */
export function StandingMark({ standing, unconfirmed }: { standing: Standing; unconfirmed?: boolean }) {
  if (standing === "active" && unconfirmed) return <Status tone="warning">Email not confirmed</Status>;
  return <Status tone={tones[standing]}>{standingLabels[standing]}</Status>;
}
