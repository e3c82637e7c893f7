import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import type { NotificationKind } from "@/lib/platform/operations/notification-kind";
import { livingFolders } from "@/lib/workspace/core/living-documents";
import { nameOfFolder } from "./folder-record";

/** Access to a folder that somebody was given. */
export const folderNotification: NotificationKind = {
  kind: "folder-invitation",
  notice: "notices.workspace.receive",
  visible: (context) => ({ folder: { is: livingFolders(context) } }),
  present: ({ folder }) => ({
    title: t("You were given access to a folder"),
    detail: folder === null ? "" : nameOfFolder(folder),
    path: `/documents/${folder?.id}`,
  }),
  why: msg("You were given access to this folder."),
};
