/**
 * A contact's status: invited, active, suspended, or permanently removed. Invitations and access can also expire by
 * themselves.
 */
export const standings = ["active", "invited", "invitation-over", "suspended", "ended"] as const;

export type Standing = (typeof standings)[number];

type Status = "invited" | "active" | "suspended" | "removed";

interface Seat {
  readonly status: Status;
  /** When the contact's access ends. */
  readonly endsAt: Date | null;
  /** When the pending invitation expires; null if there is none. */
  readonly invitedUntil: Date | null;
}

/** The status shown at a given time. A suspension takes precedence over an end date, as it is deliberate. */
export function standingOf({ status, endsAt, invitedUntil }: Seat, now: Date): Standing {
  if (status === "invited") return invitedUntil !== null && invitedUntil > now ? "invited" : "invitation-over";
  if (status === "suspended") return "suspended";
  return endsAt !== null && endsAt <= now ? "ended" : "active";
}

const moves = {
  accept: { from: ["invited"], to: "active" },
  suspend: { from: ["active"], to: "suspended" },
  restore: { from: ["suspended"], to: "active" },
  remove: { from: ["invited", "active", "suspended"], to: "removed" },
} as const satisfies Record<string, { from: readonly Status[]; to: Status }>;

/** Whether this status allows suspending, restoring or removing. The policy decides who may do it. */
export function canMove(status: Status, move: keyof typeof moves): boolean {
  return (moves[move].from as readonly Status[]).includes(status);
}
