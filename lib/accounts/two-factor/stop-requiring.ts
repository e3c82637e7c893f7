import { z } from "zod";
import { Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";

/** No longer requires two-factor sign-in. People who set it up keep it. */
export const stopRequiring = defineCommand({
  name: "people.stop-requiring-two-factor",
  permission: "people.two-factor.enforce",
  alsoNeeds: ["people.members.view"],
  scope: "account",
  summary: "Stop requiring two-factor sign-in",
  activity: "stop requiring two-factor sign-in",
  stepUp: "with-factor",
  lockAccount: true,
  input: z.object({}),
  output: z.object({ requiredFrom: z.null() }),
  http: { method: "DELETE", path: "/accounts/{accountId}/two-factor" },
  run: async ({ db, account }) => {
    const { count } = await db.account.updateMany({
      where: { id: account.id, twoFactorFrom: { not: null } },
      data: { twoFactorFrom: null, version: { increment: 1 } },
    });
    if (count === 0) throw new Problem("conflict", t("Two-factor sign-in isn't required on this account."));
    return { output: { requiredFrom: null }, audit: { summary: say("Stopped requiring two-factor sign-in") } };
  },
});
