import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { recusableFolder, targetOfFolder } from "./recusable-folder";

/** Ends a recusal from a folder. Nobody ends their own: whoever is recused doesn't see the folder. */
export const liftFolderRecusal = defineCommand({
  name: "folders.lift-recusal",
  permission: "documents.folders.change-access",
  scope: "account",
  summary: "End a recusal from a folder",
  activity: "end a recusal from a folder",
  input: z.object({ folderId: id, contactId: id }),
  output: z.object({ id }),
  http: { method: "POST", path: "/accounts/{accountId}/folders/{folderId}/recusals/{contactId}/lift" },
  run: async (context, { folderId, contactId }) => {
    await recusableFolder(context, folderId);
    const where = { accountId: context.account.id, folderId, contactId };
    const { count } = await context.db.folderRecusal.deleteMany({ where });
    if (count === 0) throw notFound(t("This person isn't recused."));
    return {
      output: { id: folderId },
      audit: { summary: say("Changed who is recused from a folder"), target: targetOfFolder(folderId) },
    };
  },
});
