import { z } from "zod";
import { currentBrand } from "@/lib/platform/brand/current-brand";
import { addDays } from "@/lib/platform/kernel/dates";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineQuery } from "@/lib/platform/operations/operation";
import { aheadThenBack, MOST_ON_EACH_SIDE } from "@/lib/workspace/core/ahead-then-back";
import { dueInCalendar } from "@/lib/workspace/core/due-in-calendar";
import { feedOf } from "./meeting-event";

const DAYS_BACK = 90;

/** The viewer's meetings and what is due as a calendar (iCalendar): title, time and place, and never an agenda. */
export const readCalendar = defineQuery({
  name: "meetings.read-calendar",
  permission: "meetings.view",
  alsoChecks: ["actions.view", "decisions.search", "decisions.titles.view"],
  scope: "account",
  summary: "Read your meetings, due actions and open votes as a calendar, from 90 days ago on",
  activity: "read their calendar",
  input: z.object({}),
  output: z.object({ calendar: z.string() }),
  http: { method: "GET", path: "/accounts/{accountId}/meeting-calendar.ics" },
  run: async (context) => {
    const from = addDays(context.realNow, -DAYS_BACK);
    const entries = await dueInCalendar(context, from);
    const meetings = await aheadThenBack(context.realNow, from, (startsAt, order) =>
      context.db.meeting.findMany({
        where: accessibleWhere(context, "meetings.view", { status: { not: "draft" as const }, startsAt }),
        select: {
          ...{ id: true, accountId: true, title: true, startsAt: true, endsAt: true, place: true, url: true },
          ...{ sequence: true, status: true, createdAt: true },
        },
        orderBy: [{ startsAt: order }, { id: order }],
        take: MOST_ON_EACH_SIDE,
      }),
    );
    const { name: company } = await currentBrand();
    const name = t("{company}: meetings of {account}", { company, account: context.account.name });
    const events = meetings.map(({ status, createdAt: changedAt, ...meeting }) => ({
      ...{ ...meeting, changedAt, cancelled: status === "cancelled" },
    }));
    return { calendar: feedOf({ company, name }, events, { accountId: context.account.id, entries }) };
  },
});
