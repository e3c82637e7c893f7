import { z } from "zod";
import { foundByWords } from "@/lib/platform/db/found-by-words";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { planAnew } from "@/lib/platform/db/plan-anew";
import { countedBy, pageInput, pageOf, pageResult, pageSlice } from "@/lib/platform/kernel/page";
import { type Direction, orderBy, sortInput } from "@/lib/platform/kernel/sort";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineQuery } from "@/lib/platform/operations/operation";
import { inboundColumns, presentInbound } from "./present-inbound";
import { inboundMailItem, mailDepartment, mailOutcome } from "./schema";

const orders = {
  received: (sort) => [{ receivedAt: sort }],
  outcome: (sort) => [{ outcome: sort }, { receivedAt: "desc" }],
} satisfies Record<string, (sort: Direction) => Prisma.InboundMailOrderByWithRelationInput[]>;

const input = z.object({
  q: z.string().trim().max(200).default("").describe("Part of the sender or the subject"),
  outcome: mailOutcome.optional(),
  department: mailDepartment.optional(),
  ...pageInput,
  ...sortInput(orders, "received", "desc"),
});

/** Email that the support desk received, newest first, and what became of it. */
export const listInboundMail = defineQuery({
  name: "inbound-mail.list",
  permission: "staff.inbound-mail.handle",
  scope: "staff",
  summary: "List email received by the support desk, and what became of it",
  activity: "view received email",
  input,
  output: pageOf(inboundMailItem),
  http: { method: "GET", path: "/staff/inbound-mail" },
  run: async (context, asked) => {
    planAnew(context.db);
    const filter = { AND: [await foundByWords(context.db, "received", asked.q), filterOf(asked)] };
    const where = accessibleWhere(context, "staff.inbound-mail.handle", filter);
    const mails = context.db.inboundMail.findMany({
      where,
      select: inboundColumns,
      orderBy: orderBy(orders, asked),
      ...pageSlice(asked.page),
    });
    const [found, total] = await Promise.all([
      mails,
      context.db.inboundMail.count({ where, ...countedBy({ receivedAt: "desc" }) }),
    ]);
    return pageResult(
      found.map((mail) => presentInbound(context, mail)),
      total,
      asked.page,
    );
  },
});

function filterOf({ outcome, department }: z.output<typeof input>): Prisma.InboundMailWhereInput {
  return {
    AND: [
      outcome === undefined ? {} : { outcome: outcome === "processing" ? null : outcome },
      department ? { department } : {},
    ],
  };
}
