import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineQuery } from "@/lib/platform/operations/operation";

const MOST = 10;
/** Of as many mails about a ticket, the newest ones. */
const MAILS = 50;

/**
 * People outside the account whom its contacts copied in on mail about a ticket, for those who may invite them. They were sent
 * nothing and see nothing. Mail from staff doesn't count: it may be about an internal note.
 */
export const listCcSuggestions = defineQuery({
  name: "tickets.list-cc-suggestions",
  permission: "people.members.add",
  alsoNeeds: ["support.tickets.view"],
  scope: "account",
  summary: "List people outside the account who were copied in by email, to invite them",
  activity: "view who was copied in",
  input: z.object({ ticketId: id }),
  output: z.object({ items: z.array(z.object({ address: z.string() })).max(MOST) }),
  http: { method: "GET", path: "/accounts/{accountId}/tickets/{ticketId}/cc-suggestions" },
  run: async (context, { ticketId }) => {
    const { db, account } = context;
    const seen = accessibleWhere(context, "support.tickets.view", { id: ticketId });
    if ((await db.ticket.findFirst({ where: seen, select: { id: true } })) === null)
      throw notFound(t("Ticket not found."));
    const mails = await db.inboundMail.findMany({
      where: {
        accountId: account.id,
        ticketId,
        outcome: { in: ["joined", "opened"] },
        alsoTo: { isEmpty: false },
      },
      select: { fromAddress: true, alsoTo: true },
      orderBy: { receivedAt: "desc" },
      take: MAILS,
    });
    const addresses = mails.flatMap(({ fromAddress, alsoTo }) => [fromAddress ?? "", ...alsoTo]);
    const known = await db.contact.findMany({
      where: { accountId: account.id, email: { in: [...new Set(addresses)] }, status: { not: "removed" } },
      select: { email: true },
    });
    const isKnown = new Set(known.map(({ email }) => email));
    const written = mails.filter(({ fromAddress }) => isKnown.has(fromAddress ?? ""));
    const outside = new Set(written.flatMap(({ alsoTo }) => alsoTo).filter((address) => !isKnown.has(address)));
    return { items: [...outside].slice(0, MOST).map((address) => ({ address })) };
  },
});
