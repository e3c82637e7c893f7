import { z } from "zod";
import { noJson } from "@/lib/platform/db/no-json";
import { id } from "@/lib/platform/kernel/ids";
import { invalidField, Problem } from "@/lib/platform/kernel/problem";
import { issue } from "@/lib/platform/language/msg";
import { type Said, say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { type Context, defineCommand } from "@/lib/platform/operations/operation";
import { stored } from "@/lib/platform/operations/stored";
import { handledMail } from "./handled-mail";
import { outcomeAfter } from "./outcome-after";
import { mailOutcome } from "./schema";

const input = z.object({
  mailId: id,
  act: z.enum(["join", "open", "dismiss"]),
  ticketNumber: z.coerce
    .number<string | number>(issue("Enter a ticket number."))
    .int()
    .min(1)
    .max(2_147_483_647)
    .optional()
    .describe("The ticket to add it to, for `join`"),
  accountNumber: z.string().trim().max(40).optional().describe("The account to open a ticket for, for `open`"),
});

/**
 * Decides about an email that waits: adds it to a ticket of its sender's account, opens a ticket, or dismisses it. It
 * is processed after the commit, as the contact who wrote it and with their permissions; for an outsider a ticket is
 * opened as the staff member. Throws `conflict` if it doesn't wait, or still can't be done.
 */
export const decideInboundMail = defineCommand({
  name: "inbound-mail.decide",
  permission: "staff.inbound-mail.handle",
  scope: "staff",
  summary: "Decide about a received email that waits",
  activity: "decide about a received email",
  input,
  output: z.object({ id, outcome: mailOutcome }),
  http: { method: "POST", path: "/staff/inbound-mail/{mailId}/decision" },
  run: async (context, asked) => {
    const { mailId } = asked;
    const { fromAddress, envelopeFrom } = await handledMail(context, mailId);
    const { count } = await context.db.inboundMail.updateMany({
      where: accessibleWhere(context, "staff.inbound-mail.handle", { id: mailId, outcome: "waiting" }),
      data: { ...(await changesOf(context, asked)), ...decidedBy(context) },
    });
    if (count === 0) throw new Problem("conflict", t("This email doesn't wait any more."));
    return {
      output: { id: mailId, outcome: asked.act === "dismiss" ? ("refused" as const) : ("processing" as const) },
      audit: {
        summary: done(asked, fromAddress ?? envelopeFrom),
        target: { type: "inboundMail", id: mailId },
        details: { act: asked.act, ticketNumber: asked.ticketNumber, account: asked.accountNumber },
      },
    };
  },
  after: async (output) => (output.outcome === "processing" ? outcomeAfter(output.id) : output),
});

const decidedBy = ({ actor, realNow }: Context) => ({
  decidedById: actor.personId,
  decidedByName: actor.name,
  decidedAt: realNow,
});

async function changesOf(context: Context, { act, ticketNumber, accountNumber }: z.output<typeof input>) {
  const { db, actor, realNow } = context;
  if (act === "dismiss") {
    return { outcome: "refused", ...stored(say("{name} dismissed it.", { name: actor.name })) };
  }
  if (act === "join" && ticketNumber === undefined) throw invalidField("ticketNumber", t("Enter a ticket number."));
  const account =
    act === "open"
      ? await db.account.findFirst({ where: { number: accountNumber ?? "" }, select: { id: true } })
      : undefined;
  if (account === null) throw invalidField("accountNumber", t("There is no account with this number."));
  return {
    state: "queued",
    outcome: null,
    summary: null,
    said: noJson,
    doneAt: null,
    nextTryAt: realNow,
    decision: act,
    decidedTicket: ticketNumber ?? null,
    decidedAccount: account?.id ?? null,
  };
}

function done({ act, ticketNumber = 0 }: z.output<typeof input>, address: string): Said {
  if (act === "dismiss") return say("Dismissed an email from {address}", { address });
  return act === "join"
    ? say("Decided that an email from {address} belongs to ticket #{number}", { address, number: ticketNumber })
    : say("Decided that an email from {address} opens a ticket", { address });
}
