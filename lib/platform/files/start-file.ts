import { env } from "@/lib/platform/config/env";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { addMinutes } from "@/lib/platform/kernel/dates";
import { invalidField } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { safeName } from "./safe-name";

/** How many files may wait for one message, and how many it may have. */
export const MOST_FILES = 10;

const MEGABYTE = 1024 * 1024;

/** The largest file, in bytes. */
export const largestFile = (): number => env().FILES_LARGEST_MB * MEGABYTE;

/** What was begun before, and left, takes up no place. */
const lately = (): Date => addMinutes(new Date(), -60);

/** Where a message about the file belongs, and how many may wait there. */
interface Place {
  /** Of the form. */
  readonly field: string;
  readonly most: number;
  readonly tooMany: (name: string) => string;
}

interface NewFile {
  readonly accountId: string;
  readonly uploaderId: string;
  readonly draft: string;
  readonly internal: boolean;
  readonly name: string;
  readonly size: number;
}

/**
 * Notes a file before any of it is sent. The account's usage is changed first, so that of those who upload at the same
 * time each is counted on the result of the one before.
 *
 * @throws Problem `invalid` for a file that is empty or too large, for too many, and for a full account
 */
export async function startFile(
  db: ScopedDb,
  given: NewFile,
  { field, most, tooMany }: Place = ofMessage,
): Promise<{ id: string; name: string }> {
  const { accountId, uploaderId, draft, size } = given;
  const name = safeName(given.name);
  requireSize(name, size, field);
  await takeRoom(db, { accountId, name, size, field });
  const waiting = await db.storedFile.count({
    where: {
      accountId,
      uploaderId,
      draft,
      OR: [{ state: "stored" }, { state: "uploading", touchedAt: { gt: lately() } }],
    },
  });
  if (waiting >= most) throw invalidField(field, tooMany(name));
  return db.storedFile.create({ data: { ...given, name }, select: { id: true, name: true } });
}

const ofMessage: Place = {
  field: "attachmentIds",
  most: MOST_FILES,
  tooMany: (name) =>
    t("A message can have up to {count} files. “{name}” wasn't uploaded.", { count: MOST_FILES, name }),
};

function requireSize(name: string, size: number, field: string): void {
  if (size === 0) throw invalidField(field, t("“{name}” is empty.", { name }));
  if (size <= largestFile()) return;
  const megabytes = env().FILES_LARGEST_MB;
  throw invalidField(field, t("“{name}” is too large. A file can have up to {megabytes} MB.", { name, megabytes }));
}

async function takeRoom(
  db: ScopedDb,
  { accountId, name, size, field }: { accountId: string; name: string; size: number; field: string },
): Promise<void> {
  const most = BigInt(env().FILES_ACCOUNT_MB) * BigInt(MEGABYTE);
  await db.fileUsage.createMany({ data: { accountId }, skipDuplicates: true });
  const { count } = await db.fileUsage.updateMany({
    where: { accountId, bytes: { lte: most - BigInt(size) } },
    data: { bytes: { increment: BigInt(size) } },
  });
  if (count > 0) return;
  throw invalidField(
    field,
    t("There is no room left for the files of this account, so “{name}” wasn't uploaded. Ask us for more.", { name }),
  );
}
