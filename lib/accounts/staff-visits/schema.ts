import { z } from "zod";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { visitReasons } from "@/lib/policy/staff-visit";

/** The longest that staff can choose themselves, and that an owner can. */
export const MOST_OWN_HOURS = 24;
export const MOST_APPROVED_HOURS = 168;
export const EMERGENCY_HOURS = 2;

export const visitStates = ["open", "waiting", "over"] as const;

const ticket = z.object({ id, number: z.int(), subject: z.string() });

export const visitItem = z.object({
  id,
  staffName: z.string(),
  reason: z.enum(visitReasons),
  reasonName: z.string(),
  ticket: ticket.nullable(),
  note: z.string().nullable(),
  /** `open`: they have access now. `waiting`: they asked for it. */
  state: z.enum(visitStates),
  /** Open to what the account wants to approve first. */
  approved: z.boolean(),
  emergency: z.boolean(),
  startedAt: isoDateTime,
  hours: z.int().describe("For how long it was asked"),
  endsAt: isoDateTime.describe("When it ended, or will end; of one that waits, until when it can be answered"),
  /** What became of it, in a sentence. */
  outcome: z.string(),
});

export type VisitItem = z.output<typeof visitItem>;

export const ownVisit = visitItem.extend({ account: z.object({ id, name: z.string() }), own: z.boolean() });
export type OwnVisit = z.output<typeof ownVisit>;

export { ticket as visitTicket };
