import { z } from "zod";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineQuery } from "@/lib/platform/operations/operation";
import { canSome } from "@/lib/policy/evaluate";
import { staffApprovals } from "@/lib/policy/staff-visit";
import { presentVisit, visitColumns } from "./present-visit";
import { visitItem, visitTicket } from "./schema";

const MOST_TICKETS = 10;
const MOST_EMERGENCIES = 10;

/** What a member of staff needs to open an account's records: what they have, and what there is to choose from. */
export const viewOwnVisit = defineQuery({
  name: "staff-visits.view-own",
  permission: "staff.accounts.find",
  alsoChecks: ["support.tickets.view", "staff.emergency.use"],
  scope: "account",
  unlisted: "known-from-search",
  summary: "View your access to an account's records as a member of staff, and the reasons to choose from",
  activity: "view their access to the account",
  input: z.object({}),
  output: z.object({
    approval: z.enum(staffApprovals),
    visit: visitItem.nullable(),
    emergencies: z.array(visitItem).max(MOST_EMERGENCIES).describe("What other managers ask to be confirmed"),
    tickets: z.array(visitTicket).max(MOST_TICKETS).describe("Open tickets of the account, your own first"),
  }),
  http: { method: "GET", path: "/accounts/{accountId}/staff-visits/own" },
  run: async (context) => {
    const { db, account, actor, realNow: now, viewer } = context;
    const isManager = canSome(viewer, "staff.emergency.use");
    const [{ staffApproval }, visits, tickets] = await Promise.all([
      db.account.findUniqueOrThrow({ where: { id: account.id }, select: { staffApproval: true } }),
      db.staffVisit.findMany({
        where: {
          ...{ accountId: account.id, endedAt: null, endsAt: { gt: now } },
          OR: [{ personId: actor.personId }, ...(isManager ? [{ emergency: true, approval: "waiting" }] : [])],
        },
        select: visitColumns,
        orderBy: [{ startedAt: "desc" }, { id: "desc" }],
        take: MOST_EMERGENCIES + 1,
      }),
      canSome(viewer, "support.tickets.view")
        ? db.ticket.findMany({
            where: accessibleWhere(context, "support.tickets.view", { isClosed: false }),
            select: { id: true, number: true, subject: true, assigneeId: true },
            orderBy: [{ lastMessageAt: "desc" }, { id: "desc" }],
            take: MOST_TICKETS,
          })
        : [],
    ]);
    const own = tickets.filter(({ assigneeId }) => assigneeId === actor.personId);
    const others = tickets.filter(({ assigneeId }) => assigneeId !== actor.personId);
    const visit = visits.find(({ personId }) => personId === actor.personId);
    const asked = visits.filter((one) => one !== visit).slice(0, MOST_EMERGENCIES);
    return {
      emergencies: asked.map((one) => presentVisit(one, now)),
      approval: staffApproval as (typeof staffApprovals)[number],
      visit: visit === undefined ? null : presentVisit(visit, now),
      tickets: [...own, ...others].map(({ id, number, subject }) => ({ id, number, subject })),
    };
  },
});
