import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withLanguage } from "@/lib/platform/language/with-language";
import { execute } from "@/lib/platform/operations/execute";
import { castVote } from "@/lib/workspace/decisions/cast-vote";
import { closeDecision } from "@/lib/workspace/decisions/close-decision";
import { extendDecision } from "@/lib/workspace/decisions/extend-decision";
import { resultSheet } from "@/lib/workspace/decisions/result-schema";
import { startRound } from "@/lib/workspace/decisions/start-round";
import { viewDecision } from "@/lib/workspace/decisions/view-decision";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { worldOf } from "./world";

const first = new Date(Date.now() + 7 * 86_400_000);
const daysLater = (days: number) => ({
  timeZone: "UTC",
  voteBy: new Date(first.getTime() + days * 86_400_000).toISOString().slice(0, 16),
  reason: `For ${days} days`,
});

let portal: TestPortal;
let world: ReturnType<typeof worldOf>;
beforeAll(async () => {
  portal = await testPortal();
  world = worldOf(portal);
});
afterAll(() => portal.close());

const decision = () => world.build({ voters: [world.contacts.billing], voteBy: first });

it.each([
  ["month 13", "2027-13-01T10:00"],
  ["30 February", "2027-02-30T10:00"],
  ["hour 25", "2027-12-01T25:00"],
])("a deadline in %s is refused beside its field", async (_, voteBy) => {
  const decisionId = await decision();
  const moved = world.run("owner", extendDecision, { decisionId, timeZone: "UTC", voteBy, reason: "Longer" });
  expect((await problemOf(moved)).extra.fields).toHaveProperty("voteBy");
});

