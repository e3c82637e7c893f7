import { z } from "zod";
import { canMove } from "@/lib/accounts/core/lifecycle";
import { personToChange } from "@/lib/accounts/core/person-to-change";
import { personState } from "@/lib/accounts/core/schema";
import { id } from "@/lib/platform/kernel/ids";
import { Problem, staleVersion } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { refuseStaff } from "@/lib/platform/operations/refuse-staff";

/** Ends a suspension and restores the access the person had before. */
export const restorePerson = defineCommand({
  name: "people.restore",
  permission: "people.members.suspend",
  scope: "account",
  summary: "Restore a suspended person's access",
  activity: "restore access",
  stepUp: "with-factor",
  lockAccount: true,
  input: z.object({ contactId: id }),
  output: personState,
  http: { method: "POST", path: "/accounts/{accountId}/people/{contactId}/restore" },
  run: async (context, { contactId }) => {
    const contact = await personToChange(context, contactId, "people.members.suspend");
    const { name, status, version } = contact;
    if (!canMove(status, "restore")) throw new Problem("conflict", t("{name} is not suspended.", { name }));
    if (contact.kind === "member") await refuseStaff(context.db, contact);
    const { count } = await context.db.contact.updateMany({
      where: accessibleWhere(context, "people.members.suspend", { id: contactId, version }),
      data: { status: "active", version: { increment: 1 } },
    });
    if (count === 0) throw staleVersion();
    return {
      output: { contactId, version: version + 1 },
      audit: { summary: say("Restored access for {name}", { name }), target: { type: "contact", id: contactId } },
    };
  },
});
