import type { z } from "zod";
import { queryRows } from "@/lib/platform/db/query-rows";
import { sql } from "@/lib/platform/db/sql";
import { iso } from "@/lib/platform/kernel/dates";
import type { Context } from "@/lib/platform/operations/operation";
import { buildSheet } from "./build-sheet";
import type { DecisionRow } from "./decision-record";
import { resultInWords } from "./result-in-words";
import { type ResultSheet, resultSheet } from "./result-schema";
import type { publishedResult } from "./schema";

interface Published {
  readonly sheet: ResultSheet;
  /** Null until it is published. */
  readonly hash: string | null;
}

/**
 * The result of a round that is over: as published, or for the minutes before that as it will be. Null while votes are still
 * counted by the database's clock, which may be behind ours.
 */
export async function readSheet(
  { db, account }: Context<"account">,
  { id, round, voteBy }: DecisionRow,
  number = round,
): Promise<Published | null> {
  const stored = await db.decisionRound.findFirst({
    where: { accountId: account.id, decisionId: id, number },
    select: { sheet: true, hash: true },
  });
  if (stored?.hash) return { sheet: resultSheet.parse(stored.sheet), hash: stored.hash };
  if (stored === null || number !== round) return null;
  const over = sql`select ${voteBy}::timestamptz <= clock_timestamp() as "over"`;
  const [clock] = await queryRows<{ over: boolean }>(db, over);
  if (!clock?.over) return null;
  return { sheet: await buildSheet(db, account, { id, closedAt: voteBy, closedByName: null }), hash: null };
}

export async function readResult(
  context: Context<"account">,
  decision: DecisionRow,
): Promise<z.input<typeof publishedResult> | null> {
  const published = await readSheet(context, decision);
  if (published === null) return null;
  const { sheet, hash } = published;
  return {
    outcome: sheet.outcome,
    sentences: resultInWords(sheet),
    hash,
    closedAt: iso(new Date(sheet.round.closedAt)),
    closedByName: sheet.round.closedBy,
    votes: sheet.votes.map(({ receipt, option, voter }) => ({ receipt, position: option, name: voter })),
  };
}
