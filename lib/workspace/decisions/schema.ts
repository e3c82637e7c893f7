import { z } from "zod";
import { clockDateTime } from "@/lib/platform/kernel/clock-time";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id, version } from "@/lib/platform/kernel/ids";
import { oneLine } from "@/lib/platform/kernel/one-line";
import { isTimeZone } from "@/lib/platform/kernel/time-zones";
import { issue } from "@/lib/platform/language/msg";
import { attachedDocument, conflict, dismissal, MOST_ATTACHED } from "@/lib/workspace/core/schema";
import { outcome, type ResultSheet, resultRules } from "./result-schema";

export const decisionState = z.enum(["draft", "open", "closed", "withdrawn"]);

/** Invited to one decision. */
export const MOST_INVITED = 200;
const MOST_ROUNDS = 50;

export const decisionId = id;

const lines = (text: string) => text.replace(/\r\n?/g, "\n").trim();
const longText = z.string().overwrite(lines).max(20_000, issue("Use up to 20,000 characters."));

const option = z.string().overwrite(oneLine).max(120, issue("An option can have up to 120 characters."));

const rule = {
  quorum: z.enum(["none", "count", "share"]).default("none").describe("How many people must vote at least"),
  quorumValue: z.int().min(1).max(1000).optional().describe("That many people, or per cent of those who can vote"),
  base: z.enum(["cast", "decided", "invited"]).default("decided").describe("What the majority is a majority of"),
  threshold: z.enum(["majority", "twoThirds", "fourFifths", "unanimous"]).default("majority"),
  tie: z.enum(["none", "chair"]).default("none").describe("`chair`: the vote of the chair counts twice"),
  hideNames: z.boolean().default(false).describe("Show totals only, not who voted for what"),
};

/** `2026-03-29T18:00`, in the time zone beside it. */
export const localTime = clockDateTime.describe("In `timeZone`: 2026-03-29T18:00");

export const timeZone = z.string().max(64).refine(isTimeZone, issue("Choose a time zone from the list."));

const contactIds = z.array(id).max(MOST_INVITED, issue("Invite up to 200 people."));

export const proposalInput = {
  title: z
    .string()
    .overwrite(oneLine)
    .min(1, issue("Enter a title."))
    .max(200, issue("A title can have up to 200 characters.")),
  purpose: longText.min(1, issue("Say what is to be decided.")),
  background: longText.default(""),
  recommendation: longText.default(""),
  options: z.array(option).max(8).describe("Two to five, each different; empty ones are ignored"),
  abstention: option.default("").describe("An option that abstains from voting; empty for none"),
  voteBy: localTime,
  timeZone,
  ...rule,
  organisations: z
    .string()
    .max(2_000, issue("Use up to 2,000 characters."))
    .default("")
    .describe(
      "Organisations it is about, one on each line: interests that people have declared are compared with them",
    ),
};

export const invitedInput = {
  voters: contactIds.default([]).describe("Contacts who vote"),
  viewers: contactIds.default([]).describe("Contacts who follow it without a vote"),
};

export const decisionVersion = version;

export const decisionOption = z.object({ position: z.int(), text: z.string(), abstains: z.boolean() });

/** What everyone sees who may find a decision. Its title is only for those who are invited. */
export const decisionOutline = z.object({
  id,
  number: z.int(),
  title: z.string().nullable().describe("Null for those who aren't invited, or are recused"),
  state: decisionState.describe("`closed` from the deadline on"),
  round: z.int(),
  voteBy: isoDateTime,
  timeZone: z.string(),
  /** The viewer's part in it. */
  mine: z.enum(["none", "viewer", "voter", "recused"]),
});

export const outlineDetail = decisionOutline.extend({
  /** Why the viewer is recused, if they are. */
  recusal: z.object({ reason: z.string(), decidedByName: z.string(), decidedAt: isoDateTime }).nullable(),
  allowed: z.object({
    view: z.boolean(),
    extend: z.boolean(),
    close: z.boolean(),
    addMembers: z.boolean(),
    takeChair: z.boolean(),
  }),
});

