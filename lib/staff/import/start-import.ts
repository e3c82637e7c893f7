import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";

/** Lets the worker create the accounts of a checked import, in the name of whoever starts it. */
export const startImport = defineCommand({
  name: "import.start",
  permission: "staff.accounts.create",
  scope: "staff",
  summary: "Import the customers of a checked file",
  activity: "import customers",
  input: z.object({
    importId: id,
    invite: z.boolean().default(false).describe("Whether to email the owners how to sign in"),
  }),
  output: z.object({ id }),
  http: { method: "POST", path: "/staff/imports/{importId}/start" },
  run: async ({ db, actor }, { importId, invite }) => {
    const known = await db.accountImport.findUnique({ where: { id: importId }, select: { id: true } });
    if (known === null) throw notFound(t("Import not found."));
    const ready = await db.accountImportRow.count({ where: { importId, outcome: "ready" } });
    if (ready === 0)
      throw new Problem("conflict", t("None of these rows can be imported. Correct the file and check it again."));
    const { count } = await db.accountImport.updateMany({
      where: { id: importId, status: { in: ["checked", "stopped"] } },
      data: {
        status: "running",
        invite,
        stoppedBecause: null,
        finishedAt: null,
        startedById: actor.personId,
        startedByName: actor.name,
      },
    });
    if (count === 0) throw new Problem("conflict", t("This import is running or done."));
    return {
      output: { id: importId },
      audit: {
        summary: invite
          ? say("Started importing {count, plural, one {# customer} other {# customers}} and inviting their owners", {
              count: ready,
            })
          : say("Started importing {count, plural, one {# customer} other {# customers}}", { count: ready }),
        target: { type: "import", id: importId },
      },
    };
  },
});
