import { features } from "@/lib/features";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { mayExecute } from "@/lib/platform/operations/may-execute";
import type { NotificationKind } from "@/lib/platform/operations/notification-kind";
import { isExport } from "@/lib/platform/rendering/define-export";

const downloads = features.flatMap(({ operations }) => operations).filter(isExport);

/** Where the files of an area are listed, by the first word of their operation. */
const pages: Readonly<Record<string, string>> = {
  statements: "/statement",
  reports: "/reports",
  activity: "/activity",
  actions: "/actions",
  documents: "/documents/zip",
};

/**
 * A file that was prepared in the background is ready, or couldn't be prepared. The database writes it with the state of the
 * file. For the person who asked for it, while they may still execute that download.
 */
export const exportFinished: NotificationKind = {
  kind: "export-finished",
  visible: ({ viewer }) => ({
    export: {
      is: {
        personId: viewer.subject.personId,
        tokenId: null,
        operation: { in: downloads.filter((one) => mayExecute(viewer, one)).map(({ name }) => name) },
      },
    },
  }),
  present: ({ export: file }) => ({
    title:
      file?.state === "failed" ? t("A file you asked for couldn't be prepared") : t("The file you asked for is ready"),
    detail: file?.filename ?? "",
    path: `${pages[file?.operation.split(".")[0] ?? ""] ?? ""}#prepared-files`,
  }),
  why: msg("You asked for it."),
};
