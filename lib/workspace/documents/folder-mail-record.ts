import type { MailRecord } from "@/lib/platform/operations/mail-record";
import { livingFolders } from "@/lib/workspace/core/living-documents";

/** Mails of folders are for those who can open them. */
export const folderMailRecord: MailRecord = {
  kind: "folder",
  reads: async (reader, [id = ""]) =>
    (await reader.db.folder.count({ where: livingFolders(reader, "documents.view", { id }) })) > 0,
};
