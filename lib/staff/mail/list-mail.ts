import { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { planAnew } from "@/lib/platform/db/plan-anew";
import { id } from "@/lib/platform/kernel/ids";
import { countedBy, pageInput, pageOf, pageResult, pageSlice } from "@/lib/platform/kernel/page";
import { searchFilter } from "@/lib/platform/kernel/search-filter";
import { type Direction, orderBy, sortInput } from "@/lib/platform/kernel/sort";
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
  ...pageInput,
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
  output: pageOf(mailItem),
  http: { method: "GET", path: "/staff/mail" },
  run: async (context, asked) => {
    planAnew(context.db);
    const where = accessibleWhere(context, "staff.mail.view", filterOf(asked));
    const mails = context.db.outboxMail.findMany({
      where,
      select: mailColumns,
      orderBy: orderBy(orders, asked),
      ...pageSlice(asked.page),
    });
    const [found, total] = await Promise.all([
      mails,
      context.db.outboxMail.count({ where, ...countedBy({ createdAt: "desc" }) }),
    ]);
    return pageResult(await presentMails(context, found), total, asked.page);
  },
});

function filterOf({ q, kind, status, accountId }: z.output<typeof input>): Prisma.OutboxMailWhereInput {
  return {
    AND: [
      searchFilter(q, (part) => [{ search: part }]),
      kind ? { kindKey: kind } : {},
      status ? { statusKey: status } : {},
      accountId ? { accountId } : {},
    ],
  };
}
