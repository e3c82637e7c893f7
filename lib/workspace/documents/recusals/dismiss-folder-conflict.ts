import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { dismissedInterest } from "@/lib/workspace/core/schema";
import { recusableFolder, targetOfFolder } from "./recusable-folder";

/** Decides that a declared interest is no reason for a recusal from a folder. The portal proposes it no longer. */
export const dismissFolderConflict = defineCommand({
  name: "folders.dismiss-conflict",
  permission: "documents.folders.change-access",
  scope: "account",
  summary: "Decide that an interest is no reason to recuse somebody from a folder",
  activity: "dismiss a declared interest",
  input: z.object({ folderId: id, ...dismissedInterest }),
  output: z.object({ id }),
  http: { method: "POST", path: "/accounts/{accountId}/folders/{folderId}/dismissals", status: 201 },
  run: async (context, { folderId, contactId, key }) => {
    const { db, account, actor } = context;
    await recusableFolder(context, folderId);
    const about = await db.folderOrganisation.count({ where: { accountId: account.id, folderId, key } });
    const declared = await db.interest.count({ where: { accountId: account.id, contactId, key } });
    if (about === 0 || declared === 0) throw notFound(t("Interest not found."));
    const data = { accountId: account.id, folderId, contactId, key, dismissedByName: actor.name };
    await db.folderDismissal.createMany({ data: [data], skipDuplicates: true });
    return {
      output: { id: folderId },
      audit: { summary: say("Dismissed a declared interest for a folder"), target: targetOfFolder(folderId) },
    };
  },
});
