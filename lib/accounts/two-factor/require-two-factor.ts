import { z } from "zod";
import { addDays, iso, isoDateTime } from "@/lib/platform/kernel/dates";
import { localDay } from "@/lib/platform/kernel/local-day";
import { Problem } from "@/lib/platform/kernel/problem";
import { issue } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { MOST_GRACE_DAYS } from "./schema";
import { tellNotReady } from "./tell-not-ready";

/**
 * Requires two-factor sign-in of everyone on the account, after some days in which they can set it up. From then on people
 * without it have no access, in sessions that are open too. They are told at once. Whoever requires it needs it first, so that
 * nobody locks themselves out without knowing what it takes.
 */
export const requireTwoFactor = defineCommand({
  name: "people.require-two-factor",
  permission: "people.two-factor.enforce",
  alsoNeeds: ["people.members.view"],
  scope: "account",
  summary: "Require two-factor sign-in of all members, after a number of days",
  activity: "require two-factor sign-in",
  stepUp: "with-factor",
  lockAccount: true,
  input: z.object({
    days: z
      .int()
      .min(0)
      .max(MOST_GRACE_DAYS, issue("Give people at most 30 days."))
      .describe("Days until it is in force; 0 for at once"),
  }),
  output: z.object({ requiredFrom: isoDateTime, told: z.int() }),
  http: { method: "PUT", path: "/accounts/{accountId}/two-factor" },
  run: async ({ db, account, actor, realNow: now }, { days }) => {
    const you = await db.person.findUniqueOrThrow({
      where: { id: actor.personId },
      select: { twoFactorSince: true },
    });
    if (you.twoFactorSince === null) {
      throw new Problem("conflict", t("Set up two-factor sign-in for yourself first, in your profile under Security."));
    }
    const from = addDays(now, days);
    await db.account.updateMany({
      where: { id: account.id },
      data: { twoFactorFrom: from, version: { increment: 1 } },
    });
    const told = await tellNotReady(db, account, { from, now });
    const day = localDay(from, actor.timeZone);
    return {
      output: { requiredFrom: iso(from), told },
      audit: {
        summary:
          days === 0
            ? say("Required two-factor sign-in of all members, at once")
            : say("Required two-factor sign-in of all members from {day}", { day: { day } }),
        details: { requiredFrom: iso(from) },
      },
    };
  },
});
