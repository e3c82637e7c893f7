import { z } from "zod";
import { isUniqueViolation } from "@/lib/platform/db/unique-violation";
import { id } from "@/lib/platform/kernel/ids";
import { invalidField, Problem } from "@/lib/platform/kernel/problem";
import { reason as reasonText } from "@/lib/platform/kernel/reason";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { chosenMember } from "@/lib/workspace/core/chosen-member";
import { refuseMoreRecusals } from "@/lib/workspace/core/refuse-more-recusals";
import { recusableFolder, targetOfFolder } from "./recusable-folder";

/**
 * Recuses somebody from a folder and everything below it, whatever their role. Nobody recuses themselves: there is then somebody
 * left who can end it.
 */
export const recuseFromFolder = defineCommand({
  name: "folders.recuse",
  permission: "documents.folders.change-access",
  scope: "account",
  summary: "Recuse somebody from a folder and everything in it, with a reason",
  activity: "recuse somebody from a folder",
  input: z.object({ folderId: id, contactId: id, reason: reasonText }),
  output: z.object({ id }),
  http: { method: "POST", path: "/accounts/{accountId}/folders/{folderId}/recusals", status: 201 },
  run: async (context, { folderId, contactId, reason }) => {
    const { db, account, actor } = context;
    await recusableFolder(context, folderId);
    if (contactId === actor.contactId)
      throw invalidField("contactId", t("Ask someone else who may change access to recuse you: they can then end it."));
    await chosenMember(context, contactId);
    const of = { accountId: account.id, folderId };
    refuseMoreRecusals(await db.folderRecusal.count({ where: of }));
    const data = { ...of, contactId, reason, decidedByName: actor.name };
    await db.folderRecusal.create({ data, select: { contactId: true } }).catch((error: unknown) => {
      throw isUniqueViolation(error) ? new Problem("conflict", t("This person is already recused.")) : error;
    });
    return {
      output: { id: folderId },
      audit: { summary: say("Changed who is recused from a folder"), target: targetOfFolder(folderId) },
    };
  },
});
