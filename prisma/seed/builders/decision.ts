import { randomBytes } from "node:crypto";
import { addDays, iso } from "@/lib/platform/kernel/dates";
import type { Said } from "@/lib/platform/language/say";
import { say } from "@/lib/platform/language/say";
import { stored } from "@/lib/platform/operations/stored";
import { publishResult } from "@/lib/workspace/decisions/publish-result";
import type { Rules } from "@/lib/workspace/decisions/tally";
import type { OwnerDatabase } from "./owner-database";

interface Round {
  /** Of each contact who has voted: the position of the option. */
  readonly votes: Readonly<Record<string, number>>;
  readonly openedAt: Date;
  readonly voteBy: Date;
  readonly reason?: string;
  /** Its deadline was moved back once, from then. */
  readonly extended?: { readonly from: Date; readonly at: Date; readonly reason: string };
  /** Not published: the last round of an open decision. */
  readonly open?: true;
}

export interface DecisionPlan extends Partial<Rules> {
  /** The next one of the account if left out. */
  readonly number?: number;
  readonly title: string;
  readonly purpose?: string;
  readonly background?: string;
  readonly recommendation?: string;
  readonly options?: readonly string[];
  readonly abstention?: boolean;
  readonly hideNames?: boolean;
  readonly status?: "draft" | "open" | "closed" | "withdrawn";
  readonly chair: { readonly id: string; readonly name: string };
  readonly voters: readonly string[];
  readonly viewers?: readonly string[];
  readonly recused?: readonly { readonly contactId: string; readonly reason: string }[];
  readonly organisations?: readonly string[];
  readonly rounds?: readonly Round[];
  readonly voteBy?: Date;
  readonly createdAt?: Date;
  readonly comments?: readonly {
    readonly by: { readonly id: string; readonly name: string };
    readonly body: string;
    readonly at: Date;
    readonly private?: true;
  }[];
  readonly events?: readonly {
    readonly at: Date;
    readonly by: string | null;
    readonly said: Said;
    readonly reason?: string;
  }[];
}

/** Creates a decision as it would be by now, with its votes and published results. Returns its id. */
export async function buildDecision(db: OwnerDatabase, accountId: string, plan: DecisionPlan): Promise<string> {
  const now = new Date();
  const { chair, voters, viewers = [], rounds = [], status = "open" } = plan;
  const createdAt = plan.createdAt ?? rounds[0]?.openedAt ?? now;
  const number = plan.number ?? (await nextNumber(db, accountId));
  const { id } = await db.decision.create({
    data: {
      ...{ accountId, number, title: plan.title, purpose: plan.purpose ?? "To be decided." },
      ...{ background: plan.background ?? "", recommendation: plan.recommendation ?? "", createdAt },
      ...{ quorum: plan.quorum ?? "none", quorumValue: plan.quorumValue ?? null, base: plan.base ?? "decided" },
      ...{ threshold: plan.threshold ?? "majority", tie: plan.tie ?? "none", hideNames: plan.hideNames ?? false },
      ...{ chairContactId: chair.id, createdByName: chair.name, timeZone: "Europe/Amsterdam" },
      ...{ status: status === "closed" ? "open" : status, voteBy: plan.voteBy ?? rounds[0]?.voteBy ?? addDays(now, 7) },
    },
    select: { id: true },
  });
  const key = { accountId, decisionId: id };
  const choices = plan.options ?? ["Yes", "No"];
  const options = [...choices, ...(plan.abstention === false ? [] : ["Abstain"])];
  await db.decisionOption.createMany({
    data: options.map((text, at) => ({ ...key, position: at + 1, text, abstains: at >= choices.length })),
  });
  const followers = [...new Set([...viewers, chair.id])].filter((one) => !voters.includes(one));
  const invitation = { ...key, invitedByName: chair.name, invitedAt: createdAt };
  await db.decisionInvitation.createMany({
    data: [
      ...voters.map((contactId) => ({ ...invitation, contactId, mayVote: true })),
      ...followers.map((contactId) => ({ ...invitation, contactId, mayVote: false })),
    ],
  });
  await addRest(db, key, plan, createdAt);
  if (status !== "draft") await addRounds(db, { ...key, plan, status });
  return id;
}

