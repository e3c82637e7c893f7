import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { viewDashboard } from "@/lib/home/dashboard/view-dashboard";
import { listNotifications } from "@/lib/home/notifications/list-notifications";
import { find } from "@/lib/home/search/find";
import type { FileOutput } from "@/lib/platform/kernel/file-output";
import { localDay } from "@/lib/platform/kernel/local-day";
import { weeksOfMonth } from "@/lib/platform/kernel/weeks-of-month";
import type { OutputOf } from "@/lib/platform/operations/operation";
import { downloadActionsCsv } from "@/lib/workspace/actions/download-csv";
import { listActions } from "@/lib/workspace/actions/list-actions";
import { viewAction } from "@/lib/workspace/actions/view-action";
import { MOST_ON_EACH_SIDE } from "@/lib/workspace/core/ahead-then-back";
import { listDecisions } from "@/lib/workspace/decisions/list-decisions";
import { viewDecision } from "@/lib/workspace/decisions/view-decision";
import { viewOutline } from "@/lib/workspace/decisions/view-outline";
import { listGroups } from "@/lib/workspace/discussions/list-groups";
import { viewGroup } from "@/lib/workspace/discussions/view-group";
import { viewThread } from "@/lib/workspace/discussions/view-thread";
import { listInterests } from "@/lib/workspace/interests/list-interests";
import { listLinks } from "@/lib/workspace/links/list-links";
import { viewLink } from "@/lib/workspace/links/view-link";
import { readCalendar } from "@/lib/workspace/meetings/calendar/read-calendar";
import { viewCalendar } from "@/lib/workspace/meetings/calendar/view-calendar";
import { listMeetings } from "@/lib/workspace/meetings/list-meetings";
import { viewMeeting } from "@/lib/workspace/meetings/view-meeting";
import { fileText } from "@/tests/fixtures/file-text";
import { contactOf } from "@/tests/workspace/documents/arrange";
import { idOf, type Kind, SIZE, titleOf } from "./lay-at-size";
import { inWords, type PortalAtSize, portalAtSize } from "./portal-at-size";

const BILLING = "billing@northwind.example";
const SUPPORT = "support@northwind.example";
/** Looked for one by one: of every kind, some that each person sees, and some that they don't. */
const SAMPLE = [
  4_200, 4_203, 4_204, 4_207, 4_209, 4_210, 4_225, 4_230, 4_248, 4_250, 4_290, 4_320, 4_400, 4_444, 4_500,
];
/** Rows of a table that a page may read, as in tests/operations/plans.db.test.ts. */
const MOST_READ = 2_500;

let at: PortalAtSize;
beforeAll(async () => {
  at = await portalAtSize();
});
afterAll(() => at.portal.close());

/** The day it is for a person, by which an action is overdue. */
async function todayOf(email: string): Promise<string> {
  const { timeZone } = await at.portal.owner.person.findUniqueOrThrow({ where: { email } });
  return new Intl.DateTimeFormat("en-CA", { timeZone: timeZone ?? "UTC" }).format(new Date());
}

const sorted = (ids: Iterable<string>) => [...ids].sort();
const everyNth = (n: number) => Array.from({ length: SIZE / n }, (_, place) => (place + 1) * n);

const lists = [
  ["discussions.list-groups", listGroups, (email: string) => at.groupsOf(email)],
  ["meetings.list", listMeetings, (email: string) => at.meetingsOf(email)],
  ["actions.list", listActions, (email: string) => at.actionsOf(email)],
  ["decisions.list", listDecisions, (email: string) => at.decisionsOf(email)],
  ["links.list", listLinks, (email: string) => at.linksOf(email)],
  ["interests.list", listInterests, (email: string) => at.interestsOf(email)],
] as const;

