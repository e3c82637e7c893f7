import { filesByKind } from "@/lib/platform/files/files-by-kind";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { ReportPart } from "@/lib/platform/operations/report-part";

/** What the files of those tickets take that the viewer sees, by kind. */
export const storageReport: ReportPart = {
  name: "ticket-files",
  title: msg("Files of tickets"),
  permission: "support.tickets.view",
  load: async (context) => {
    const ticket = accessibleWhere(context, "support.tickets.view");
    return {
      ...(await filesByKind(context, {
        attachment: { is: { internal: false, message: { is: { ticket: { is: ticket } } } } },
      })),
      unseen: t("Files of tickets that you can't see, and files that aren't sent yet, are not counted."),
    };
  },
};