async function nextNumber(db: OwnerDatabase, accountId: string): Promise<number> {
  const { _max } = await db.decision.aggregate({ where: { accountId }, _max: { number: true } });
  return (_max.number ?? 0) + 1;
}

async function addRest(
  db: OwnerDatabase,
  key: { readonly accountId: string; readonly decisionId: string },
  { chair, recused = [], organisations = [], comments = [], events = [] }: DecisionPlan,
  createdAt: Date,
) {
  await db.decisionRecusal.createMany({
    data: recused.map((one) => ({ ...key, ...one, decidedByName: chair.name, decidedAt: createdAt })),
  });
  await db.decisionOrganisation.createMany({
    data: organisations.map((name) => ({ ...key, name, key: name.toLowerCase() })),
  });
  await db.decisionComment.createMany({
    data: comments.map(({ by, body, at, private: own = false }) => ({
      ...{ ...key, authorContactId: by.id, authorName: by.name, body, createdAt: at, private: own },
    })),
  });
  await db.decisionEvent.createMany({
    data: [
      { ...key, at: createdAt, actorName: chair.name, ...stored(say("Created the proposal")) },
      ...events.map(({ at, by, said, reason = null }) => ({ ...key, at, actorName: by, reason, ...stored(said) })),
    ],
  });
}

interface Life {
  readonly accountId: string;
  readonly decisionId: string;
  readonly plan: DecisionPlan;
  readonly status: "open" | "closed" | "withdrawn";
}

async function addRounds(db: OwnerDatabase, { accountId, decisionId, plan, status }: Life): Promise<void> {
  const key = { accountId, decisionId };
  const account = await db.account.findUniqueOrThrow({ where: { id: accountId }, select: { id: true, name: true } });
  const rounds = plan.rounds ?? [
    { votes: {}, openedAt: new Date(), voteBy: plan.voteBy ?? addDays(new Date(), 7), open: true as const },
  ];
  for (const [index, { votes, openedAt, voteBy, reason = null, extended, open }] of rounds.entries()) {
    const number = index + 1;
    await db.decision.update({ where: { id: decisionId }, data: { status: "open", round: number, voteBy } });
    await db.decisionRound.create({ data: { ...key, number, openedAt, reason } });
    await db.decisionEvent.create({
      data: {
        ...{ ...key, at: openedAt, actorName: plan.chair.name, reason },
        ...stored(number === 1 ? say("Opened the vote") : say("Started round {round}", { round: String(number) })),
      },
    });
    if (extended)
      await addExtension(db, { ...key, round: number, byName: plan.chair.name, after: voteBy, ...extended });
    await db.decisionVote.createMany({
      data: Object.entries(votes).map(([contactId, position], at) => ({
        ...{ ...key, round: number, contactId, position, receipt: randomBytes(9).toString("base64url") },
        castAt: new Date(Math.min(openedAt.getTime() + (at + 1) * 5_400_000, voteBy.getTime() - 60_000)),
      })),
    });
    if (!open && status !== "withdrawn")
      await publishResult(db, account, { id: decisionId, closedAt: voteBy, closedByName: null });
  }
  if (status === "withdrawn") await db.decision.update({ where: { id: decisionId }, data: { status } });
}

interface Extension {
  readonly accountId: string;
  readonly decisionId: string;
  readonly round: number;
  readonly from: Date;
  readonly after: Date;
  readonly at: Date;
  readonly reason: string;
  readonly byName: string;
}

async function addExtension(db: OwnerDatabase, { from, byName, ...extension }: Extension): Promise<void> {
  const { accountId, decisionId, after, at, reason } = extension;
  await db.decisionExtension.create({ data: { ...extension, byName, number: 1, first: from, before: from } });
  const said = (time: Date) => ({ at: iso(time), timeZone: "Europe/Amsterdam" });
  const dates = { before: said(from), after: said(after) };
  await db.decisionEvent.create({
    data: {
      ...{ accountId, decisionId, at, actorName: byName },
      ...stored(say("Extended the deadline from {before} to {after}: {reason}", { ...dates, reason })),
    },
  });
}
