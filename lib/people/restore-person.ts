import { z } from "zod";
import { defineCommand } from "@/lib/access/operation";
import { rows } from "@/lib/access/rows";
import { id } from "@/lib/kernel/ids";
import { Problem, staleVersion } from "@/lib/kernel/problem";
import { canMove } from "./lifecycle";
import { personToChange } from "./person-to-change";
import { personState } from "./schema";

/** Ends a suspension: the person has again what they held before. */
export const restorePerson = defineCommand({
  name: "people.restore",
  permission: "people.members.suspend",
  scope: "account",
  summary: "Restore a suspended person's access",
  lockAccount: true,
  input: z.object({ contactId: id }),
  output: personState,
  http: { method: "POST", path: "/accounts/{accountId}/people/{contactId}/restore" },
  run: async (context, { contactId }) => {
    const { name, status, version } = await personToChange(context, contactId, "people.members.suspend");
    if (!canMove(status, "restore")) throw new Problem("conflict", `${name} is not suspended.`);
    const { count } = await context.db.contact.updateMany({
      where: rows(context, "people.members.suspend", { id: contactId, version }),
      data: { status: "active", version: { increment: 1 } },
    });
    if (count === 0) throw staleVersion();
    return {
      output: { contactId, version: version + 1 },
      audit: { summary: `Restored ${name}`, target: { type: "contact", id: contactId } },
    };
  },
});
