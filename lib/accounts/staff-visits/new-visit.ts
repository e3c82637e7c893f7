import { endLooksOf } from "@/lib/accounts/core/end-looks-of";
import { addMinutes } from "@/lib/platform/kernel/dates";
import { invalidField, Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import type { VisitReason } from "@/lib/policy/staff-visit";
import { MOST_OWN_HOURS } from "./schema";

export interface AskedVisit {
  readonly reason: VisitReason;
  readonly ticketId?: string | undefined;
  readonly note: string;
  readonly hours: number;
  /** It opens nothing until somebody has approved it. */
  readonly needsApproval: boolean;
  /** Somebody is asked. */
  readonly waits: boolean;
  readonly emergency: boolean;
}

/** Replaces what the member of staff has or has asked for on this account. Of several at the same time one counts. */
export async function newVisit(context: Context<"account">, asked: AskedVisit): Promise<{ id: string; endsAt: Date }> {
  const { db, account, actor, realNow: now } = context;
  const { reason, note, hours, needsApproval, waits, emergency } = asked;
  const ticket = await ticketOf(context, asked);
  if (ticket === null && note === "") throw invalidField("note", t("Say why. The customer reads it."));
  const mine = { accountId: account.id, personId: actor.personId };
  await db.staffVisit.updateMany({
    where: { ...mine, endedAt: null },
    data: { endedAt: now, endedBy: "replaced" },
  });
  await endLooksOf(context, { lookerPersonId: actor.personId });
  // An answer is waited for as long as staff could have chosen themselves.
  const endsAt = addMinutes(now, (waits ? MOST_OWN_HOURS : hours) * 60);
  const [visit] = await db.staffVisit.createManyAndReturn({
    data: {
      ...mine,
      ...{ staffName: actor.name, reason, note: note || null, startedAt: now, hours, endsAt },
      ...(ticket && { ticketId: ticket.id, ticketNumber: ticket.number }),
      ...{ needsApproval, emergency, approval: waits ? "waiting" : "none" },
    },
    select: { id: true },
    skipDuplicates: true,
  });
  if (visit === undefined)
    throw new Problem("conflict", t("You have just said why in another window. Reload the page."));
  return { id: visit.id, endsAt };
}

/** One of this account that they may see. */
async function ticketOf(
  context: Context<"account">,
  { reason, ticketId }: AskedVisit,
): Promise<{ id: string; number: number } | null> {
  if (reason !== "ticket") return null;
  if (ticketId === undefined) throw invalidField("ticketId", t("Choose a ticket."));
  const where = accessibleWhere(context, "support.tickets.view", { id: ticketId });
  const ticket = await context.db.ticket.findFirst({ where, select: { id: true, number: true } });
  if (ticket === null) throw invalidField("ticketId", t("Choose a ticket from this account."));
  return ticket;
}
