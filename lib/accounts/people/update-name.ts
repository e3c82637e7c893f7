import { z } from "zod";
import { personToChange } from "@/lib/accounts/core/person-to-change";
import { personState } from "@/lib/accounts/core/schema";
import { id, version } from "@/lib/platform/kernel/ids";
import { personName } from "@/lib/platform/kernel/person-name";
import { staleVersion } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";

/** Changes the name shown for a person on this account. */
export const updateName = defineCommand({
  name: "people.update-name",
  permission: "people.members.update-name",
  scope: "account",
  summary: "Change a person's name on the account",
  activity: "change a name",
  lockAccount: true,
  input: z.object({ contactId: id, version, name: personName }),
  output: personState,
  http: { method: "PUT", path: "/accounts/{accountId}/people/{contactId}/name" },
  run: async (context, { contactId, version, name }) => {
    const contact = await personToChange(context, contactId, "people.members.update-name");
    const { count } = await context.db.contact.updateMany({
      where: accessibleWhere(context, "people.members.update-name", { id: contactId, version }),
      data: { name, version: { increment: 1 } },
    });
    if (count === 0) throw staleVersion();
    return {
      output: { contactId, version: version + 1 },
      audit: {
        summary: say("Changed the name of {before} to {after}", { before: contact.name, after: name }),
        target: { type: "contact", id: contactId },
        details: { before: { name: contact.name }, after: { name } },
      },
    };
  },
});
