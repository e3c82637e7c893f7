import { z } from "zod";
import { noJson } from "@/lib/platform/db/no-json";
import { id } from "@/lib/platform/kernel/ids";
import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { issue } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { mayWriteTo } from "./accounts-to-write-to";
import { outcomeAfter } from "./outcome-after";
import { mailDepartment, mailOutcome } from "./schema";

/**
 * Says which account an own email is about. It is processed after the commit, with the permissions that one has there then.
 * Throws `conflict` for an account on which one can't, and `not-found` once it is decided, whoever did.
 */
export const chooseAccount = defineCommand({
  name: "inbound-mail.choose-account",
  permission: "profile.manage",
  scope: "self",
  summary: "Choose the account that an email of yours is about",
  activity: "choose the account of an email",
  input: z.object({ mailId: id, accountId: z.uuid(issue("Choose an account.")) }),
  output: z.object({ id, outcome: mailOutcome }),
  http: { method: "POST", path: "/me/emails/{mailId}/account" },
  run: async ({ db, actor, realNow, memberships }, { mailId, accountId }) => {
    const mine = { id: mailId, askedId: actor.personId, outcome: "waiting" };
    const mail = await db.inboundMail.findFirst({ where: mine, select: { department: true } });
    if (mail === null) throw notFound(t("This email doesn't wait any more."));
    const place = (await memberships()).find(({ account }) => account.id === accountId);
    if (!place || !mayWriteTo(place, mailDepartment.parse(mail.department)))
      throw new Problem("conflict", t("You can't open tickets for this account. Choose another."));
    const { count } = await db.inboundMail.updateMany({
      where: mine,
      data: {
        ...{ state: "queued", outcome: null, summary: null, said: noJson, doneAt: null, nextTryAt: realNow },
        ...{ decision: "choose", decidedAccount: accountId },
        ...{ decidedById: actor.personId, decidedByName: actor.name, decidedAt: realNow },
      },
    });
    if (count === 0) throw notFound(t("This email doesn't wait any more."));
    return {
      output: { id: mailId, outcome: "processing" as const },
      audit: {
        summary: say("Chose the account of an email"),
        target: { type: "inboundMail", id: mailId },
        details: { accountId },
      },
    };
  },
  after: (output) => outcomeAfter(output.id),
});
