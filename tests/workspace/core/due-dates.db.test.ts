import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { localDay } from "@/lib/platform/kernel/local-day";
import { execute } from "@/lib/platform/operations/execute";
import { listActions } from "@/lib/workspace/actions/list-actions";
import { viewDueDates } from "@/lib/workspace/actions/view-due-dates";
import { listDecisions } from "@/lib/workspace/decisions/list-decisions";
import { viewDeadlines } from "@/lib/workspace/decisions/view-deadlines";
import { viewDecision } from "@/lib/workspace/decisions/view-decision";
import { declareInterest } from "@/lib/workspace/interests/declare-interest";
import { listInterests } from "@/lib/workspace/interests/list-interests";
import { buildActions } from "@/prisma/seed/builders/action";
import { buildDecision } from "@/prisma/seed/builders/decision";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";

const month = "2031-05";
/** The page of a month shows its whole weeks, so also what is due on the days beside it. */
const weeks = { first: "2031-04-28", last: "2031-06-01" };
const isShown = (at: string | null) => at !== null && at.slice(0, 10) >= weeks.first && at.slice(0, 10) <= weeks.last;
const people = ["owner", "administrator", "billing", "support"].map((role) => `${role}@northwind.example`);

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
  const { owner, demo } = portal;
  const { id: accountId, contacts } = demo.northwind;
  const createdBy = { contactId: contacts.owner, name: "Ingrid Solheim" };
  const day = (text: string) => new Date(`${text}T00:00:00Z`);
  const assigned = (contactId: string) => [{ contactId, name: "Sample" }];
  const plan = { createdBy, createdAt: new Date() };
  await buildActions(owner, accountId, [
    { ...plan, title: "First day", dueOn: day(weeks.first), assignees: assigned(contacts.billing) },
    { ...plan, title: "Last day", dueOn: day(weeks.last), assignees: assigned(contacts.support) },
    { ...plan, title: "Done", status: "complete", dueOn: day("2031-05-09"), assignees: assigned(contacts.billing) },
    { ...plan, title: "Before", dueOn: day("2031-04-27"), assignees: assigned(contacts.billing) },
    { ...plan, title: "After", dueOn: day("2031-06-02"), assignees: assigned(contacts.billing) },
  ]);
  const chair = { id: contacts.owner, name: "Ingrid Solheim" };
  const voteBy = new Date("2031-05-14T12:00:00Z");
  await buildDecision(owner, accountId, { title: "Narwhal fund", chair, voters: [contacts.billing], voteBy });
  const nextDay = new Date("2031-06-01T06:00:00Z");
  await buildDecision(owner, accountId, {
    title: "Ends a day later",
    chair,
    voters: [contacts.billing],
    voteBy: nextDay,
  });
  const later = new Date("2031-06-14T12:00:00Z");
  await buildDecision(owner, accountId, { title: "Later", chair, voters: [contacts.billing], voteBy: later });
});
afterAll(() => portal.close());

const run = async <Op extends Parameters<typeof execute>[2]>(
  email: string,
  operation: Op,
  input: Parameters<typeof execute<Op>>[3],
) => execute(await portal.as(email), portal.demo.northwind.id, operation, input);

describe("an interest", () => {
  // 26 hours apart, so that it is never the same day in both.
  it.each(["Etc/GMT+12", "Pacific/Kiritimati"])("of today alone counts for a reader in %s", async (timeZone) => {
    const email = "administrator@northwind.example";
    await portal.owner.person.updateMany({ where: { email }, data: { timeZone } });
    const day = localDay(new Date(), timeZone);
    const organisation = `Today in ${timeZone}`;
    const { id } = await run(email, declareInterest, { organisation, nature: "Director", from: day, to: day });
    const { items } = await run(email, listInterests, { q: organisation });
    expect(items).toMatchObject([{ id, current: true }]);
    const chair = { id: portal.demo.northwind.contacts.administrator, name: "Sample" };
    const decisionId = await buildDecision(portal.owner, portal.demo.northwind.id, {
      ...{ title: "About it", chair, voters: [chair.id] },
    });
    const { accountId, key } = await portal.owner.interest.findUniqueOrThrow({ where: { id } });
    await portal.owner.decisionOrganisation.create({ data: { accountId, decisionId, key, name: organisation } });
    const { conflicts } = await run(email, viewDecision, { decisionId });
    expect(conflicts).toMatchObject([{ organisation }]);
  });
});

describe("the calendar of a month", () => {
  it("has the open actions that are due in its weeks, of each person's own list and no others", async () => {
    for (const email of people) {
      const { actions, complete } = await run(email, viewDueDates, { month });
      const { items } = await run(email, listActions, { status: "open" });
      const listed = items.filter(({ dueOn }) => isShown(dueOn)).map(({ id }) => id);
      expect(complete).toBe(true);
      expect(actions.map(({ id }) => id).sort(), email).toEqual(listed.sort());
    }
    const theirs = await run("billing@northwind.example", viewDueDates, { month });
    expect(theirs.actions.map(({ title }) => title)).toEqual(["First day"]);
  });

  it("has the open votes that end in its weeks, with the title only for those who may see it", async () => {
    for (const email of people) {
      const { decisions } = await run(email, viewDeadlines, { month });
      const { items } = await run(email, listDecisions, { state: "open" });
      const listed = items.filter(({ voteBy }) => isShown(voteBy)).toSorted((a, b) => (a.voteBy < b.voteBy ? -1 : 1));
      const named = (all: typeof items) => all.map(({ id, title }) => ({ id, title }));
      expect(named(decisions), email).toEqual(named(listed));
    }
    expect(JSON.stringify(await run("billing@northwind.example", viewDeadlines, { month }))).toMatch(
      /Narwhal.*Ends a day later/,
    );
    const uninvited = await run("administrator@northwind.example", viewDeadlines, { month });
    expect(uninvited.decisions).toMatchObject([{ title: null }, { title: null }]);
    expect((await run("support@northwind.example", viewDeadlines, { month })).decisions).toEqual([]);
  });
});
