import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { listActivity } from "@/lib/accounts/activity/list-activity";
import { viewDashboard } from "@/lib/home/dashboard/view-dashboard";
import { listNotifications } from "@/lib/home/notifications/list-notifications";
import { find } from "@/lib/home/search/find";
import { runBatch } from "@/lib/platform/jobs/run-batch";
import { castVote } from "@/lib/workspace/decisions/cast-vote";
import { closeDueJob } from "@/lib/workspace/decisions/close-due-job";
import { commentOnDecision } from "@/lib/workspace/decisions/comment-on-decision";
import { createDecision } from "@/lib/workspace/decisions/create-decision";
import { downloadResult } from "@/lib/workspace/decisions/download-result";
import { downloadResultPdf } from "@/lib/workspace/decisions/download-result-pdf";
import { listComments } from "@/lib/workspace/decisions/list-comments";
import { listDecisions } from "@/lib/workspace/decisions/list-decisions";
import { recuse } from "@/lib/workspace/decisions/recuse";
import { remindDueJob } from "@/lib/workspace/decisions/remind-due-job";
import { viewDecision } from "@/lib/workspace/decisions/view-decision";
import { viewOutline } from "@/lib/workspace/decisions/view-outline";
import { viewResult } from "@/lib/workspace/decisions/view-result";
import { pdfText } from "@/tests/billing/invoices/pdf-text";
import { fileBytes } from "@/tests/fixtures/file-text";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { worldOf } from "./world";

const MARKER = "Quetzalcoatl";

let portal: TestPortal;
let world: ReturnType<typeof worldOf>;
let decisionId: string;
beforeAll(async () => {
  portal = await testPortal();
  world = worldOf(portal);
  const { billing, support, billingSupport } = world.contacts;
  const proposal = {
    ...{ title: `${MARKER} title`, purpose: MARKER, background: MARKER, recommendation: MARKER, open: true },
    ...{ options: [`${MARKER} A`, `${MARKER} B`], voteBy: "2190-03-01T18:00", timeZone: "UTC", organisations: MARKER },
  };
  const voters = [billing, support, billingSupport];
  decisionId = (await world.run("administrator", createDecision, { ...proposal, voters })).id;
  await world.run("billing", castVote, { decisionId, round: 1, position: 1 });
  await world.run("billing", commentOnDecision, { decisionId, body: `${MARKER} said` });
  await world.run("billing", commentOnDecision, { decisionId, body: `${MARKER} private`, private: true });
  await world.run("administrator", recuse, { decisionId, contactId: billingSupport, reason: `Works at ${MARKER}` });
});
afterAll(() => portal.close());

const everythingOf = async (who: string) =>
  JSON.stringify([
    await world.run(who, listDecisions, {}),
    await world.run(who, viewDashboard, {}),
    await world.run(who, listNotifications, {}),
    (await world.run(who, find, { q: MARKER })).results,
    await world.run(who, viewOutline, { decisionId }),
  ]);

describe("the content of a decision", () => {
  it("reaches no list, dashboard, bell, search or activity log of an owner who isn't invited", async () => {
    expect(await everythingOf("owner")).not.toContain(MARKER);
    expect(JSON.stringify(await world.run("owner", listActivity, {}))).not.toContain(MARKER);
    for (const operation of [viewDecision, listComments, viewResult, downloadResult, downloadResultPdf])
      expect(await world.answer("owner", operation, { decisionId })).toBe("refused");
  });

  it("reaches those who are invited, except whoever is recused, who reads only the reason", async () => {
    expect(await everythingOf("support")).toContain(`${MARKER} title`);
    const recused = (await everythingOf("billingSupport")).replaceAll(`Works at ${MARKER}`, "");
    expect(recused).not.toContain(MARKER);
  });

  it("is in no mail, no log of activity and no notification, as stored", async () => {
    const mails = await portal.owner.outboxMail.findMany({ where: { template: "decision-notice" } });
    expect(mails.length).toBeGreaterThan(2);
    expect(JSON.stringify(mails)).not.toContain(MARKER);
    const events = await portal.owner.auditEvent.findMany({ where: { accountId: world.accountId } });
    expect(JSON.stringify(events, (_, value) => (typeof value === "bigint" ? String(value) : value))).not.toContain(
      MARKER,
    );
  });

  it("includes no result while the database still takes votes, though our own clock is ahead", async () => {
    const { billing, support } = world.contacts;
    const voteBy = new Date(Date.now() + 60_000);
    const open = await world.build({ voters: [billing, support], voteBy });
    await world.run("billing", castVote, { decisionId: open, round: 1, position: 1 });
    vi.useFakeTimers({ toFake: ["Date"], now: voteBy.getTime() + 60_000 });
    const seen = await world.run("support", viewDecision, { decisionId: open }).finally(() => vi.useRealTimers());
    expect(seen).toMatchObject({ state: "closed", result: null });
    expect(await world.answer("support", castVote, { decisionId: open, round: 1, position: 1 })).toBe("allowed");
  });

  it("includes private notes for their author alone, not for the chair", async () => {
    const comments = async (who: string) => JSON.stringify(await world.run(who, listComments, { decisionId }));
    expect(await comments("billing")).toContain(`${MARKER} private`);
    expect(await comments("administrator")).not.toContain(`${MARKER} private`);
    expect(await comments("administrator")).toContain(`${MARKER} said`);
  });
});

