import { type ContentKind, contentKind } from "@/lib/platform/files/content-kind";
import { msg, type Sentence } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import type { ReportPart } from "@/lib/platform/operations/report-part";

const kindNames: Readonly<Record<ContentKind, Sentence>> = {
  picture: msg("Pictures"),
  pdf: msg("PDF"),
  document: msg("Text documents"),
  spreadsheet: msg("Spreadsheets"),
  slides: msg("Presentations"),
  archive: msg("Archives"),
  video: msg("Videos"),
  audio: msg("Audio"),
  file: msg("Other files"),
};

/** What the files of those tickets take that the viewer sees, by kind. */
export const storageReport: ReportPart = {
  name: "ticket-files",
  title: msg("Files of tickets"),
  permission: "support.tickets.view",
  load: async (context) => {
    const kinds = await sizesByKind(context);
    const total = [...kinds.values()].reduce((sum, { count }) => sum + count, 0);
    return {
      figures: [{ label: t("Files"), value: total }],
      tables: [
        {
          caption: t("By kind"),
          columns: [
            { header: t("Kind"), type: "text" },
            { header: t("Files"), type: "number" },
            { header: t("Size"), type: "bytes" },
          ],
          rows: [...kinds]
            .sort(([, one], [, other]) => other.bytes - one.bytes)
            .map(([kind, { count, bytes }]) => [t(kindNames[kind]), count, bytes]),
        },
      ],
      unseen: t("Files of tickets that you can't see, and files that aren't sent yet, are not counted."),
    };
  },
};

async function sizesByKind(context: Context<"account">) {
  const { db, account } = context;
  const ticket = accessibleWhere(context, "support.tickets.view");
  const groups = await db.storedFile.groupBy({
    by: ["contentType"],
    where: {
      accountId: account.id,
      internal: false,
      attachment: { is: { internal: false, message: { is: { ticket: { is: ticket } } } } },
    },
    _count: true,
    _sum: { size: true },
  });
  const kinds = new Map<ContentKind, { count: number; bytes: number }>();
  for (const { contentType, _count, _sum } of groups) {
    const kind = contentKind(contentType);
    const { count, bytes } = kinds.get(kind) ?? { count: 0, bytes: 0 };
    kinds.set(kind, { count: count + _count, bytes: bytes + (_sum.size ?? 0) });
  }
  return kinds;
}
