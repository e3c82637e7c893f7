import { z } from "zod";
import { TicketStatus } from "@/lib/platform/db/enum-values";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { id } from "@/lib/platform/kernel/ids";
import { keysetList } from "@/lib/platform/kernel/keyset-list";
import { countedBy, cursorInput, cursorPageOf } from "@/lib/platform/kernel/page";
import { type Direction, sortInput } from "@/lib/platform/kernel/sort";
import { ticketNumber } from "@/lib/platform/kernel/ticket-number";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { type SearchedWord, searchAccount } from "@/lib/platform/operations/search-account";
import { presentTicket } from "./present-ticket";
import { department, ticketItem, ticketStatus } from "./schema";
import { ticketColumns } from "./ticket-record";

const orders = {
  subject: (sort) => [{ subjectSearch: sort }],
  status: (sort) => [{ status: sort }, { lastMessageAt: "desc" }],
  activity: (sort) => [{ lastMessageAt: sort }],
} satisfies Record<string, (sort: Direction) => Prisma.TicketOrderByWithRelationInput[]>;

const input = z.object({
  status: ticketStatus.optional(),
  department: department.optional(),
  serviceId: id.optional(),
  q: z
    .string()
    .trim()
    .max(200)
    .optional()
    .describe("Part of the subject, of a message or of a file's name, or a ticket's number"),
  ...cursorInput,
  ...sortInput(orders, "activity", "desc"),
});

/** The tickets the viewer may see, newest activity first. */
export const listTickets = defineQuery({
  name: "tickets.list",
  permission: "support.tickets.view",
  scope: "account",
  summary: "List tickets, latest activity first",
  activity: "view tickets",
  input,
  output: cursorPageOf(ticketItem),
  http: { method: "GET", path: "/accounts/{accountId}/tickets" },
  run: async (context, asked) => {
    const where = accessibleWhere(context, "support.tickets.view", await filterOf(context, asked));
    const list = keysetList("tickets.list", orders, asked, { status: TicketStatus });
    const select = list.select(ticketColumns);
    const [found, total] = await Promise.all([
      list.read((part) => context.db.ticket.findMany({ ...part, where: { AND: [where, part.where] }, select })),
      context.db.ticket.count({ where, ...countedBy({ lastMessageAt: "desc" }) }),
    ]);
    const page = list.page(found, total);
    return { ...page, items: page.items.map((ticket) => presentTicket(context, ticket)) };
  },
});

async function filterOf(context: Context, asked: z.output<typeof input>): Promise<Prisma.TicketWhereInput> {
  const { status, department, serviceId, q } = asked;
  return {
    AND: [
      status ? { status } : {},
      department ? { department } : {},
      serviceId ? { serviceId } : {},
      q ? await searchAccount(context.db, q, ["ticket", "message", "file"], (word) => matches(context, word)) : {},
    ],
  };
}

function matches(context: Context, word: SearchedWord): Prisma.TicketWhereInput[] {
  return [
    word.rows("ticket") ?? { subjectSearch: word.part },
    word.rows("message") ?? { messages: { some: { internal: false, bodySearch: word.part } } },
    word.rows("file") ?? { messages: { some: { internal: false, attachments: { some: { nameSearch: word.part } } } } },
    ...ticketNumber(word.text),
    // Notes and their files are searched only in tickets on which the viewer may read them.
    accessibleWhere(context, "support.tickets.note", { messages: { some: { internal: true, OR: inMessage(word) } } }),
  ];
}

const inMessage = ({ part }: SearchedWord): Prisma.TicketMessageWhereInput[] => [
  { bodySearch: part },
  { attachments: { some: { nameSearch: part } } },
];
