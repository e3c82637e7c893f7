import { z } from "zod";
import { turnNoticeOff } from "@/lib/identity/core/turn-off-notice";
import { notFound } from "@/lib/platform/kernel/problem";
import { issue } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { isOptionalNotice, notices } from "@/lib/platform/mail/optional-notices";
import { defineCommand } from "@/lib/platform/operations/operation";
import { entryOf, isPermission, type Permission } from "@/lib/policy/permissions";

const isOptional = (key: string): boolean => isPermission(key) && notices.includes(key) && isOptionalNotice(key);

/** Turns off one notification, from where it is shown: mails, the bell and browsers stop together. */
export const turnOffNotice = defineCommand({
  name: "profile.turn-off-notice",
  permission: "profile.manage",
  scope: "account",
  lockAccount: true,
  summary: "Turn off one kind of notification you get for an account",
  activity: "turn off a notification",
  input: z.object({ notice: z.string().refine(isOptional, issue("This notification can't be turned off.")) }),
  output: z.object({ notice: z.string() }),
  http: { method: "DELETE", path: "/accounts/{accountId}/my-notices/{notice}" },
  run: async ({ db, account, actor, people }, { notice }) => {
    if (actor.contactId === null) throw notFound(t("You don't belong to this account."));
    const mine = { accountId: account.id, contactId: actor.contactId, notice: notice as Permission };
    const wasOn = await turnNoticeOff(db, mine, people);
    const name = say(entryOf(mine.notice).name);
    return { output: { notice }, audit: wasOn ? { summary: say("Turned off notifications: {name}", { name }) } : null };
  },
});
