import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { viewDashboard } from "@/lib/home/dashboard/view-dashboard";
import { addDays } from "@/lib/platform/kernel/dates";
import { remindVoters } from "@/lib/workspace/decisions/remind-voters";
import { viewDecision } from "@/lib/workspace/decisions/view-decision";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { worldOf } from "./world";

let portal: TestPortal;
let world: ReturnType<typeof worldOf>;
beforeAll(async () => {
  portal = await testPortal();
  world = worldOf(portal);
});
afterAll(() => portal.close());

it("a vote that waits for somebody is on their dashboard behind any number of those they have cast", async () => {
  const { id: contactId, email } = await world.person("Busy Voter");
  const voteBy = (days: number) => addDays(new Date(), days);
  const done: string[] = [];
  for (let index = 0; index < 200; index++) done.push(await world.build({ voters: [contactId], voteBy: voteBy(2) }));
  const of = { accountId: world.accountId, contactId, round: 1, position: 1 };
  await portal.owner.decisionVote.createMany({
    data: done.map((decisionId) => ({ ...of, decisionId, receipt: randomUUID() })),
  });
  const waiting = await world.build({ title: "The last one", voters: [contactId], voteBy: voteBy(3) });
  const { decisions } = await world.run(email, viewDashboard, {});
  expect(decisions).toMatchObject({ waitingCount: 1, waiting: [{ id: waiting }] });
});

it("whoever leads a vote reminds those it waits for, once however often they press the button, and reads when", async () => {
  const { billing, support, billingSupport, administrator } = world.contacts;
  const decisionId = await world.build({
    ...{ voters: [billing, support, billingSupport], viewers: [administrator] },
    recused: [{ contactId: billingSupport, reason: "Their firm made an offer" }],
    rounds: [
      { votes: { [billing]: 1 }, openedAt: addDays(new Date(), -1), voteBy: addDays(new Date(), 3), open: true },
    ],
  });
  expect(await world.run("owner", remindVoters, { decisionId })).toEqual({ reminded: 1 });
  expect(await world.run("owner", remindVoters, { decisionId })).toEqual({ reminded: 0 });
  const mails = await portal.owner.outboxMail.findMany({ where: { text: { contains: decisionId } } });
  expect(mails.map(({ toAddress }) => toAddress)).toEqual(["support@northwind.example"]);
  const { invited } = await world.run("owner", viewDecision, { decisionId });
  expect(invited.filter(({ reminded }) => reminded !== null)).toMatchObject([
    { contactId: support, reminded: { byName: "Ingrid Solheim" } },
  ]);
});
