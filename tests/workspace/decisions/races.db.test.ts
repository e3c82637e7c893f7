import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runBatch } from "@/lib/platform/jobs/run-batch";
import type { Caller } from "@/lib/platform/operations/caller";
import { execute } from "@/lib/platform/operations/execute";
import { castVote } from "@/lib/workspace/decisions/cast-vote";
import { closeDueJob } from "@/lib/workspace/decisions/close-due-job";
import { editDecision } from "@/lib/workspace/decisions/edit-decision";
import { recuse } from "@/lib/workspace/decisions/recuse";
import { resultSheet } from "@/lib/workspace/decisions/result-schema";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { worldOf } from "./world";

const MANY = 50;

let portal: TestPortal;
let world: ReturnType<typeof worldOf>;
let voters: { readonly id: string; readonly email: string; readonly caller: Caller }[];
beforeAll(async () => {
  portal = await testPortal();
  world = worldOf(portal);
  voters = await Promise.all(
    Array.from({ length: MANY }, async (_, at) => {
      const one = await world.person(`Voter ${at}`);
      return { ...one, caller: await portal.as(one.email) };
    }),
  );
});
afterAll(() => portal.close());

const ids = () => voters.map(({ id }) => id);
const vote = (caller: Caller, decisionId: string, position = 1, textVersion = 1) =>
  execute(caller, world.accountId, castVote, { decisionId, round: 1, textVersion, position });

describe("fifty votes at the deadline", () => {
  it("either count and were cast before it, or are refused; the published result has exactly those", async () => {
    const decisionId = await world.build({ voters: ids(), voteBy: new Date(Date.now() + 600) });
    const { voteBy } = await portal.owner.decision.findUniqueOrThrow({ where: { id: decisionId } });
    const closing = (async () => {
      while (Date.now() < voteBy.getTime() + 50) await new Promise(setImmediate);
      return runBatch(closeDueJob, new Date());
    })();
    // One after the other, and at once, so that some come before the deadline and some after.
    const answers = await Promise.allSettled(
      voters.map(async ({ caller }, at) => {
        const until = voteBy.getTime() - 300 + at * 12;
        while (Date.now() < until) await new Promise(setImmediate);
        return vote(caller, decisionId, 1 + (at % 2));
      }),
    );
    await closing;
    // The last of them may have been under way when the job ran.
    await runBatch(closeDueJob, new Date());
    const accepted = answers.filter(({ status }) => status === "fulfilled");
    const stored = await portal.owner.decisionVote.findMany({ where: { decisionId } });
    const round = await portal.owner.decisionRound.findFirstOrThrow({ where: { decisionId } });
    const sheet = resultSheet.parse(round.sheet);
    expect(stored.length).toBe(accepted.length);
    for (const { castAt } of stored) expect(castAt.getTime()).toBeLessThan(voteBy.getTime());
    expect(sheet.votes.map(({ receipt }) => receipt).sort()).toEqual(stored.map(({ receipt }) => receipt).sort());
    for (const answer of answers)
      if (answer.status === "rejected") expect(answer.reason).toMatchObject({ code: "conflict" });
    expect(accepted.length).toBeLessThan(MANY);
    expect((await portal.owner.decision.findUniqueOrThrow({ where: { id: decisionId } })).status).toBe("closed");
  });
});

describe("one person who votes fifty times at once", () => {
  it("votes once", async () => {
    const [first] = voters;
    if (first === undefined) throw new Error("no voter");
    const decisionId = await world.build({ voters: [first.id] });
    const answers = await Promise.allSettled(
      Array.from({ length: MANY }, (_, at) => vote(first.caller, decisionId, 1 + (at % 3))),
    );
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await portal.owner.decisionVote.count({ where: { decisionId } })).toBe(1);
  });
});

describe("a first vote while the chair changes the rules", () => {
  it("counts no vote for words that its voter has not read", async () => {
    const chair = await portal.as("owner@northwind.example");
    for (let turn = 0; turn < 5; turn++) {
      const decisionId = await world.build({ voters: ids(), hideNames: false });
      const { version, voteBy } = await portal.owner.decision.findUniqueOrThrow({ where: { id: decisionId } });
      const changed = {
        ...{ decisionId, version, title: "Changed", purpose: "Changed", options: ["A", "B"], timeZone: "UTC" },
        ...{
          voteBy: new Date(voteBy.getTime() + 86_400_000).toISOString().slice(0, 16),
          threshold: "unanimous" as const,
        },
      };
      const edits = Array.from({ length: 10 }, () => execute(chair, world.accountId, editDecision, changed));
      const votes = voters.slice(0, 40).map(({ caller }) => vote(caller, decisionId));
      const answers = await Promise.allSettled(turn % 2 ? [...edits, ...votes] : [...votes, ...edits]);
      const { title, threshold } = await portal.owner.decision.findUniqueOrThrow({ where: { id: decisionId } });
      const options = await portal.owner.decisionOption.findMany({
        where: { decisionId },
        orderBy: { position: "asc" },
      });
      const edited = title === "Changed";
      expect(threshold).toBe(edited ? "unanimous" : "majority");
      expect(options.map(({ text }) => text)).toEqual(edited ? ["A", "B"] : ["Yes", "No", "Abstain"]);
      // Whoever had read the text before the change is asked to read it again.
      expect(await portal.owner.decisionVote.count({ where: { decisionId } })).toBe(edited ? 0 : 40);
      expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(edited ? 1 : 40);
      if (edited) await vote((voters[0] as (typeof voters)[number]).caller, decisionId, 1, 2);
      const refused = answers.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
      for (const problem of refused) expect(problem).toMatchObject({ code: "conflict" });
    }
  });

  it("is refused by the database too, should the operation forget to ask", async () => {
    const decisionId = await world.build({ voters: ids() });
    await vote((voters[0] as (typeof voters)[number]).caller, decisionId);
    const frozen = portal.owner.$transaction(async (db) => {
      await db.$executeRawUnsafe(`select set_config('portcullis.account', '${world.accountId}', true)`);
      await db.$executeRawUnsafe("set local role portcullis_app");
      return db.decision.updateMany({ where: { id: decisionId }, data: { threshold: "unanimous" } });
    });
    await expect(frozen).rejects.toThrow(/somebody has voted/);
  });
});

