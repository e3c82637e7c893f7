import { z } from "zod";
import { isoOrNull } from "@/lib/platform/kernel/dates";
import { countedBy } from "@/lib/platform/kernel/page";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineQuery } from "@/lib/platform/operations/operation";
import { notReady } from "./not-ready";
import { MOST_GRACE_DAYS, policySchema } from "./schema";

/** Whether members of the account need two-factor sign-in, and how many aren't ready. */
export const viewPolicy = defineQuery({
  name: "people.view-two-factor",
  permission: "people.two-factor.enforce",
  alsoNeeds: ["people.members.view"],
  scope: "account",
  summary: "View whether two-factor sign-in is required, and how many members aren't ready",
  activity: "view two-factor settings",
  input: z.object({}),
  output: policySchema,
  http: { method: "GET", path: "/accounts/{accountId}/two-factor" },
  run: async (context) => {
    const { db, account, actor, realNow: now } = context;
    const where = accessibleWhere(context, "people.members.view", notReady);
    const all = accessibleWhere(context, "people.members.view", { ...notReady, person: { isNot: null } });
    const limits = countedBy({ nameSearch: "asc" } as const);
    const [found, missing, members, you] = await Promise.all([
      db.account.findUniqueOrThrow({ where: { id: account.id }, select: { twoFactorFrom: true } }),
      db.contact.count({ where, ...limits }),
      db.contact.count({ where: all, ...limits }),
      db.person.findUniqueOrThrow({ where: { id: actor.personId }, select: { twoFactorSince: true } }),
    ]);
    return {
      requiredFrom: isoOrNull(found.twoFactorFrom),
      inForce: found.twoFactorFrom !== null && found.twoFactorFrom <= now,
      notReady: missing,
      members,
      youAreReady: you.twoFactorSince !== null,
      mostGraceDays: MOST_GRACE_DAYS,
    };
  },
});
