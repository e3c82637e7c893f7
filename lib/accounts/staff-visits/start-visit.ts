import { z } from "zod";
import { addMinutes, iso, isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { issue } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { type Context, defineCommand } from "@/lib/platform/operations/operation";
import { visitReasons } from "@/lib/policy/staff-visit";
import { askOwner } from "./ask-owner";
import { newVisit } from "./new-visit";
import { MOST_OWN_HOURS } from "./schema";

/** After the owner has ended one, the next one needs their approval for so long. */
const MISTRUST_HOURS = 24;

export const visitInput = {
  reason: z.enum(visitReasons),
  ticketId: id.optional().describe("The ticket, if that is the reason"),
  note: z
    .string()
    .trim()
    .max(500, issue("Use at most 500 characters."))
    .default("")
    .describe("Why, in words; required unless it is a ticket. The customer reads it"),
};

/**
 * Says why a member of staff needs the records of an account: asked once, and kept for some hours. If the account wants to approve it,
 * the owner is asked, and it opens nothing before.
 */
export const startVisit = defineCommand({
  name: "staff-visits.start",
  permission: "staff.accounts.find",
  alsoChecks: ["support.tickets.view"],
  scope: "account",
  unlisted: "in-the-list",
  summary: "Say why you need an account's records, as a member of staff",
  activity: "say why they need the account's records",
  input: z.object({
    ...visitInput,
    hours: z.coerce.number().int().min(1).max(MOST_OWN_HOURS).default(4),
    ask: z.boolean().default(false).describe("Ask for the owner's approval although it isn't needed for everything"),
  }),
  output: z.object({ visitId: id, waits: z.boolean(), endsAt: isoDateTime }),
  http: { method: "POST", path: "/accounts/{accountId}/staff-visits", status: 201 },
  run: async (context, { ask, ...asked }) => {
    const { db, account } = context;
    const { staffApproval } = await db.account.findUniqueOrThrow({
      where: { id: account.id },
      select: { staffApproval: true },
    });
    const needsApproval = await wasEnded(context);
    const waits = needsApproval || staffApproval === "everything" || ask;
    const visit = await newVisit(context, { ...asked, needsApproval, waits, emergency: false });
    if (waits) await askOwner(context, visit.id);
    return {
      output: { visitId: visit.id, waits, endsAt: iso(visit.endsAt) },
      audit: {
        summary: waits
          ? say("Asked for access to this account's records")
          : say("Opened this account's records for {hours, plural, one {# hour} other {# hours}}", {
              hours: asked.hours,
            }),
        target: { type: "staffVisit", id: visit.id },
        details: { reason: asked.reason, ...(asked.note && { note: asked.note }) },
      },
    };
  },
});

async function wasEnded({ db, account, actor, realNow: now }: Context<"account">): Promise<boolean> {
  const ended = await db.staffVisit.findFirst({
    where: {
      ...{ accountId: account.id, personId: actor.personId, endedBy: "owner" },
      endedAt: { gt: addMinutes(now, -MISTRUST_HOURS * 60) },
    },
    select: { id: true },
  });
  return ended !== null;
}