describe("a vote while the chair recuses its voter", () => {
  it("counts, or is set aside, or is refused, and never counts for somebody who is recused", async () => {
    const chair = await portal.as("owner@northwind.example");
    for (let turn = 0; turn < 5; turn++) {
      const [first] = voters;
      if (first === undefined) throw new Error("no voter");
      const decisionId = await world.build({ voters: ids() });
      const input = { decisionId, contactId: first.id, reason: "Works there" };
      await Promise.allSettled([
        execute(chair, world.accountId, recuse, input),
        ...Array.from({ length: 10 }, () => vote(first.caller, decisionId)),
      ]);
      expect(await portal.owner.decisionRecusal.count({ where: { decisionId } })).toBe(1);
      await portal.owner.decision.update({ where: { id: decisionId }, data: { voteBy: new Date(Date.now() - 1) } });
      await runBatch(closeDueJob, new Date());
      const { sheet } = await portal.owner.decisionRound.findFirstOrThrow({ where: { decisionId } });
      const cast = await portal.owner.decisionVote.count({ where: { decisionId } });
      expect(resultSheet.parse(sheet)).toMatchObject({ votes: [], setAside: cast, people: { eligible: MANY - 1 } });
    }
  });
});

describe("the database", () => {
  const asApp = <T>(work: (db: Parameters<Parameters<typeof portal.owner.$transaction>[0]>[0]) => Promise<T>) =>
    portal.owner.$transaction(async (db) => {
      await db.$executeRawUnsafe(`select set_config('portcullis.account', '${world.accountId}', true)`);
      await db.$executeRawUnsafe("set local role portcullis_app");
      return work(db);
    });

  it("refuses a vote after the deadline by its own clock, a changed vote, and a changed result", async () => {
    const [first] = voters;
    const decisionId = await world.build({ voters: [first?.id ?? ""], voteBy: new Date(Date.now() - 1_000) });
    const key = { accountId: world.accountId, decisionId };
    const late = { ...key, round: 1, contactId: first?.id ?? "", position: 1, receipt: "late" };
    await expect(asApp((db) => db.decisionVote.create({ data: late }))).rejects.toThrow(/the deadline has passed/);
    await portal.owner.decisionVote.create({ data: { ...late, receipt: "before" } });
    await expect(asApp((db) => db.decisionVote.updateMany({ where: key, data: { position: 2 } }))).rejects.toThrow(
      /permission denied/,
    );
    await expect(asApp((db) => db.decisionVote.deleteMany({ where: key }))).rejects.toThrow(/permission denied/);
    await runBatch(closeDueJob, new Date());
    await expect(asApp((db) => db.decisionRound.updateMany({ where: key, data: { hash: "0" } }))).rejects.toThrow(
      /the result is published/,
    );
    await expect(
      asApp((db) => db.decision.updateMany({ where: { id: decisionId }, data: { status: "open" } })),
    ).rejects.toThrow(/not a step/);
  });

  it("refuses a vote that was begun before the deadline and is at its end after it", async () => {
    const [first] = voters;
    if (first === undefined) throw new Error("no voter");
    const decisionId = await world.build({ voters: [first.id], voteBy: new Date(Date.now() + 1_500) });
    const { voteBy } = await portal.owner.decision.findUniqueOrThrow({ where: { id: decisionId } });
    let voting: Promise<unknown> = Promise.resolve();
    await portal.owner.$transaction(
      async (db) => {
        await db.$executeRaw`lock table "DecisionInvitation" in access exclusive mode`;
        const late = {
          accountId: world.accountId,
          decisionId,
          round: 1,
          contactId: first.id,
          position: 1,
          receipt: "slow",
        };
        voting = asApp((app) => app.decisionVote.create({ data: late })).catch((error: unknown) => error);
        while (Date.now() < voteBy.getTime() + 20) await new Promise(setImmediate);
      },
      { timeout: 10_000 },
    );
    expect(String(await voting)).toMatch(/the deadline has passed/);
    expect(await portal.owner.decisionVote.count({ where: { decisionId } })).toBe(0);
  });
});
