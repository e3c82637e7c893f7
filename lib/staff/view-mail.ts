import { z } from "zod";
import { defineQuery } from "@/lib/access/operation";
import { rows } from "@/lib/access/rows";
import { env } from "@/lib/config/env";
import type { Prisma } from "@/lib/db/generated/client";
import { iso } from "@/lib/kernel/dates";
import { id } from "@/lib/kernel/ids";
import { notFound } from "@/lib/kernel/problem";
import { hideSecrets } from "./hide-secrets";
import { mailColumns, presentMails } from "./present-mail";
import { mailDetail } from "./schema";

/**
 * One mail with its contents and what became of it. In production, secrets in its links are left out: staff are to see
 * what a customer was told, not to be able to do it for them.
 */
export const viewMail = defineQuery({
  name: "staff.mail-view",
  permission: "staff.mail.view",
  scope: "staff",
  summary: "Read a mail the portal has written",
  input: z.object({ mailId: id }),
  output: mailDetail,
  http: { method: "GET", path: "/staff/mail/{mailId}" },
  run: async (context, { mailId }) => {
    const where = rows(context, "staff.mail.view", { id: mailId });
    const mail = await context.db.outboxMail.findFirst({ where, select: columns });
    const [item] = mail ? await presentMails(context, [mail]) : [];
    if (!mail || !item) throw notFound("There is no such mail.");
    const linksHidden = env().PORTAL_MODE === "production";
    const shown = linksHidden ? hideSecrets : (text: string) => text;
    return {
      ...item,
      html: shown(mail.html),
      text: shown(mail.text),
      messageId: mail.messageId,
      attempts: mail.attempts,
      lastError: mail.lastError,
      nextTryAt: mail.status === "queued" ? iso(mail.nextTryAt) : null,
      linksHidden,
    };
  },
});

const columns = {
  ...mailColumns,
  html: true,
  text: true,
  messageId: true,
  attempts: true,
  lastError: true,
  nextTryAt: true,
} as const satisfies Prisma.OutboxMailSelect;
