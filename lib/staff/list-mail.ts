import { z } from "zod";
import { defineQuery } from "@/lib/access/operation";
import { rows } from "@/lib/access/rows";
import type { Prisma } from "@/lib/db/generated/client";
import { contains } from "@/lib/kernel/contains";
import { id } from "@/lib/kernel/ids";
import { pageInput, pageOf, pageResult, pageSlice } from "@/lib/kernel/page";
import { mailKinds } from "@/lib/mail/schema";
import { mailColumns, presentMails } from "./present-mail";
import { mailItem, mailStatus } from "./schema";

const input = z.object({
  q: z.string().trim().max(200).default("").describe("Part of the recipient or the subject"),
  kind: z.enum(mailKinds).optional(),
  status: mailStatus.optional(),
  accountId: id.optional().describe("Mail about one account"),
  ...pageInput,
});

/** The mail that the portal wrote, newest first: of the kinds that the viewer may read. */
export const listMail = defineQuery({
  name: "staff.mail",
  permission: "staff.mail.view",
  scope: "staff",
  summary: "List the mail the portal has written",
  input,
  output: pageOf(mailItem),
  http: { method: "GET", path: "/staff/mail" },
  run: async (context, asked) => {
    const where = rows(context, "staff.mail.view", filterOf(asked));
    const total = await context.db.outboxMail.count({ where });
    const found = await context.db.outboxMail.findMany({
      where,
      select: mailColumns,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      ...pageSlice(asked.page),
    });
    return pageResult(await presentMails(context, found), total, asked.page);
  },
});

function filterOf({ q, kind, status, accountId }: z.output<typeof input>): Prisma.OutboxMailWhereInput {
  const text = [{ toAddress: contains(q) }, { toName: contains(q) }, { subject: contains(q) }];
  return {
    AND: [q ? { OR: text } : {}, kind ? { kind } : {}, status ? { status } : {}, accountId ? { accountId } : {}],
  };
}
