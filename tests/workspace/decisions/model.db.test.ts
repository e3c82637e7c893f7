import fc from "fast-check";
import pMap from "p-map";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Caller } from "@/lib/platform/operations/caller";
import { execute } from "@/lib/platform/operations/execute";
import type { AnyOperation, InputOf } from "@/lib/platform/operations/operation";
import { addMembers } from "@/lib/workspace/decisions/add-members";
import { castVote } from "@/lib/workspace/decisions/cast-vote";
import { closeDecision } from "@/lib/workspace/decisions/close-decision";
import { extendDecision } from "@/lib/workspace/decisions/extend-decision";
import { liftRecusal } from "@/lib/workspace/decisions/lift-recusal";
import { recuse } from "@/lib/workspace/decisions/recuse";
import { resultSheet } from "@/lib/workspace/decisions/result-schema";
import { startRound } from "@/lib/workspace/decisions/start-round";
import { viewDecision } from "@/lib/workspace/decisions/view-decision";
import { withdrawDecision } from "@/lib/workspace/decisions/withdraw-decision";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { emails, type Who, worldOf } from "./world";

const SEQUENCES = 1_000;
const people: readonly Who[] = ["owner", "administrator", "billing", "support", "billingSupport"];

type Step =
  | { readonly do: "vote"; readonly who: Who; readonly option: number }
  | { readonly do: "recuse" | "lift"; readonly who: Who }
  | { readonly do: "invite"; readonly who: Who; readonly mayVote: boolean }
  | { readonly do: "extend" | "close" | "round" | "withdraw" };

const who = fc.constantFrom(...people);
const aStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant("vote" as const), who, option: fc.integer({ min: 1, max: 3 }) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom("recuse" as const, "lift" as const), who }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("invite" as const), who, mayVote: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom("close" as const, "round" as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom("extend" as const, "withdraw" as const) }) },
);

/** The deadline of the decisions that are built. */
const BEGUN = Date.parse("2190-01-01T00:00:00Z");

/** A decision as plain sets: what everyone may do and how it ends, worked out anew each time. */
class Model {
  status: "open" | "closed" | "withdrawn" = "open";
  round = 1;
  extended = 0;
  inRound = 0;
  /** `true` with a vote. The owner chairs it, and follows it without one. */
  readonly invited = new Map<Who, boolean>([
    ["owner", false],
    ["billing", true],
    ["support", true],
  ]);
  readonly recused = new Set<Who>();
  readonly votes: Map<Who, number>[] = [new Map()];
  readonly results = new Map<number, { voted: number; chosen: number | null; eligible: number }>();

  view(who: Who): string {
    if (!this.knows(who)) return "not-found";
    if (this.recused.has(who)) return "refused";
    const enough = privileged(who) ? this.invited.has(who) : this.invited.get(who) === true;
    return enough ? "allowed" : "refused";
  }

  apply(step: Step): string {
    switch (step.do) {
      case "vote":
        return this.vote(step.who, step.option);
      case "invite":
        if (this.status !== "open") return "conflict";
        if (step.who === "administrator") return "invalid";
        if (!this.invited.has(step.who)) this.invited.set(step.who, step.mayVote);
        return "allowed";
      case "extend":
        if (this.status !== "open" || this.inRound === 3) return "conflict";
        this.extended++;
        this.inRound++;
        return "allowed";
      case "close":
        if (this.status !== "open") return "conflict";
        this.close();
        return "allowed";
      default:
        return this.recused.has("owner") ? "refused" : this.lead(step);
    }
  }

  private knows = (who: Who) => privileged(who) || this.invited.has(who);

  private vote(who: Who, option: number): string {
    if (!this.knows(who)) return "not-found";
    if (this.recused.has(who) || this.invited.get(who) !== true) return "refused";
    const votes = this.votes.at(-1);
    if (this.status !== "open" || votes?.has(who)) return "conflict";
    votes?.set(who, option);
    return "allowed";
  }

  private lead(step: Step): string {
    if (step.do === "round") {
      if (this.status !== "closed") return "conflict";
      this.round++;
      this.inRound = 0;
      this.status = "open";
      this.votes.push(new Map());
      return "allowed";
    }
    if (this.status !== "open") return "conflict";
    if (step.do === "withdraw") this.status = "withdrawn";
    if (step.do === "recuse") {
      if (this.recused.has(step.who)) return "conflict";
      this.recused.add(step.who);
    }
    if (step.do === "lift" && !this.recused.delete(step.who)) return "not-found";
    return "allowed";
  }

  private close(): void {
    const cast = [...(this.votes.at(-1) ?? [])].filter(([who]) => !this.recused.has(who)).map(([, option]) => option);
    const yes = cast.filter((option) => option === 1).length;
    const no = cast.filter((option) => option === 2).length;
    const eligible = [...this.invited].filter(([who, mayVote]) => mayVote && !this.recused.has(who)).length;
    const chosen = yes === no ? null : yes > no ? 1 : 2;
    this.results.set(this.round, { voted: cast.length, chosen, eligible });
    this.status = "closed";
  }
}

