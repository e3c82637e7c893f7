import type { Job } from "@/lib/platform/db/transaction";
import type { ScheduledJob } from "@/lib/platform/jobs/scheduled-job";
import { withinAccount } from "@/lib/platform/jobs/within-account";
import { addDays } from "@/lib/platform/kernel/dates";
import { msg } from "@/lib/platform/language/msg";
import { foldersBelow } from "./folder-lines";
import { KEPT_DAYS } from "./kept-days";
import { lockTree } from "./lock-tree";

/** In one transaction, so that nobody waits long for the account's documents. */
const AT_ONCE = 200;

/** Deletes for good the files that were deleted thirty days ago; their contents go from the storage afterwards. */
export const purgeDocumentsJob: ScheduledJob = {
  name: "purge-documents",
  phase: "clean",
  queue: "purge-documents",
  cron: "37 3 * * *",
  words: msg("{count, plural, one {# deleted file removed} other {# deleted files removed}}"),
  find: (db, now, after, take) =>
    db.document.findMany({
      where: { id: { gt: after }, deletedAt: { lte: addDays(now, -KEPT_DAYS) } },
      select: { id: true, accountId: true },
      orderBy: { id: "asc" },
      take,
    }),
  work: ({ accountId, id }, now) =>
    withinAccount(accountId, now, async ({ db, account }) => {
      await lockTree(db, account.id);
      const old = { accountId: account.id, id, deletedAt: { lte: addDays(now, -KEPT_DAYS) } };
      return (await db.document.deleteMany({ where: old })).count;
    }),
};

/** The same for folders, with everything that is in them. */
export const purgeFoldersJob: ScheduledJob = {
  name: "purge-folders",
  phase: "clean",
  queue: "purge-documents",
  cron: "37 3 * * *",
  words: msg("{count, plural, one {# deleted folder removed} other {# deleted folders removed}}"),
  find: (db, now, after, take) =>
    db.folder.findMany({
      where: {
        ...{ id: { gt: after }, deletedAt: { lte: addDays(now, -KEPT_DAYS) } },
        deletedItself: true,
      },
      select: { id: true, accountId: true },
      orderBy: { id: "asc" },
      take,
    }),
  work: async ({ accountId, id }, now) => {
    for (;;) {
      const done = { folders: 0, more: false };
      await withinAccount(accountId, now, async (job) => {
        Object.assign(done, await purgeSome(job, id, now));
        return done.folders;
      });
      if (!done.more) return done.folders;
    }
  },
};

async function purgeSome({ db, account }: Job, folderId: string, now: Date) {
  const { id: accountId } = account;
  await lockTree(db, accountId);
  const old = { accountId, id: folderId, deletedAt: { lte: addDays(now, -KEPT_DAYS) } };
  if ((await db.folder.count({ where: old })) === 0) return { folders: 0, more: false };
  const inside = (await foldersBelow(db, { accountId, folderId })).map(({ id }) => id);
  const where = { accountId, folderId: { in: inside } };
  const some = await db.document.findMany({ where, select: { id: true }, take: AT_ONCE });
  await db.document.deleteMany({ where: { accountId, id: { in: some.map(({ id }) => id) } } });
  if (some.length === AT_ONCE) return { folders: 0, more: true };
  return { folders: (await db.folder.deleteMany({ where: { accountId, id: { in: inside } } })).count, more: false };
}
