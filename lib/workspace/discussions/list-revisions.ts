import { z } from "zod";
import { iso } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { keysetList } from "@/lib/platform/kernel/keyset-list";
import { countedBy, cursorInput, cursorPageOf } from "@/lib/platform/kernel/page";
import { defineQuery } from "@/lib/platform/operations/operation";
import { requireReply } from "./reply-record";
import { revisionItem } from "./schema";

const orders = { version: () => [{ version: "desc" as const }] };

/** What a post said before, newest first: for everyone who sees it. */
export const listRevisions = defineQuery({
  name: "discussions.list-revisions",
  permission: "discussions.groups.view-public",
  alsoChecks: ["discussions.groups.view-private"],
  scope: "account",
  summary: "List the earlier versions of a post",
  activity: "view the earlier versions of a post",
  input: z.object({ replyId: id, ...cursorInput }),
  output: cursorPageOf(revisionItem),
  http: { method: "GET", path: "/accounts/{accountId}/discussion-replies/{replyId}/revisions" },
  run: async (context, { replyId, ...asked }) => {
    const where = { replyId };
    const list = keysetList("discussions.list-revisions", orders, {
      ...asked,
      ...{ replyId, sort: "version", direction: "desc" },
    });
    const select = list.select({
      id: true,
      version: true,
      body: true,
      files: true,
      replacedBy: true,
      replacedAt: true,
    });
    const [found, total] = await Promise.all([
      list.read((part) =>
        context.db.discussionRevision.findMany({ ...part, where: { AND: [where, part.where] }, select }),
      ),
      context.db.discussionRevision.count({ where, ...countedBy({ version: "desc" }) }),
      requireReply(context, replyId),
    ]);
    const page = list.page(found, total);
    return { ...page, items: page.items.map((one) => ({ ...one, replacedAt: iso(one.replacedAt) })) };
  },
});
