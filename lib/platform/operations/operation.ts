import type { z } from "zod";
import type { AccountFacts, Actor } from "@/lib/platform/db/credential";
import type { Scope } from "@/lib/platform/db/grant";
import type { Membership } from "@/lib/platform/db/load-memberships";
import type { Standing } from "@/lib/platform/db/load-roster";
import type { AccountMember } from "@/lib/platform/db/load-subject";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import type { SomeMembers } from "@/lib/platform/db/some-members";
import type { Said } from "@/lib/platform/language/say";
import type { Permission } from "@/lib/policy/permissions";
import type { Viewer } from "@/lib/policy/viewer";
import type { Caller } from "./caller";
import type { Unlisted } from "./unlisted";

/** What an operation's `run` gets: the scoped database and the caller. It never decides access. */
export interface Context<S extends Scope = Scope> {
  readonly db: ScopedDb;
  readonly viewer: Viewer;
  readonly actor: Actor;
  readonly via: Caller["via"];
  readonly account: S extends "account" ? AccountFacts : null;
  /** The billing clock. It can be advanced in the demo and in tests. */
  readonly now: Date;
  /** The real time: for sessions, links, tokens, and people's access. */
  readonly realNow: Date;
  /** The account's people in the form the permission library uses: for notifications and explanations. */
  readonly people: () => Promise<AccountMember[]>;
  /** Some of them. Queries take these where they can: reading thousands of people takes longer than a page. */
  readonly members: (which: SomeMembers) => Promise<AccountMember[]>;
  /** All of them or some, to decide about many at once: hundreds of times as quick, without who gave what until when. */
  readonly roster: (which?: SomeMembers) => Promise<Standing[]>;
  /** The accounts that the viewer is a contact of, with their access on each: for their own pages. */
  readonly memberships: () => Promise<Membership[]>;
  /**
   * For an operation of staff outside an account that shows a record of one: asks for their reason to open it, and lists it for the
   * account's owner.
   */
  readonly concerning: (accountId: string | null) => Promise<void>;
  /** The hash of the viewer's own password. */
  readonly passwordHash: () => Promise<string | null>;
}

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

interface Declaration<I extends z.ZodObject, O extends z.ZodType, S extends Scope, P extends Permission> {
  /** `noun.verb`, unique; the operationId of the API. */
  readonly name: string;
  /** A key of the catalogue, checked before anything is read. */
  readonly permission: P;
  readonly scope: S;
  /**
   * Permissions checked besides its own: they are offered because of it, and the sets their conditions read are loaded.
   */
  readonly alsoChecks?: readonly Permission[];
  /** Further permissions without which it does nothing for anyone: checked with the first. */
  readonly alsoNeeds?: readonly Permission[];
  /** Executed as the person who signed in, even while they look as somebody else: to end that. */
  readonly outsideLook?: true;
  /** Touches login details: an account may want to approve that by staff first. */
  readonly loginDetails?: true;
  /** Why its owner isn't shown that staff executed it on their account: it shows nothing of the customer's. */
  readonly unlisted?: Unlisted;
  /** One line for the API document and the reference page. */
  readonly summary: string;
  /** The activity for the log: "view invoices", as in "Tried to view invoices". */
  readonly activity: string;
  readonly input: I;
  readonly output: O;
  /** Path under /api/v1. Account operations live below `/accounts/{accountId}`. */
  readonly http: {
    readonly method: Method;
    readonly path: string;
    readonly status?: 200 | 201;
    /** The media type, if its output is a file. */
    readonly file?:
      | "text/csv"
      | "application/pdf"
      | "application/zip"
      | "text/html"
      | "image/webp"
      | "application/octet-stream";
    /** The largest body in bytes, if it takes a file. */
    readonly largestBody?: number;
  };
}

export interface Query<
  I extends z.ZodObject = z.ZodObject,
  O extends z.ZodType = z.ZodType,
  S extends Scope = Scope,
  P extends Permission = Permission,
> extends Declaration<I, O, S, P> {
  readonly kind: "query";
  /** What it returns may be seconds old: it is read from a replica if there is one. Never who may do what. */
  readonly replica?: true;
  run(context: Context<S>, input: z.output<I>): Promise<z.input<O>>;
  /** Reads one state of the database in many steps, and may take up to a minute: a file. */
  readonly snapshot?: boolean;
  /** For queries that must be logged, such as an export: the log entry. */
  readonly logged?: (output: z.output<O>) => AuditNote;
  /** Calls to outside services, such as a payment gateway, after the transaction. Its result replaces `run`'s. */
  readonly after?: After<I, O>;
}

export interface Command<
  I extends z.ZodObject = z.ZodObject,
  O extends z.ZodType = z.ZodType,
  S extends Scope = Scope,
  P extends Permission = Permission,
> extends Declaration<I, O, S, P> {
  readonly kind: "command";
  /** Changes people: serialized per account, and its permission is checked under the lock. */
  readonly lockAccount?: boolean;
  /** Must not run twice: API callers must send an Idempotency-Key, and forms carry one. */
  readonly once?: boolean;
  /**
   * Sensitive: in a browser it needs a recent proof of who is asking, with the password or the second factor. `with-factor`
   * asks only people who use two-factor sign-in, `always` everybody. See docs/decisions/0101.
   */
  readonly stepUp?: "with-factor" | "always";
  /** Its result contains a secret that is shown once: never stored for a repeat. */
  readonly secretAnswer?: boolean;
  run(context: Context<S>, input: z.output<I>): Promise<CommandResult<z.input<O>>>;
  /**
   * What follows the commit and can't be undone, such as charging at a payment gateway. Also runs when a
   * repeat gets the first result, so it must be safe to repeat. Its result replaces `run`'s.
   */
  readonly after?: After<I, O>;
}

type After<I extends z.ZodObject, O extends z.ZodType> = (
  output: z.output<O>,
  accountId: string | null,
  input: z.output<I>,
) => Promise<z.input<O>>;

/** A command's result, and its entry in the activity log: null for what concerns nobody else, such as a draft. */
export interface CommandResult<O> {
  readonly output: O;
  readonly audit: AuditNote | null;
}

export interface AuditNote {
  /** For people, without secrets: "Invited Ana Lopez as billing". The actor's name precedes it. */
  readonly summary: string | Said;
  readonly target?: { readonly type: string; readonly id: string };
  readonly details?: Record<string, unknown>;
  /** The permission it was done under, if it was a narrower one than the operation's own: that decides who is told of it. */
  readonly permission?: Permission;
  /** The account it is logged for, if the operation isn't within one: an account that staff created. */
  readonly accountId?: string;
}

// biome-ignore lint/suspicious/noExplicitAny: run is contravariant in its input, so only `any` accepts every operation
export type AnyOperation = Query<any, any, any, any> | Command<any, any, any, any>;

export type InputOf<Op extends AnyOperation> = z.input<Op["input"]>;
export type OutputOf<Op extends AnyOperation> = z.output<Op["output"]>;

export const defineQuery = <I extends z.ZodObject, O extends z.ZodType, S extends Scope, P extends Permission>(
  declaration: Omit<Query<I, O, S, P>, "kind">,
): Query<I, O, S, P> => ({ kind: "query", ...declaration });

export const defineCommand = <I extends z.ZodObject, O extends z.ZodType, S extends Scope, P extends Permission>(
  declaration: Omit<Command<I, O, S, P>, "kind">,
): Command<I, O, S, P> => ({ kind: "command", ...declaration });
