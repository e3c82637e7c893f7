import { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { iso, isoOrNull } from "@/lib/platform/kernel/dates";
import { authorize } from "@/lib/platform/operations/authorize";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { shown } from "@/lib/platform/operations/stored";
import { can } from "@/lib/policy/evaluate";
import { attachedTo, presentAttached } from "@/lib/workspace/core/attached-documents";
import { conflictsOf } from "./conflicts-of";
import { type DecisionRow, knownDecision } from "./decision-record";
import { presentOutline } from "./present-outline";
import { readInvited } from "./read-invited";
import { readResult } from "./read-result";
import { resultSheet } from "./result-schema";
import { rulesInWords } from "./rules-in-words";
import { decisionDetail, decisionId } from "./schema";
import { stateOf } from "./state-of";

const content = {
  ...{ textVersion: true, purpose: true, background: true, recommendation: true, createdByName: true, createdAt: true },
  ...{ quorum: true, quorumValue: true, base: true, threshold: true, tie: true, hideNames: true },
  chair: { select: { name: true } },
  options: { select: { position: true, text: true, abstains: true }, orderBy: { position: "asc" } },
  organisations: { select: { name: true }, orderBy: { key: "asc" }, take: 50 },
  rounds: {
    select: { number: true, openedAt: true, reason: true, closedAt: true, hash: true, sheet: true },
    orderBy: { number: "desc" },
    take: 50,
  },
  recusals: {
    select: {
      contactId: true,
      contact: { select: { name: true } },
      reason: true,
      decidedByName: true,
      decidedAt: true,
    },
    orderBy: [{ decidedAt: "asc" }, { contactId: "asc" }],
    take: 200,
  },
  events: {
    select: { id: true, at: true, summary: true, said: true, actorName: true, reason: true },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: 100,
  },
} as const satisfies Prisma.DecisionSelect;

/** A decision with its content, votes as far as they are shown, and its result. For those who are invited. */
export const viewDecision = defineQuery({
  name: "decisions.view",
  permission: "decisions.proposals.view",
  scope: "account",
  alsoChecks: ["decisions.titles.view", "documents.view"],
  summary: "View a proposal and its result",
  activity: "view a decision",
  input: z.object({ decisionId }),
  output: decisionDetail,
  http: { method: "GET", path: "/accounts/{accountId}/decisions/{decisionId}" },
  run: async (context, { decisionId: id }) => {
    const { db, account, actor, realNow } = context;
    const decision = await knownDecision(context, id);
    await authorize(context, "decisions.proposals.view", decision);
    const where = { accountId: account.id, id };
    const [more, documents, votes] = await Promise.all([
      db.decision.findFirstOrThrow({ where, select: content }),
      attachedTo(context, { decisionId: id }),
      db.decisionVote.findMany({
        where: { accountId: account.id, decisionId: id, round: decision.round },
        select: { contactId: true, position: true, receipt: true, castAt: true },
      }),
    ]);
    const state = stateOf(decision, realNow);
    const own = votes.find(({ contactId }) => contactId === actor.contactId);
    const allowed = allowedOn(context, decision);
    const { invited, progress } = await readInvited(
      context,
      decision,
      new Set(votes.map(({ contactId }) => contactId)),
    );
    const anyVote = await db.decisionVote.findFirst({
      where: { accountId: account.id, decisionId: id },
      select: { id: true },
    });
    return {
      ...presentOutline(context, decision),
      title: decision.title,
      ...textOf(more),
      chairedByMe: decision.chairContactId !== null && decision.chairContactId === actor.contactId,
      version: decision.version,
      documents: documents.map((one) => presentAttached(context, one)),
      editable: allowed.lead && (state === "draft" || state === "open") && anyVote === null,
      ...{ invited, progress },
      myVote: own ? { position: own.position, receipt: own.receipt, castAt: iso(own.castAt) } : null,
      result: state === "closed" ? await readResult(context, decision) : null,
      ...(allowed.lead && (state === "draft" || state === "open")
        ? await conflictsOf(context, decision)
        : { conflicts: [], dismissals: [] }),
      events: more.events.toReversed().map(({ summary, said, at, ...event }) => ({
        ...event,
        at: iso(at),
        text: shown({ summary, said }, actor.locale),
      })),
      allowed: {
        vote: allowed.vote && state === "open" && own === undefined,
        comment: allowed.comment,
        lead: allowed.lead,
        extend: allowed.extend && state === "open",
        close: allowed.close && state === "open",
        addMembers: allowed.addMembers && (state === "open" || state === "draft"),
      },
    };
  },
});

const allowedOn = ({ viewer }: Context, decision: DecisionRow) => ({
  vote: can(viewer, "decisions.proposals.vote", decision),
  comment: can(viewer, "decisions.proposals.comment", decision),
  lead: can(viewer, "decisions.proposals.lead", decision),
  extend: can(viewer, "decisions.proposals.extend"),
  close: can(viewer, "decisions.proposals.close"),
  addMembers: can(viewer, "decisions.proposals.add-members"),
});

type Content = Prisma.DecisionGetPayload<{ select: typeof content }>;

const textOf = (more: Content) => ({
  ...{ purpose: more.purpose, background: more.background, recommendation: more.recommendation, options: more.options },
  textVersion: more.textVersion,
  rules: {
    ...{
      quorum: more.quorum,
      quorumValue: more.quorumValue,
      base: more.base,
      threshold: more.threshold,
      tie: more.tie,
    },
    hideNames: more.hideNames,
  },
  ruleSentences: rulesInWords(more),
  chairName: more.chair?.name ?? null,
  createdByName: more.createdByName,
  createdAt: iso(more.createdAt),
  organisations: more.organisations.map(({ name }) => name),
  rounds: more.rounds.toReversed().map(({ sheet, openedAt, closedAt, ...round }) => ({
    ...round,
    openedAt: iso(openedAt),
    closedAt: isoOrNull(closedAt),
    chosen: chosenIn(sheet),
  })),
  recusals: more.recusals.map(({ contact, decidedAt, ...recusal }) => ({
    ...recusal,
    name: contact.name,
    decidedAt: iso(decidedAt),
  })),
});

function chosenIn(sheet: Prisma.JsonValue): string | null {
  if (sheet === null) return null;
  const { options, outcome } = resultSheet.parse(sheet);
  return options.find(({ position }) => position === outcome.chosen)?.text ?? null;
}
