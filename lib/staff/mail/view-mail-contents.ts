import { z } from "zod";
import { fileOutput } from "@/lib/platform/kernel/file-output";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineQuery } from "@/lib/platform/operations/operation";
import { shownToStaff } from "./shown-in-mail";

/** An email as its recipient sees it, for a frame in the console. The response forbids scripts and network access. */
export const viewMailContents = defineQuery({
  name: "staff.view-mail-contents",
  permission: "staff.mail.view",
  scope: "staff",
  summary: "View an email as its recipient sees it",
  activity: "view a sent email",
  input: z.object({ mailId: id }),
  output: fileOutput,
  http: { method: "GET", path: "/staff/mail/{mailId}/contents", file: "text/html" },
  run: async (context, { mailId }) => {
    const where = accessibleWhere(context, "staff.mail.view", { id: mailId });
    const mail = await context.db.outboxMail.findFirst({ where, select: { html: true, accountId: true } });
    if (mail === null) throw notFound(t("Email not found."));
    await context.concerning(mail.accountId);
    return {
      filename: "mail.html",
      contentType: "text/html; charset=utf-8",
      body: shownToStaff(mail.html),
      inline: true,
    };
  },
});