describe("extending a vote", () => {
  it("is possible three times in a round, each time later and with a reason", async () => {
    const decisionId = await decision();
    await world.run("owner", extendDecision, { decisionId, ...daysLater(3) });
    const earlier = world.run("owner", extendDecision, { decisionId, ...daysLater(2) });
    expect((await problemOf(earlier)).extra.fields).toHaveProperty("voteBy");
    const silent = world.run("owner", extendDecision, { decisionId, ...daysLater(4), reason: "" });
    expect((await problemOf(silent)).extra.fields).toHaveProperty("reason");
    await world.run("administrator", extendDecision, { decisionId, ...daysLater(5) });
    await world.run("owner", extendDecision, { decisionId, ...daysLater(7) });
    expect(await world.answer("owner", extendDecision, { decisionId, ...daysLater(8) })).toBe("conflict");
    await world.run("owner", closeDecision, { decisionId, reason: "Enough" });
    await world.run("owner", startRound, { decisionId, ...daysLater(9) });
    expect(await world.answer("owner", extendDecision, { decisionId, ...daysLater(10) })).toBe("allowed");
  });

  it("ends 90 days after the first deadline, also in several steps", async () => {
    const decisionId = await decision();
    expect(await world.answer("owner", extendDecision, { decisionId, ...daysLater(91) })).toBe("invalid");
    await world.run("owner", extendDecision, { decisionId, ...daysLater(80) });
    expect(await world.answer("owner", extendDecision, { decisionId, ...daysLater(91) })).toBe("invalid");
    expect(await world.answer("owner", extendDecision, { decisionId, ...daysLater(89) })).toBe("allowed");
  });

  it("is in the published result, with its reason", async () => {
    const decisionId = await decision();
    await world.run("owner", extendDecision, { decisionId, ...daysLater(3) });
    await world.run("owner", closeDecision, { decisionId, reason: "Enough" });
    const { sheet } = await portal.owner.decisionRound.findFirstOrThrow({ where: { decisionId } });
    expect(
      resultSheet
        .parse(sheet)
        .history.map(({ text }) => text)
        .join(),
    ).toContain("For 3 days");
  });

  it("is told once with its reason, with dates in the reader's language", async () => {
    const decisionId = await world.build({
      voters: [world.contacts.billing],
      voteBy: new Date("2030-03-01T18:00:00Z"),
    });
    const until = { voteBy: "2030-03-08T18:00", timeZone: "Europe/Berlin", reason: "Holidays" };
    await world.run("owner", extendDecision, { decisionId, ...until });
    const told = async () => {
      const { events } = await world.run("owner", viewDecision, { decisionId });
      return [events.at(-1)?.text, events.at(-1)?.reason];
    };
    expect(await told()).toEqual([
      "Extended the deadline from 1 Mar 2030, 19:00:00 CET to 8 Mar 2030, 18:00:00 CET: Holidays",
      null,
    ]);
    const { personId: id } = await portal.owner.contact.findUniqueOrThrow({ where: { id: world.contacts.owner } });
    await portal.owner.person.update({ where: { id: id ?? "" }, data: { locale: "de-DE" } });
    expect(await withLanguage("de-DE", told)).toEqual([
      "Frist vom 1. März 2030, 19:00:00 MEZ auf 8. März 2030, 18:00:00 MEZ verlängert: Holidays",
      null,
    ]);
    await portal.owner.person.update({ where: { id: id ?? "" }, data: { locale: "en-GB" } });
  });

  it("is limited by the database: a fourth one, one too late, and a deadline moved without one are refused", async () => {
    const decisionId = await decision();
    await world.run("billing", castVote, { decisionId, round: 1, textVersion: 1, position: 1 });
    const of = { accountId: world.accountId, decisionId, round: 1, first, before: first, reason: "x", byName: "x" };
    const soon = new Date(first.getTime() + 86_400_000);
    await expect(portal.owner.decisionExtension.create({ data: { ...of, number: 4, after: soon } })).rejects.toThrow();
    const late = new Date(first.getTime() + 91 * 86_400_000);
    await expect(portal.owner.decisionExtension.create({ data: { ...of, number: 1, after: late } })).rejects.toThrow();
  });

  it("is the only way a deadline moves once somebody has voted, for the portal's own database role", async () => {
    const { accountId } = world;
    const later = new Date(first.getTime() + 2 * 86_400_000);
    /** As the portal's role, which the rules of the database bind. */
    const asApp = (decisionId: string, work: (db: Db) => Promise<unknown>) =>
      portal.owner.$transaction(async (db) => {
        await db.$executeRawUnsafe("set local role portcullis_app");
        await db.$queryRaw`select set_config('portcullis.account', ${accountId}, true)`;
        await work(db);
        return db.decision.updateMany({ where: { accountId, id: decisionId }, data: { voteBy: later } });
      });
    type Db = Parameters<Parameters<typeof portal.owner.$transaction>[0]>[0];
    const nothing = async () => undefined;
    const of = { accountId, round: 1, number: 1, first, before: first, reason: "x", byName: "x" };
    const extend = (decisionId: string, after: Date) => (db: Db) =>
      db.decisionExtension.create({ data: { ...of, decisionId, after } });

    const voted = async () => {
      const decisionId = await decision();
      await world.run("billing", castVote, { decisionId, round: 1, textVersion: 1, position: 1 });
      return decisionId;
    };
    const refused = await voted();
    await expect(asApp(refused, nothing)).rejects.toThrow(/Decision_extended|a deadline moves by an extension/);
    // An extension to another time is none for this one.
    const other = new Date(later.getTime() + 3_600_000);
    await expect(asApp(refused, extend(refused, other))).rejects.toThrow(/a deadline moves by an extension/);
    const { voteBy } = await portal.owner.decision.findUniqueOrThrow({ where: { id: refused } });
    expect(voteBy).toEqual(first);
    expect((await asApp(refused, extend(refused, later))).count).toBe(1);
    // Before the first vote its text may still change as well, and so may its deadline.
    expect((await asApp(await decision(), nothing)).count).toBe(1);
  });

  it("fifty times at once happens three times", async () => {
    const decisionId = await decision();
    const owner = await portal.as("owner@northwind.example");
    const answers = await Promise.allSettled(
      Array.from({ length: 50 }, (_, turn) =>
        execute(owner, world.accountId, extendDecision, { decisionId, ...daysLater(1 + turn) }),
      ),
    );
    const done = answers.filter(({ status }) => status === "fulfilled").length;
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThanOrEqual(3);
    expect(await portal.owner.decisionExtension.count({ where: { decisionId } })).toBe(done);
  });
});
