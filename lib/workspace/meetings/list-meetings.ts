import { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { keysetList } from "@/lib/platform/kernel/keyset-list";
import { countedBy, cursorInput, cursorPageOf } from "@/lib/platform/kernel/page";
import { searchFilter } from "@/lib/platform/kernel/search-filter";
import { type Direction, sortInput } from "@/lib/platform/kernel/sort";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { listColumns, presentMeeting } from "./present-meeting";
import { meetingItem } from "./schema";

const orders = {
  title: (sort) => [{ titleSearch: sort }, { startsAt: "desc" }],
  when: (sort) => [{ startsAt: sort }],
} satisfies Record<string, (sort: Direction) => Prisma.MeetingOrderByWithRelationInput[]>;

const input = z.object({
  period: z.enum(["upcoming", "past"]).optional(),
  q: z.string().trim().max(200).optional().describe("Part of the title"),
  ...cursorInput,
  ...sortInput(orders, "when", "desc"),
});

/** The meetings the viewer may see. */
export const listMeetings = defineQuery({
  name: "meetings.list",
  permission: "meetings.view",
  scope: "account",
  summary: "List meetings, latest first",
  activity: "view meetings",
  input,
  output: cursorPageOf(meetingItem),
  http: { method: "GET", path: "/accounts/{accountId}/meetings" },
  run: async (context, asked) => {
    const where = accessibleWhere(context, "meetings.view", filterOf(context, asked));
    const list = keysetList("meetings.list", orders, asked);
    const select = list.select(listColumns(context));
    const [found, total] = await Promise.all([
      list.read((part) => context.db.meeting.findMany({ ...part, where: { AND: [where, part.where] }, select })),
      context.db.meeting.count({ where, ...countedBy({ startsAt: "desc" }) }),
    ]);
    const page = list.page(found, total);
    return { ...page, items: page.items.map(presentMeeting) };
  },
});

function filterOf({ realNow }: Context, { period, q }: z.output<typeof input>): Prisma.MeetingWhereInput {
  return {
    AND: [
      period === "upcoming" ? { endsAt: { gte: realNow } } : period === "past" ? { endsAt: { lt: realNow } } : {},
      q ? searchFilter<Prisma.MeetingWhereInput>(q, (titleSearch) => [{ titleSearch }]) : {},
    ],
  };
}