const privileged = (who: Who) => who === "owner" || who === "administrator";

let portal: TestPortal;
let world: ReturnType<typeof worldOf>;
const callers = new Map<Who, Caller>();
beforeAll(async () => {
  portal = await testPortal();
  world = worldOf(portal);
  for (const one of people) callers.set(one, await portal.as(emails[one]));
});
afterAll(() => portal.close());

/** Sequences run side by side on one account: whoever is told to try again because of another one does. */
const TRY_AGAIN = "Someone else changed this at the same time. Try again.";

const answerOf = <Op extends AnyOperation>(who: Who, op: Op, input: InputOf<Op>): Promise<string> =>
  execute(callers.get(who) as Caller, world.accountId, op, input).then(
    () => "allowed",
    async (error) => {
      const { code, detail } = await problemOf(Promise.reject(error));
      return detail === TRY_AGAIN ? answerOf(who, op, input) : code;
    },
  );

interface Taken {
  /** The one that the voter sees. */
  readonly round: number;
  readonly model: Model;
}

function take(decisionId: string, step: Step, { round, model }: Taken): Promise<string> {
  const { contacts } = world;
  const reason = "Because of this";
  const until = {
    timeZone: "UTC",
    voteBy: new Date(BEGUN + (10 + model.extended + model.round) * 60_000).toISOString().slice(0, 16),
  };
  switch (step.do) {
    case "vote":
      return answerOf(step.who, castVote, { decisionId, round, position: step.option });
    case "recuse":
      return answerOf("owner", recuse, { decisionId, contactId: contacts[step.who], reason });
    case "lift":
      return answerOf("owner", liftRecusal, { decisionId, contactId: contacts[step.who], reason });
    case "invite":
      return answerOf("administrator", addMembers, {
        decisionId,
        [step.mayVote ? "voters" : "viewers"]: [contacts[step.who]],
      });
    case "extend":
      return answerOf("administrator", extendDecision, { decisionId, reason, ...until });
    case "close":
      return answerOf("administrator", closeDecision, { decisionId, reason });
    case "round":
      return answerOf("owner", startRound, { decisionId, reason, ...until });
    case "withdraw":
      return answerOf("owner", withdrawDecision, { decisionId, reason });
  }
}

async function compare(decisionId: string, model: Model, said: string): Promise<void> {
  const found = await portal.owner.decision.findUniqueOrThrow({
    where: { id: decisionId },
    select: {
      ...{ status: true, round: true },
      votes: { select: { round: true } },
      rounds: { select: { number: true, sheet: true }, where: { hash: { not: null } } },
    },
  });
  expect({ status: found.status, round: found.round }, said).toEqual({ status: model.status, round: model.round });
  expect(found.votes.length, said).toBe(model.votes.reduce((sum, votes) => sum + votes.size, 0));
  for (const { number, sheet } of found.rounds) {
    const { outcome } = resultSheet.parse(sheet);
    expect({ voted: outcome.voted, chosen: outcome.chosen, eligible: outcome.eligible }, said).toEqual(
      model.results.get(number),
    );
  }
  expect(found.rounds.length, said).toBe(model.results.size);
}

it(`${SEQUENCES} random sequences of inviting, voting, recusing, extending, closing and new rounds end as worked out plainly`, {
  timeout: 900_000,
}, async () => {
  const sequences = fc.sample(fc.array(aStep, { minLength: 2, maxLength: 6 }), { numRuns: SEQUENCES, seed: 95 });
  const seen = new Map<string, number>();
  await pMap(
    sequences,
    async (steps, index) => {
      const { billing, support } = world.contacts;
      const decisionId = await world.build({
        ...{ number: 1_000 + index, voters: [billing, support] },
        voteBy: new Date(BEGUN),
      });
      const model = new Model();
      for (const [at, step] of steps.entries()) {
        const said = `${index}: ${JSON.stringify(steps.slice(0, at + 1))}`;
        const { round } = model;
        const expected = model.apply(step);
        expect(await take(decisionId, step, { round, model }), said).toBe(expected);
        seen.set(`${step.do} ${expected}`, (seen.get(`${step.do} ${expected}`) ?? 0) + 1);
        const reader = people[(index + at) % people.length] as Who;
        expect(await answerOf(reader, viewDecision, { decisionId }), `${said} as ${reader}`).toBe(model.view(reader));
      }
      await compare(decisionId, model, `${index}: ${JSON.stringify(steps)}`);
    },
    { concurrency: 3 },
  );
  // Every kind of answer that there is has occurred.
  for (const answer of [
    "vote allowed",
    "vote refused",
    "vote conflict",
    "vote not-found",
    "round allowed",
    "round refused",
    "lift allowed",
    "lift not-found",
    "close allowed",
    "invite allowed",
    "invite invalid",
    "extend allowed",
    "withdraw allowed",
    "recuse conflict",
  ])
    expect(seen.get(answer) ?? 0, answer).toBeGreaterThan(5);
});
