import { z } from "zod";
import { notFound } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";

/** Cancels a pending email change. Its links stop working. */
export const withdrawEmailChange = defineCommand({
  name: "profile.withdraw-email-change",
  permission: "profile.manage",
  scope: "self",
  summary: "Cancel a pending change of your email address",
  activity: "cancel an email change",
  input: z.object({}),
  output: z.object({ newEmail: z.string() }),
  http: { method: "DELETE", path: "/me/email-change" },
  run: async ({ db, actor }) => {
    const where = { personId: actor.personId, doneAt: null };
    const open = await db.emailChange.findFirst({ where, select: { newEmail: true } });
    const { count } = await db.emailChange.deleteMany({ where });
    if (open === null || count === 0) throw notFound(t("No pending email change found."));
    return {
      output: open,
      audit: { summary: say("Cancelled the change of their email address to {newEmail}", { newEmail: open.newEmail }) },
    };
  },
});
