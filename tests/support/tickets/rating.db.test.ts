import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isStillWanted } from "@/lib/home/notifications/still-wanted";
import { runBatch } from "@/lib/platform/jobs/run-batch";
import { addDays } from "@/lib/platform/kernel/dates";
import { execute } from "@/lib/platform/operations/execute";
import { mergeTicket } from "@/lib/support/merging/merge-ticket";
import { askForRatingJob } from "@/lib/support/tickets/ask-for-rating-job";
import { closeTicket } from "@/lib/support/tickets/close-ticket";
import { openTicket } from "@/lib/support/tickets/open-ticket";
import { rateTicket } from "@/lib/support/tickets/rate-ticket";
import { reopenTicket } from "@/lib/support/tickets/reopen-ticket";
import { viewTicket } from "@/lib/support/tickets/view-ticket";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

const CUSTOMER = "support@northwind.example";
const AGENT = "staff-support@portcullis.example";

let portal: TestPortal;
let account: string;
beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
});
afterAll(() => portal.close());

const as = (email: string) => portal.as(email);
async function closed(subject: string): Promise<string> {
  const { id: ticketId } = await execute(await as(CUSTOMER), account, openTicket, { subject, message: "Help." });
  await execute(await as(CUSTOMER), account, closeTicket, { ticketId });
  return ticketId;
}
async function merge(ticketId: string, other: string): Promise<void> {
  const { number: into } = await portal.owner.ticket.findUniqueOrThrow({ where: { id: other } });
  await execute(await as(AGENT), account, mergeTicket, { ticketId, into });
}
const ask = (days: number) => runBatch(askForRatingJob, addDays(new Date(), days));
const questionsAbout = (subject: string) =>
  portal.owner.outboxMail.findMany({ where: { template: "ticket-question", subject: { contains: subject } } });
const rate = async (ticketId: string, score: "good" | "bad", comment?: string, email = CUSTOMER) =>
  execute(await as(email), account, rateTicket, { ticketId, score, ...(comment !== undefined && { comment }) });
const rating = async (ticketId: string, email = CUSTOMER) =>
  (await execute(await as(email), account, viewTicket, { ticketId })).rating;

describe("the question after closing", () => {
  it("is mailed once, a day later, to the person who opened the ticket", async () => {
    await ask(1.5);
    await closed("Asked about");
    await ask(0.5);
    expect(await questionsAbout("Asked about")).toEqual([]);
    await Promise.all([ask(1.1), ask(1.1), ask(1.1)]);
    await ask(2);
    const mails = await questionsAbout("Asked about");
    expect(mails.map(({ toAddress }) => toAddress)).toEqual([CUSTOMER]);
    expect(mails[0]?.text).toMatch(/\/tickets\/[0-9a-f-]{36}#rating/);
  });

  it("isn't asked of a ticket that was merged into another", async () => {
    const [from, into] = [await closed("Merged away"), await closed("Stayed")];
    await merge(from, into);
    await ask(1.1);
    expect([(await questionsAbout("Merged away")).length, (await questionsAbout("Stayed")).length]).toEqual([0, 1]);
  });

  it("isn't sent any more once the ticket was merged or reopened", async () => {
    const [from, into] = [await closed("Waits, merged"), await closed("Waits, reopened")];
    await ask(1.1);
    const mails = [...(await questionsAbout("Waits, merged")), ...(await questionsAbout("Waits, reopened"))];
    const wanted = () => Promise.all(mails.map((mail) => isStillWanted(mail, new Date())));
    expect(await wanted()).toEqual([true, true]);
    await merge(from, into);
    await execute(await as(CUSTOMER), account, reopenTicket, { ticketId: into });
    expect(await wanted()).toEqual([false, false]);
  });

  it("isn't asked of a ticket that was reopened, rated, or closed long ago", async () => {
    const reopened = await closed("Reopened in time");
    await execute(await as(CUSTOMER), account, reopenTicket, { ticketId: reopened });
    await rate(await closed("Rated unasked"), "good");
    await ask(1.1);
    await closed("Forgotten");
    await ask(30);
    for (const subject of ["Reopened in time", "Rated unasked", "Forgotten"]) {
      expect(await questionsAbout(subject)).toEqual([]);
    }
  });

  it("isn't mailed to those who have turned ticket notifications off", async () => {
    const where = { accountId: account, email: CUSTOMER };
    await portal.owner.contact.updateMany({ where, data: { noticesOff: ["notices.support.receive"] } });
    await closed("Not wanted");
    await ask(1.1);
    expect(await questionsAbout("Not wanted")).toEqual([]);
    await portal.owner.contact.updateMany({ where, data: { noticesOff: [] } });
  });
});

describe("a rating", () => {
  it("is shown to everyone who sees the ticket, and can be changed", async () => {
    const ticketId = await closed("Rated");
    expect(await rate(ticketId, "bad", "Took a week.")).toEqual({ ticketId, score: "bad" });
    expect(await rating(ticketId, AGENT)).toMatchObject({
      score: "bad",
      comment: "Took a week.",
      ratedByName: "Tomás Herrera Villanueva",
      ratedByMe: false,
    });
    await rate(ticketId, "good");
    expect(await rating(ticketId)).toMatchObject({ score: "good", comment: "Took a week.", ratedByMe: true });
    await rate(ticketId, "good", "");
    expect(await rating(ticketId)).toMatchObject({ score: "good", comment: null });
  });

  it("of a ticket that isn't closed is a conflict", async () => {
    const ticketId = await closed("Open again");
    await execute(await as(CUSTOMER), account, reopenTicket, { ticketId });
    expect((await problemOf(rate(ticketId, "good"))).code).toBe("conflict");
    expect(await rating(ticketId)).toBeNull();
  });

  it("is never given by staff", async () => {
    const ticketId = await closed("Not by staff");
    for (const email of [AGENT, "staff-manager@portcullis.example"]) {
      expect((await problemOf(rate(ticketId, "good", undefined, email))).code).toBe("refused");
    }
  });
});
