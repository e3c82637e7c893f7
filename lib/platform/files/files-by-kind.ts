import type { Prisma } from "@/lib/platform/db/generated/client";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { msg, type Sentence } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { type ContentKind, contentKind } from "./content-kind";

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

/** The account of a scoped transaction. */
interface Account {
  readonly db: ScopedDb;
  readonly account: { readonly id: string };
}

/** For a report, how many files there are and what they take, by kind: `which` are those that the viewer may read. */
export async function filesByKind(of: Account, which: Prisma.StoredFileWhereInput) {
  const kinds = await sizesByKind(of, which);
  const total = [...kinds.values()].reduce((sum, { count }) => sum + count, 0);
  return {
    figures: [{ label: t("Files"), value: total }],
    tables: [
      {
        caption: t("By kind"),
        columns: [
          { header: t("Kind"), type: "text" as const },
          { header: t("Files"), type: "number" as const },
          { header: t("Size"), type: "bytes" as const },
        ],
        rows: [...kinds]
          .sort(([, one], [, other]) => other.bytes - one.bytes)
          .map(([kind, { count, bytes }]) => [t(kindNames[kind]), count, bytes]),
      },
    ],
  };
}

async function sizesByKind({ db, account }: Account, which: Prisma.StoredFileWhereInput) {
  const groups = await db.storedFile.groupBy({
    by: ["contentType"],
    where: { AND: [{ accountId: account.id, internal: false }, which] },
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
