import { z } from "zod";
import { fileOutput } from "@/lib/platform/kernel/file-output";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { defineQuery } from "@/lib/platform/operations/operation";
import { handledMail } from "./handled-mail";
import { keptContent } from "./kept-content";

/**
 * The HTML of a received email, for a frame in the console: nothing in it runs or loads (`inertHtml`), and the response forbids scripts,
 * forms and the network as well.
 */
export const viewOriginal = defineQuery({
  name: "inbound-mail.view-original",
  permission: "staff.inbound-mail.handle",
  scope: "staff",
  summary: "View a received email as its sender designed it",
  activity: "view a received email",
  input: z.object({ mailId: id }),
  output: fileOutput,
  http: { method: "GET", path: "/staff/inbound-mail/{mailId}/contents", file: "text/html" },
  run: async (context, { mailId }) => {
    const mail = await handledMail(context, mailId);
    await context.concerning(mail.account?.id ?? null);
    return { filename: "mail.html", contentType: "text/html; charset=utf-8", body: "", inline: true };
  },
  after: async (file, _, { mailId }) => {
    const content = await keptContent(mailId);
    if (content === null) throw notFound(t("This email is no longer kept."));
    return { ...file, body: content.html ?? "" };
  },
});
