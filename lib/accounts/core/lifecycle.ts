/**
 * Where a contact stands: a seat is invited, active or suspended, and removed for good. An invitation and an active
 * seat can be over without anybody having done anything.
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

/** What people are told of a seat at an instant. A suspension is told before an end: it is what somebody decided. */
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

/** Whether somebody with this status can be suspended, restored, removed. Who may do it is the policy's to say. */
export function canMove(status: Status, move: keyof typeof moves): boolean {
  return (moves[move].from as readonly Status[]).includes(status);
}
