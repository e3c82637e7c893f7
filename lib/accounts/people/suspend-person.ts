import { z } from "zod";
import { canMove } from "@/lib/accounts/core/lifecycle";
import { personToChange } from "@/lib/accounts/core/person-to-change";
import { personState } from "@/lib/accounts/core/schema";
import { withdrawOffersTo } from "@/lib/accounts/core/withdraw-offers";
import { id } from "@/lib/platform/kernel/ids";
import { Problem, staleVersion } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";

/** Suspends a person, keeping their roles and permissions. Effective on their next request. */
export const suspendPerson = defineCommand({
  name: "people.suspend",
  permission: "people.members.suspend",
  scope: "account",
  summary: "Suspend a person's access",
  activity: "suspend access",
  lockAccount: true,
  input: z.object({ contactId: id }),
  output: personState,
  http: { method: "POST", path: "/accounts/{accountId}/people/{contactId}/suspend" },
  run: async (context, { contactId }) => {
    const { db, account, actor, realNow: now } = context;
    const { name, status, version } = await personToChange(context, contactId, "people.members.suspend");
    if (contactId === actor.contactId)
      throw new Problem("conflict", t("You can't suspend your own access. Ask another administrator."));
    if (!canMove(status, "suspend"))
      throw new Problem("conflict", t("{name} has no active access to suspend.", { name }));
    const { count } = await db.contact.updateMany({
      where: accessibleWhere(context, "people.members.suspend", { id: contactId, version }),
      data: { status: "suspended", version: { increment: 1 } },
    });
    if (count === 0) throw staleVersion();
    await withdrawOffersTo(db, account.id, contactId, now);
    return {
      output: { contactId, version: version + 1 },
      audit: { summary: say("Suspended {name}", { name }), target: { type: "contact", id: contactId } },
    };
  },
});
