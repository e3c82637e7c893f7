import { z } from "zod";
import { env } from "@/lib/platform/config/env";
import { Problem } from "@/lib/platform/kernel/problem";
import { hashToken, newSecretToken } from "@/lib/platform/kernel/secret-token";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";

/**
 * Makes a secret address for a calendar program; only this answer ever shows it. An earlier one ends. Every fetch asks what
 * its owner may see then.
 */
export const setUpFeed = defineCommand({
  name: "meetings.set-up-feed",
  permission: "meetings.view",
  scope: "account",
  summary: "Create a secret address at which a calendar program reads your meetings; an earlier one ends",
  activity: "create a calendar address",
  secretAnswer: true,
  stepUp: "with-factor",
  input: z.object({}),
  output: z.object({ url: z.string() }),
  http: { method: "POST", path: "/accounts/{accountId}/meeting-feed", status: 201 },
  run: async ({ db, account, actor, viewer, realNow: createdAt }) => {
    const { contactId } = actor;
    // The address would outlive the token.
    if (viewer.subject.gates.tokenPermissions !== null)
      throw new Problem("conflict", t("A calendar address is created in the browser, not with an API token."));
    if (contactId === null) throw new Problem("conflict", t("Only people on the account have a calendar here."));
    const token = newSecretToken();
    const key = { accountId: account.id, contactId };
    await db.meetingFeed.upsert({
      where: { accountId_contactId: key },
      create: { ...key, tokenHash: hashToken(token), createdAt },
      update: { tokenHash: hashToken(token), createdAt },
    });
    return {
      output: { url: `${env().PORTAL_URL}/calendar/${token}` },
      audit: {
        summary: say("Created a secret address for their calendar"),
        target: { type: "contact", id: contactId },
      },
    };
  },
});
