import { Client, type ClientConfig } from "pg";
import type { Timings } from "./timings";

type Ask = (...args: unknown[]) => unknown;

/**
 * The class of a connection that is waited for no longer than `timings` say. The driver only gives up waiting and would
 * lend the connection out again with the answer still to come; here it is closed. The limits of the server itself
 * travel with every BEGIN: as settings of the transaction they pass through PgBouncer, which settings of a connection
 * do not, and cost no round trip of their own.
 */
export function guardedClient(timings: Timings): typeof Client {
  return class GuardedClient extends Client {
    constructor(config?: string | ClientConfig) {
      super(config);
      // A connection that breaks while it is lent out tells of it here; whoever asked has the error of the statement.
      this.on("error", () => {});
      const ask = this.query.bind(this) as Ask;
      const guarded: Ask = (question, ...rest) => {
        const answer = isBegin(question)
          ? ask(beginWithin(timings), ...rest.filter(isCallback))
          : ask(question, ...rest);
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

/** The driver's own words for it: it has no code. */
const READ_TIMEOUT = "Query read timeout";

const isCallback = (value: unknown): boolean => typeof value === "function";

function isBegin(question: unknown): boolean {
  const text = typeof question === "string" ? question : (question as { text?: unknown } | null)?.text;
  return typeof text === "string" && /^begin$/i.test(text);
}

const beginWithin = ({ statement, lock, idleInTransaction }: Timings): string =>
  `begin; set local statement_timeout = ${statement}; set local lock_timeout = ${lock};
  set local idle_in_transaction_session_timeout = ${idleInTransaction}`;
