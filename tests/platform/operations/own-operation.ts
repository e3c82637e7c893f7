import { z } from "zod";
import type { Scope } from "@/lib/platform/db/grant";
import type { ScopedDb, Transaction } from "@/lib/platform/db/scoped-db";
import { type AuditNote, type Context, defineCommand, defineQuery } from "@/lib/platform/operations/operation";
import type { Permission } from "@/lib/policy/permissions";

const input = z.object({ id: z.string().optional(), other: z.string().optional(), times: z.int().default(1) });
type Input = z.output<typeof input>;
export type Given = z.input<typeof input>;

/** Drops unknown fields. */
const output = z.object({ said: z.unknown() });

const declared = <S extends Scope, P extends Permission>(scope: S, permission: P) => ({
  name: "test.operation",
  permission,
  scope,
  summary: "Do what the test asks",
  activity: "try something",
  input,
  output,
  http: { method: "POST", path: scope === "account" ? "/accounts/{accountId}/test" : "/test" } as const,
});

type After = (output: { said?: unknown }, accountId: string | null, input: Input) => Promise<{ said: unknown }>;

interface QueryParts<S extends Scope> {
  readonly run?: (context: Context<S>, input: Input) => Promise<unknown>;
  readonly alsoNeeds?: readonly Permission[];
  readonly replica?: true;
  readonly snapshot?: true;
  readonly logged?: (output: { said?: unknown }) => AuditNote;
  readonly after?: After;
}

/** A query for tests, with the given scope and permission. */
export const ownQuery = <S extends Scope>(scope: S, permission: Permission, { run, ...more }: QueryParts<S> = {}) =>
  defineQuery({
    ...declared(scope, permission),
    ...more,
    run: async (context, given) => ({ said: await run?.(context, given) }),
  });

interface CommandParts<S extends Scope> {
  readonly run?: (context: Context<S>, input: Input) => Promise<unknown>;
  readonly note?: AuditNote | null;
  readonly lockAccount?: boolean;
  readonly after?: After;
}

/** A command for tests; without a note the log only says that it was executed. */
export const ownCommand = <S extends Scope>(
  scope: S,
  permission: Permission,
  { run, note = { summary: "Did what the test asked" }, ...more }: CommandParts<S> = {},
) =>
  defineCommand({
    ...declared(scope, permission),
    ...more,
    run: async (context, given) => ({ output: { said: await run?.(context, given) }, audit: note }),
  });

/** The database role, account and person in effect. */
export async function scopeOf(db: ScopedDb): Promise<string> {
  const [row] = await (db as Transaction).$queryRaw<{ scope: string }[]>`
    select concat_ws(' ', current_user, current_setting('portcullis.account'), current_setting('portcullis.person')) as scope`;
  return row?.scope ?? "";
}
