import { filesByKind } from "@/lib/platform/files/files-by-kind";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import type { ReportPart } from "@/lib/platform/operations/report-part";
import { visibleGroups } from "../visible-groups";

/** What the files of posts take in those groups that the viewer sees, by kind. */
export const postFilesReport: ReportPart = {
  name: "post-files",
  title: msg("Files of discussions"),
  permission: "discussions.groups.view-public",
  load: async (context) => ({
    ...(await filesByKind(context, {
      ofPost: { is: { reply: { is: { deletedAt: null, thread: { is: { group: { is: visibleGroups(context) } } } } } } },
    })),
    unseen: t("Files of groups that you can't see, and files that aren't posted yet, are not counted."),
  }),
};
