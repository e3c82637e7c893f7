import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { authorize } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { chosenParticipants } from "@/lib/workspace/core/participants";
import { type ChangedPeople, changeBetween } from "./access-change";
import { type FolderRow, visibleFolder } from "./folder-record";
import { listOf, readershipOf } from "./list-people";
import { contactIds } from "./schema";

export const accessInput = {
  folderId: id,
  access: z.enum(["inherit", "own"]),
  people: contactIds.default([]).describe("The people on its own list; not used if it inherits"),
  viewOnly: z.boolean().default(false).describe("They can't download its files"),
};

type Asked = z.output<z.ZodObject<typeof accessInput>>;

interface Changing {
  readonly folder: FolderRow;
  readonly people: ChangedPeople;
  /** The ids of its own list from now on; null if it is to inherit. */
  readonly list: string[] | null;
  /** The folder whose list applies then. */
  readonly governingId: string;
}

/** Another list for a folder, and whom that would concern. Throws `not-found`, `refused`, `invalid` and `conflict`. */
export async function changingAccess(context: Context<"account">, asked: Asked): Promise<Changing> {
  const folder = await visibleFolder(context, asked.folderId);
  await authorize(context, "documents.folders.change-access", folder);
  const now = await readershipOf(context, folder.id);
  if (asked.access === "own") {
    const list = (await chosenParticipants(context, "people", asked.people)).map((one) => one.id);
    const people = await changeBetween(context, now, { ...now, list });
    return { folder, list, people, governingId: folder.id };
  }
  const governingId = await governingAbove(context, folder);
  const list = await listOf(context, governingId);
  return { folder, list: null, people: await changeBetween(context, now, { ...now, list }), governingId };
}

async function governingAbove({ db, account }: Context<"account">, { parentId }: FolderRow): Promise<string> {
  if (parentId === null) throw new Problem("conflict", t("The folder at the top has nothing to inherit from."));
  const above = await db.folder.findFirst({
    where: { accountId: account.id, id: parentId },
    select: { governingId: true },
  });
  if (above === null) throw new Error("A folder has no parent.");
  return above.governingId;
}
