import { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { iso } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineQuery } from "@/lib/platform/operations/operation";
import { mailDetail } from "@/lib/staff/core/schema";
import { mailColumns, presentMails } from "./present-mail";
import { linksAreHidden, shownToStaff } from "./shown-in-mail";

/** One email as text, and its delivery. */
export const viewMail = defineQuery({
  name: "staff.view-mail",
  permission: "staff.mail.view",
  scope: "staff",
  summary: "View an email sent by the portal and its delivery",
  activity: "view a sent email",
  input: z.object({ mailId: id }),
  output: mailDetail,
  http: { method: "GET", path: "/staff/mail/{mailId}" },
  run: async (context, { mailId }) => {
    const where = accessibleWhere(context, "staff.mail.view", { id: mailId });
    const mail = await context.db.outboxMail.findFirst({ where, select: columns });
    const [item] = mail ? await presentMails(context, [mail]) : [];
    if (!mail || !item) throw notFound(t("Email not found."));
    await context.concerning(mail.accountId);
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