describe.each([BILLING, SUPPORT])(`with ${SIZE} of each kind, to %s`, (email) => {
  test.each(lists)("%s shows a record if and only if its own check allows it", async (_, operation, allowed) => {
    const expected = await allowed(email);
    expect(expected.size).toBeGreaterThan(SIZE / 20);
    expect(sorted((await at.listed(email, operation)).map(({ id }) => id))).toEqual(sorted(expected));
  });

  test("a decision has its title if and only if the check of titles allows it", async () => {
    const shown = (await at.listed(email, listDecisions)).filter(({ title }) => title !== null);
    expect(sorted(shown.map(({ id }) => id))).toEqual(sorted(await at.titlesOf(email)));
  });

  test.each(SAMPLE)("record %i opens, and the search finds it, if and only if its own check allows it", async (n) => {
    const id = (kind: Kind) => idOf(kind, n);
    const isGroupSeen = (await at.groupsOf(email)).has(id("group"));
    const seen = {
      ...{ group: isGroupSeen, thread: isGroupSeen, link: true },
      meeting: (await at.meetingsOf(email)).has(id("meeting")),
      action: (await at.actionsOf(email)).has(id("action")),
    };
    const { results } = await at.run<{ results: { href: string }[] }>(email, find, { q: titleOf(n) });
    const finds = (part: string) => results.some(({ href }) => href.includes(part));
    expect({
      ...{ group: finds(`/discussions/${id("group")}`), thread: finds(id("thread")), link: finds("/links?") },
      ...{ meeting: finds(id("meeting")), action: finds(id("action")), decision: finds(id("decision")) },
    }).toEqual({ ...seen, decision: (await at.titlesOf(email)).has(id("decision")) });
    expect({
      group: await at.answers(email, viewGroup, { groupId: id("group") }),
      thread: await at.answers(email, viewThread, { threadId: id("thread") }),
      link: await at.answers(email, viewLink, { linkId: id("link") }),
      meeting: await at.answers(email, viewMeeting, { meetingId: id("meeting") }),
      action: await at.answers(email, viewAction, { actionId: id("action") }),
      outline: await at.answers(email, viewOutline, { decisionId: id("decision") }),
      decision: await at.answers(email, viewDecision, { decisionId: id("decision") }),
    }).toEqual({
      ...seen,
      outline: (await at.decisionsOf(email)).has(id("decision")),
      decision: (await at.proposalsOf(email)).has(id("decision")),
    });
  });

  test("the bell tells of a record if and only if its own check allows it", async () => {
    const [groups, meetings, actions, proposals] = await Promise.all([
      ...[at.groupsOf(email), at.meetingsOf(email), at.actionsOf(email), at.proposalsOf(email)],
    ]);
    const expected = everyNth(50).flatMap((n) => [
      ...(groups?.has(idOf("group", n)) ? [idOf("thread", n)] : []),
      ...(meetings?.has(idOf("meeting", n)) ? [idOf("meeting", n)] : []),
      ...(actions?.has(idOf("action", n)) ? [idOf("action", n)] : []),
      ...(proposals?.has(idOf("decision", n)) ? [idOf("decision", n)] : []),
    ]);
    const told = await at.inOneRequest(email, async (run) => {
      const ids: string[] = [];
      for (let page = 1; ; page++) {
        const found = await run<{ items: { path: string }[]; hasNext: boolean }>(listNotifications, { page });
        ids.push(...found.items.map(({ path }) => path.split("/").at(-1) ?? ""));
        if (!found.hasNext) return ids;
      }
    });
    const laid = new Set(
      everyNth(50).flatMap((n) => (["thread", "meeting", "action", "decision"] as const).map((kind) => idOf(kind, n))),
    );
    expect(sorted(told.filter((id) => laid.has(id)))).toEqual(sorted(expected));
    expect(expected.length).toBeGreaterThan(25);
  });

  test("the dashboard counts what the lists show, and waits for the viewer", async () => {
    const { owner } = at.portal;
    const contactId = await contactOf(owner, at.account, email);
    const now = new Date();
    const of = (ids: Set<string>) => ({ accountId: at.account, id: { in: [...ids] } });
    const dashboard = await at.run<OutputOf<typeof viewDashboard>>(email, viewDashboard);
    const answer = { some: { contactId, answer: "none" as const } };
    const open = await owner.decision.findMany({
      where: { ...of(await at.votesOf(email)), status: "open", voteBy: { gt: now } },
      select: { round: true, votes: { where: { contactId }, select: { round: true } } },
    });
    const groups = (await at.listed(email, listGroups)) as unknown as { unread: number }[];
    expect({
      unread: dashboard.discussions?.unreadCount,
      unanswered: dashboard.meetings?.unansweredCount,
      ...{ mine: dashboard.actions?.mineCount, overdue: dashboard.actions?.overdueCount },
      votes: dashboard.decisions?.waitingCount ?? 0,
    }).toEqual({
      unread: groups.reduce((sum, { unread }) => sum + unread, 0),
      unanswered: await owner.meeting.count({
        where: { ...of(await at.meetingsOf(email)), status: "scheduled", endsAt: { gte: now }, invitations: answer },
      }),
      mine: await owner.action.count({ where: { ...of(await at.actionsOf(email)), doneOrder: 0 } }),
      overdue: await owner.action.count({
        where: {
          ...of(await at.actionsOf(email)),
          doneOrder: 0,
          dueOn: { lt: new Date(await todayOf(email)) },
        },
      }),
      votes: open.filter(({ round, votes }) => !votes.some((vote) => vote.round === round)).length,
    });
    expect(groups.some(({ unread }) => unread > 0)).toBe(true);
  });

  test("the calendar, its feed and the exported actions hold what the lists show", async () => {
    const month = new Date().toISOString().slice(0, 7);
    const meetings = await at.meetingsOf(email);
    const { meetings: shown } = await at.run<{ meetings: { id: string }[] }>(email, viewCalendar, { month });
    const rows = await at.portal.owner.meeting.findMany({
      where: { accountId: at.account, id: { in: [...meetings] } },
    });
    const { timeZone } = await at.portal.owner.person.findUniqueOrThrow({ where: { email } });
    const weeks = weeksOfMonth(month);
    const ofMonth = rows.filter(({ startsAt }) => weeks.includes(localDay(startsAt, timeZone ?? "UTC")));
    expect(sorted(shown.map(({ id }) => id))).toEqual(sorted(ofMonth.map(({ id }) => id)));
    expect(shown.length).toBeGreaterThan(5);

    const { calendar } = await at.run<{ calendar: string }>(email, readCalendar);
    const since = Date.now() - 90 * 86_400_000;
    const fed = rows
      .filter(({ startsAt, status }) => status !== "draft" && startsAt.getTime() >= since)
      .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || (a.id < b.id ? -1 : 1));
    const ahead = fed.filter(({ startsAt }) => startsAt.getTime() >= Date.now()).slice(0, MOST_ON_EACH_SIDE);
    const back = fed.filter(({ startsAt }) => startsAt.getTime() < Date.now()).slice(-MOST_ON_EACH_SIDE);
    const entries = calendar.replaceAll("\r\n ", "").split("BEGIN:VEVENT").slice(1);
    const idsOf = (kind: string) =>
      entries
        .filter((entry) => entry.includes(`/${kind}/`))
        .map((entry) => /^UID:.*?([0-9a-f-]{36})/m.exec(entry)?.[1] ?? "");
    expect(sorted(idsOf("meetings"))).toEqual(sorted([...back, ...ahead].map(({ id }) => id)));
    const known = new Set(await at.actionsOf(email));
    expect(idsOf("actions").filter((id) => !known.has(id))).toEqual([]);

    const csv = await fileText(await at.run<FileOutput>(email, downloadActionsCsv));
    const actions = await at.portal.owner.action.findMany({ where: { id: { in: [...(await at.actionsOf(email))] } } });
    const numbers = csv
      .split("\n")
      .slice(1)
      .flatMap((line) => /^"?(\d+)/.exec(line)?.[1] ?? []);
    expect(sorted(numbers)).toEqual(sorted(actions.map(({ number }) => String(number))));
  });

  test.each(lists)("%s reads for a page what the page needs", async (_, operation) => {
    expect(await at.readBy(email, operation, {})).not.toEqual([]);
    const pages = (await at.readBy(email, operation, {})).filter(({ text }) => !text.includes("COUNT(*)"));
    expect(pages.filter(({ read }) => read > MOST_READ).map(inWords)).toEqual([]);
  });

  test("a search reads what it finds, and no more", async () => {
    const read = await at.readBy(email, find, { q: titleOf(4_200) });
    expect(read.filter((one) => one.read > MOST_READ).map(inWords)).toEqual([]);
  });

  // Counting goes on until it has found a thousand.
  test.each([
    ...lists.map(([name, operation]) => [name, operation, {}] as const),
    ["search.find", find, { q: titleOf(4_200) }] as const,
    ["dashboard.view", viewDashboard, {}] as const,
    ["notifications.list", listNotifications, {}] as const,
    ["meetings.view-calendar", viewCalendar, {}] as const,
  ])("%s reads no record twice", async (_, operation, input) => {
    const found = await at.readBy(email, operation, input);
    expect(found).not.toEqual([]);
    expect(found.filter(({ read }) => read > SIZE + 100).map(inWords)).toEqual([]);
  });
});
