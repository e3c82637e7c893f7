import { z } from "zod";
import { defineQuery } from "@/lib/access/operation";
import { rows } from "@/lib/access/rows";
import type { Prisma } from "@/lib/db/generated/client";
import { iso } from "@/lib/kernel/dates";
import { id } from "@/lib/kernel/ids";
import { notFound } from "@/lib/kernel/problem";
import { mailColumns, presentMails } from "./present-mail";
import { mailDetail } from "./schema";
import { linksAreHidden, shownToStaff } from "./shown-in-mail";

/** One mail as text, and what became of it. */
export const viewMail = defineQuery({
  name: "staff.mail-view",
  permission: "staff.mail.view",
  scope: "staff",
  summary: "Read a mail the portal has written, and what became of it",
  input: z.object({ mailId: id }),
  output: mailDetail,
  http: { method: "GET", path: "/staff/mail/{mailId}" },
  run: async (context, { mailId }) => {
    const where = rows(context, "staff.mail.view", { id: mailId });
    const mail = await context.db.outboxMail.findFirst({ where, select: columns });
    const [item] = mail ? await presentMails(context, [mail]) : [];
    if (!mail || !item) throw notFound("There is no such mail.");
    return {
      ...item,
      text: shownToStaff(mail.text),
      messageId: mail.messageId,
      attempts: mail.attempts,
      lastError: mail.lastError,
      nextTryAt: mail.status === "queued" ? iso(mail.nextTryAt) : null,
      linksHidden: linksAreHidden(),
    };
  },
});

const columns = {
  ...mailColumns,
  text: true,
  messageId: true,
  attempts: true,
  lastError: true,
  nextTryAt: true,
} as const satisfies Prisma.OutboxMailSelect;
