import { Client, type ClientConfig } from "pg";
import { type PortalRole, portalRoles } from "./portal-roles";
import type { Timings } from "./timings";

type Ask = (...args: unknown[]) => unknown;

export interface SessionOptions {
  /** The role that a transaction starts as. */
  readonly role?: PortalRole;
  /** Whether a pooler gives each transaction another connection: then nothing may be kept on one, such as a statement. */
  readonly pooled?: boolean;
  /** Whether its transactions may change nothing. */
  readonly readOnly?: boolean;
}

/**
 * A connection class that enforces `timings`. On a timeout the driver only gives up waiting and would
 * reuse the connection with the response still pending; here it is closed. The server-side limits
 * are sent with every BEGIN: as transaction settings they pass through PgBouncer, unlike connection
 * settings, and cost no extra round trip. So is the role.
 */
export function guardedClient(timings: Timings, session: SessionOptions = {}): typeof Client {
  const begin = beginWithin(timings, session);
  const beginAs = new Map(portalRoles.map((role) => [role, beginWithin(timings, { ...session, role })]));
  return class GuardedClient extends Client {
    constructor(config?: string | ClientConfig) {
      super(config);
      // A connection that breaks while in use emits this; the caller already gets the statement's error.
      this.on("error", () => {});
      const ask = this.query.bind(this) as Ask;
      const guarded: Ask = (question, ...rest) => {
        const answer = isBegin(question)
          ? ask(beginAs.get(roleOf(question)) ?? begin, ...rest.filter(isCallback))
          : ask(session.pooled ? unnamed(question) : question, ...rest);
        if (answer instanceof Promise) answer.catch((error) => this.#closeAfterTimeout(error));
        return answer;
      };
      this.query = guarded as typeof this.query;
    }

    #closeAfterTimeout(error: unknown): void {
      if (error instanceof Error && error.message === READ_TIMEOUT) void this.end().catch(() => {});
    }
  };
}

/** The driver's message for it: there is no code. */
const READ_TIMEOUT = "Query read timeout";

const isCallback = (value: unknown): boolean => typeof value === "function";

function isBegin(question: unknown): boolean {
  const text = typeof question === "string" ? question : (question as { text?: unknown } | null)?.text;
  return typeof text === "string" && /^begin$/i.test(text);
}

/** The role that a BEGIN names, if it starts as another one than the session's. */
const roleOf = (question: unknown): PortalRole => (question as { role?: PortalRole }).role as PortalRole;

/** Prepared for this one execution. */
function unnamed(question: unknown): unknown {
  if (typeof question !== "object" || question === null || !("name" in question)) return question;
  const { name: _, ...statement } = question;
  return statement;
}

/**
 * With PostgreSQL's default cost of a random read, meant for spinning disks, a page of a list joins whole tables instead
 * of following indexes (decision 0055). Starting parallel workers or compiling a plan takes longer than a page (0069).
 */
const beginWithin = ({ statement, lock, idleInTransaction }: Timings, { role, readOnly }: SessionOptions): string =>
  `begin${readOnly ? " read only" : ""}; set local random_page_cost = 1.1; set local max_parallel_workers_per_gather = 0; set local jit = off;
  set local statement_timeout = ${statement}; set local lock_timeout = ${lock}; set local idle_in_transaction_session_timeout = ${idleInTransaction}${role ? `; set local role ${role}` : ""}`;
