import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { type DocumentRow, noFile } from "./document-record";

const MOST_VERSIONS = 200;

interface Contents {
  readonly fileId: string;
  readonly restoredFrom: number | null;
}

/** Makes these contents the newest version, and returns its number. The tree is locked. */
export async function addVersion(
  context: Context<"account">,
  document: DocumentRow,
  { fileId, restoredFrom }: Contents,
): Promise<number> {
  const { db, account, actor, now } = context;
  const version = document.version + 1;
  if (version > MOST_VERSIONS) {
    throw new Problem("conflict", t("A file can have up to {count} versions.", { count: MOST_VERSIONS }));
  }
  const { count } = await db.document.updateMany({
    where: accessibleWhere(context, "documents.files.replace", {
      AND: [{ id: document.id }, { version: document.version }, { deletedAt: null }],
    }),
    data: { fileId, version, uploadedByName: actor.name, updatedAt: now },
  });
  if (count === 0) throw noFile();
  const written = { number: version, restoredFrom, uploadedByName: actor.name, createdAt: now };
  await db.documentVersion.createMany({ data: { accountId: account.id, documentId: document.id, fileId, ...written } });
  return version;
}
