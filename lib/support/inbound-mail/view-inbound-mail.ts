import { z } from "zod";
import { iso, isoOrNull } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { defineQuery } from "@/lib/platform/operations/operation";
import { handledMail } from "./handled-mail";
import { keptContent } from "./kept-content";
import { presentInbound } from "./present-inbound";
import { inboundMailDetail } from "./schema";

/** One received email: who sent it, how sure that is, what became of it and why. */
export const viewInboundMail = defineQuery({
  name: "inbound-mail.view",
  permission: "staff.inbound-mail.handle",
  scope: "staff",
  summary: "View a received email, the checks of its sender, and what became of it",
  activity: "view a received email",
  input: z.object({ mailId: id }),
  output: inboundMailDetail,
  http: { method: "GET", path: "/staff/inbound-mail/{mailId}" },
  run: async (context, { mailId }) => {
    const mail = await handledMail(context, mailId);
    const item = presentInbound(context, mail);
    await context.concerning(mail.account?.id ?? null);
    const contacts = await context.db.contact.findMany({
      where: { email: item.from.address, status: "active" },
      select: { account: { select: { id: true, name: true, number: true } } },
      orderBy: { accountId: "asc" },
      take: 20,
    });
    const at = isoOrNull(mail.decidedAt);
    return {
      ...item,
      entrance: mail.entrance as "smtp" | "imap",
      envelopeFrom: mail.envelopeFrom,
      clientIp: mail.clientIp,
      messageId: mail.messageId,
      bytes: mail.bytes,
      identity: mail.identity as z.input<typeof inboundMailDetail>["identity"],
      checks: mail.checks as z.input<typeof inboundMailDetail>["checks"],
      ticket: mail.ticketNumber === null ? null : { id: mail.ticketId, number: mail.ticketNumber },
      senderAccounts: contacts.map(({ account }) => account),
      alsoTo: mail.alsoTo,
      decided: mail.decidedByName !== null && at !== null ? { by: mail.decidedByName, at } : null,
      keepUntil: iso(mail.keepUntil),
      content: null,
    };
  },
  after: async (mail) => {
    const content = await keptContent(mail.id);
    if (content === null) return mail;
    const { text, html, remoteImages, files } = content;
    return { ...mail, content: { text, hasHtml: html !== null, remoteImages, files: [...files] } };
  },
});
