import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { authorize } from "@/lib/platform/operations/authorize";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { declaredInterests, haveDeclared } from "@/lib/workspace/core/declared-interests";
import { presentDismissals } from "@/lib/workspace/core/present-dismissals";
import { MOST_PARTICIPANTS, recusalsView } from "@/lib/workspace/core/schema";
import { foldersAbove } from "../folder-lines";
import { nameOfFolder, visibleFolder } from "../folder-record";
import { firstReaders, readersAmong, readershipOf } from "../list-people";

/** Who is recused from a folder and why, who has declared an interest in what it is about, and who could be recused. */
export const viewFolderRecusals = defineQuery({
  name: "folders.view-recusals",
  permission: "documents.folders.change-access",
  alsoChecks: ["decisions.interests.view"],
  scope: "account",
  summary: "View the recusals from a folder, and the interests that could be a reason for one",
  activity: "view the recusals from a folder",
  input: z.object({ folderId: id }),
  output: recusalsView,
  http: { method: "GET", path: "/accounts/{accountId}/folders/{folderId}/recusals" },
  run: async (context, { folderId }) => {
    const { db, account, actor } = context;
    const folder = await visibleFolder(context, folderId);
    await authorize(context, "documents.folders.change-access", folder);
    const of = { accountId: account.id, folderId };
    const readership = await readershipOf(context, folder.id);
    const [organisations, dismissals, recusals] = await Promise.all([
      db.folderOrganisation.findMany({ where: of, select: { key: true, name: true }, orderBy: { key: "asc" } }),
      db.folderDismissal.findMany({
        where: of,
        select: { contactId: true, key: true, dismissedByName: true, contact: { select: { name: true } } },
        orderBy: { dismissedAt: "asc" },
        take: 500,
      }),
      recusalsFrom(context, folderId),
    ]);
    const first = await firstReaders(context, readership, MOST_PARTICIPANTS + 1);
    const others = first.filter(({ contactId }) => contactId !== actor.contactId).slice(0, MOST_PARTICIPANTS);
    const keys = organisations.map(({ key }) => key);
    const interested = await haveDeclared(context, keys);
    const readers = interested.length === 0 ? [] : await readersAmong(context, readership, interested);
    return {
      organisations: organisations.map(({ name }) => name),
      recusals,
      conflicts: await declaredInterests(context, {
        keys,
        people: readers.map(({ contactId }) => contactId),
        dismissed: dismissals,
      }),
      dismissals: presentDismissals(dismissals, organisations),
      people: others.map(({ contactId, name }) => ({ id: contactId, name })),
    };
  },
});

/** Its own, and those of the folders above it, which end there. */
async function recusalsFrom({ db, account }: Context<"account">, folderId: string) {
  const found = await db.folderRecusal.findMany({
    where: { accountId: account.id, folderId: { in: await foldersAbove(db, { accountId: account.id, folderId }) } },
    select: {
      ...{ contactId: true, reason: true, decidedByName: true, folderId: true },
      contact: { select: { name: true } },
      folder: { select: { name: true, parentId: true } },
    },
    orderBy: [{ decidedAt: "asc" }, { contactId: "asc" }],
    take: 500,
  });
  return found.map(({ contact, folder, folderId: from, ...recusal }) => ({
    ...{ ...recusal, name: contact.name },
    inheritedFrom: from === folderId ? null : nameOfFolder(folder),
  }));
}