describe("the list and the check agree", () => {
  it("a title is listed if and only if the decision's own check shows it, for everyone", async () => {
    for (const who of ["owner", "administrator", "billing", "support", "billingSupport"] as const) {
      const { items } = await world.run(who, listDecisions, {});
      for (const { id, title, mine } of items) {
        const outline = await world.run(who, viewOutline, { decisionId: id });
        expect([outline.title, outline.mine]).toEqual([title, mine]);
        expect((await world.answer(who, viewDecision, { decisionId: id })) === "allowed").toBe(outline.allowed.view);
      }
      const all = await portal.owner.decision.findMany({ where: { accountId: world.accountId }, select: { id: true } });
      for (const { id } of all.filter((one) => !items.some((item) => item.id === one.id)))
        expect(await world.answer(who, viewOutline, { decisionId: id })).toBe("not-found");
    }
  });
});

describe("the jobs", () => {
  it("remind those who haven't voted once, and say so, then publish once at the deadline", async () => {
    const due = { remindAt: new Date(Date.now() - 1_000), voteBy: new Date(Date.now() + 30_000) };
    await portal.owner.decision.update({ where: { id: decisionId }, data: due });
    const mine = (done: { contactId: string }[]) => done.map(({ contactId }) => contactId);
    await runBatch(remindDueJob, new Date());
    await runBatch(remindDueJob, new Date());
    expect(mine(await portal.owner.decisionReminder.findMany({ where: { decisionId } }))).toEqual([
      world.contacts.support,
    ]);
    await portal.owner.decision.update({ where: { id: decisionId }, data: { voteBy: new Date(Date.now() - 1_000) } });
    await Promise.all([runBatch(closeDueJob, new Date()), runBatch(closeDueJob, new Date())]);
    const { hash } = await portal.owner.decisionRound.findFirstOrThrow({ where: { decisionId } });
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    const { result } = await world.run("support", viewDecision, { decisionId });
    expect(result).toMatchObject({ hash, outcome: { voted: 1, eligible: 2, chosen: 1 } });
    const announced = await portal.owner.outboxMail.findMany({ where: { text: { contains: hash ?? "" } } });
    expect(announced.length).toBe(3);
    const { body } = await world.run("support", downloadResultPdf, { decisionId });
    const paper = pdfText(await fileBytes(body)).join("\n");
    for (const expected of [`${MARKER} title`, `${MARKER} A is chosen`, hash ?? "", "1 of 2 voted"])
      expect(paper.replace(/[\s“”]/g, "")).toContain(expected.replace(/\s/g, ""));
    for (const who of ["owner", "billingSupport"])
      expect(await world.answer(who, downloadResultPdf, { decisionId })).toBe("refused");
  });

  it("tell nobody while the area is turned off", async () => {
    const { support } = world.contacts;
    const off = await world.build({ voters: [support], voteBy: new Date(Date.now() - 1_000) });
    const before = await portal.owner.outboxMail.count();
    await portal.owner.account.update({ where: { id: world.accountId }, data: { areasOff: ["decisions"] } });
    await runBatch(closeDueJob, new Date());
    await portal.owner.account.update({ where: { id: world.accountId }, data: { areasOff: [] } });
    expect(await portal.owner.outboxMail.count()).toBe(before);
    expect((await portal.owner.decision.findUniqueOrThrow({ where: { id: off } })).status).toBe("closed");
  });
});
