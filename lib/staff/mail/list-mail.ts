import { z } from "zod";
import { MailStatus } from "@/lib/platform/db/enum-values";
import { foundByWords } from "@/lib/platform/db/found-by-words";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { planAnew } from "@/lib/platform/db/plan-anew";
import { id } from "@/lib/platform/kernel/ids";
import { keysetList } from "@/lib/platform/kernel/keyset-list";
import { countedBy, cursorInput, cursorPageOf } from "@/lib/platform/kernel/page";
import { type Direction, sortInput } from "@/lib/platform/kernel/sort";
import { mailKinds } from "@/lib/platform/mail/schema";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineQuery } from "@/lib/platform/operations/operation";
import { mailItem, mailStatus } from "@/lib/staff/core/schema";
import { mailColumns, presentMails } from "./present-mail";

const orders = {
  subject: (sort) => [{ subject: sort }, { createdAt: "desc" }],
  to: (sort) => [{ toName: sort }, { toAddress: sort }, { createdAt: "desc" }],
  status: (sort) => [{ status: sort }, { createdAt: "desc" }],
  at: (sort) => [{ createdAt: sort }],
} satisfies Record<string, (sort: Direction) => Prisma.OutboxMailOrderByWithRelationInput[]>;

const input = z.object({
  q: z.string().trim().max(200).default("").describe("Part of the recipient or the subject"),
  kind: z.enum(mailKinds).optional(),
  status: mailStatus.optional(),
  accountId: id.optional().describe("Emails about one account"),
  ...cursorInput,
  ...sortInput(orders, "at", "desc"),
});

/** Emails created by the portal, newest first, in the categories the viewer may read. */
export const listMail = defineQuery({
  name: "staff.list-mail",
  permission: "staff.mail.view",
  scope: "staff",
  summary: "List emails sent by the portal",
  activity: "view sent email",
  input,
  output: cursorPageOf(mailItem),
  http: { method: "GET", path: "/staff/mail" },
  run: async (context, asked) => {
    planAnew(context.db);
    const filter = { AND: [await foundByWords(context.db, "sent", asked.q), filterOf(asked)] };
    const where = accessibleWhere(context, "staff.mail.view", filter);
    const list = keysetList("staff.list-mail", orders, asked, { status: MailStatus });
    const select = list.select(mailColumns);
    const [found, total] = await Promise.all([
      list.read((part) => context.db.outboxMail.findMany({ ...part, where: { AND: [where, part.where] }, select })),
      context.db.outboxMail.count({ where, ...countedBy({ createdAt: "desc" }) }),
    ]);
    const page = list.page(found, total);
    return { ...page, items: await presentMails(context, page.items) };
  },
});

function filterOf({ kind, status, accountId }: z.output<typeof input>): Prisma.OutboxMailWhereInput {
  return {
    AND: [kind ? { kindKey: kind } : {}, status ? outcomeFilter(status) : {}, accountId ? { accountId } : {}],
  };
}

/** What is no longer wanted has failed as well, and is a status of its own where it is shown. */
function outcomeFilter(status: z.output<typeof mailStatus>): Prisma.OutboxMailWhereInput {
  if (status === "unwanted") return { unwanted: true };
  return status === "failed" ? { statusKey: status, unwanted: false } : { statusKey: status };
}
