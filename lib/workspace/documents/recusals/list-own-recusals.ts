import { z } from "zod";
import { iso, isoDateTime } from "@/lib/platform/kernel/dates";
import { defineQuery } from "@/lib/platform/operations/operation";

const MOST = 100;

/** Why the viewer doesn't see some folders: who recused them, and for what reason. The folders aren't named. */
export const listOwnRecusals = defineQuery({
  name: "folders.list-own-recusals",
  permission: "documents.view",
  scope: "account",
  summary: "List the reasons for which you are recused from folders, without their names",
  activity: "view their own recusals",
  input: z.object({}),
  output: z.object({
    recusals: z.array(z.object({ reason: z.string(), decidedByName: z.string(), decidedAt: isoDateTime })).max(MOST),
  }),
  http: { method: "GET", path: "/accounts/{accountId}/folders/own-recusals" },
  run: async ({ db, account, viewer }) => {
    const found = await db.folderRecusal.findMany({
      where: { accountId: account.id, contactId: viewer.contactId ?? account.id, folder: { is: { deletedAt: null } } },
      select: { reason: true, decidedByName: true, decidedAt: true },
      orderBy: [{ decidedAt: "desc" }, { folderId: "asc" }],
      take: MOST,
    });
    return { recusals: found.map(({ decidedAt, ...one }) => ({ ...one, decidedAt: iso(decidedAt) })) };
  },
});