const invited = z.object({
  contactId: id,
  name: z.string(),
  mayVote: z.boolean(),
  recused: z.boolean(),
  voted: z.boolean(),
  /** When they were reminded last, and by whom: null for the portal. */
  reminded: z.object({ at: isoDateTime, byName: z.string().nullable() }).nullable(),
});

export const publishedResult = z.object({
  outcome,
  /** The arithmetic in words, one sentence each. */
  sentences: z.array(z.string()).max(12),
  /** Null until it is published, which follows the deadline within minutes. */
  hash: z.string().nullable(),
  closedAt: isoDateTime,
  closedByName: z.string().nullable(),
  /** Without names if the decision hides them. */
  votes: z.array(z.object({ receipt: z.string(), position: z.int(), name: z.string().nullable() })).max(MOST_INVITED),
});

export const decisionDetail = decisionOutline.extend({
  title: z.string(),
  textVersion: z.int().describe("Rises whenever title, text, options or rules change"),
  purpose: z.string(),
  background: z.string(),
  recommendation: z.string(),
  options: z.array(decisionOption).max(5),
  rules: resultRules,
  /** The same in words, one sentence each. */
  ruleSentences: z.array(z.string()).max(12),
  /** Rules and text can still be changed: nobody has voted. */
  documents: z.array(attachedDocument).max(MOST_ATTACHED),
  editable: z.boolean(),
  chairName: z.string().nullable(),
  chairedByMe: z.boolean(),
  createdByName: z.string(),
  createdAt: isoDateTime,
  version: z.int(),
  invited: z.array(invited).max(MOST_INVITED),
  progress: z.object({ voted: z.int(), eligible: z.int() }),
  myVote: z.object({ position: z.int(), receipt: z.string(), castAt: isoDateTime }).nullable(),
  result: publishedResult.nullable(),
  rounds: z
    .array(
      z.object({
        number: z.int(),
        openedAt: isoDateTime,
        reason: z.string().nullable(),
        closedAt: isoDateTime.nullable(),
        hash: z.string().nullable(),
        chosen: z.string().nullable(),
      }),
    )
    .max(MOST_ROUNDS),
  recusals: z
    .array(
      z.object({
        contactId: id,
        name: z.string(),
        reason: z.string(),
        decidedByName: z.string(),
        decidedAt: isoDateTime,
      }),
    )
    .max(MOST_INVITED),
  /** For its chair: people with an interest in an organisation that it is about, who aren't recused. */
  conflicts: z.array(conflict).max(MOST_INVITED),
  /** For its chair too: interests that they have decided are no reason for a recusal. */
  dismissals: z.array(dismissal).max(MOST_INVITED),
  organisations: z.array(z.string()).max(50),
  /** What happened to it, oldest first. */
  events: z
    .array(
      z.object({
        id,
        at: isoDateTime,
        text: z.string(),
        actorName: z.string().nullable(),
        reason: z.string().nullable(),
      }),
    )
    .max(100),
  allowed: z.object({
    vote: z.boolean(),
    comment: z.boolean(),
    lead: z.boolean(),
    extend: z.boolean(),
    close: z.boolean(),
    addMembers: z.boolean(),
  }),
});

export const decisionComment = z.object({
  id,
  authorName: z.string(),
  mine: z.boolean(),
  private: z.boolean(),
  body: z.string(),
  createdAt: isoDateTime,
});

/** A decision after a command. */
export const decisionRef = z.object({ id, number: z.int() });

export type DecisionOutline = z.infer<typeof decisionOutline>;
export type OutlineDetail = z.infer<typeof outlineDetail>;
export type DecisionDetail = z.infer<typeof decisionDetail>;
export type DecisionComment = z.infer<typeof decisionComment>;
export type { ResultSheet };
export type DecisionState = z.infer<typeof decisionState>;
