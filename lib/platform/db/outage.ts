import { Problem } from "@/lib/platform/kernel/problem";
import { noteOutage } from "@/lib/platform/kernel/response-status";
import { DeadlineError } from "@/lib/platform/kernel/with-deadline";
import { Prisma } from "./generated/client";

/** Seconds after which a client is asked to try again. */
const RETRY_AFTER = 5;

/**
 * Runs work on a database. If the database is unreachable, overloaded or aborts, whatever the driver calls it,
 * this throws the Problem `unavailable`, so every channel reports it and that retrying helps.
 */
export async function reportOutage<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isOutage(error) ? unavailable(error) : error;
  }
}

function unavailable(cause: unknown): Problem {
  noteOutage();
  const detail = "The portal is temporarily unavailable. Try again in a moment.";
  return new Problem("unavailable", detail, { retryAfter: RETRY_AFTER }, { cause });
}

/** Whether an error means that the database can't work at the moment, rather than that the statement was wrong. */
export function isOutage(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientInitializationError || error instanceof DeadlineError) return true;
  if (error instanceof Prisma.PrismaClientKnownRequestError) {
    return prismaCodes.has(error.code) || causedByOutage(error.meta?.driverAdapterError);
  }
  return causedByOutage(error);
}

/** Prisma's: no connection, connection timeout, closed, statement timeout, transaction timeout or write conflict. */
const prismaCodes = new Set(
  ["P1000 P1001 P1002 P1003 P1008 P1010 P1011 P1017 P2024 P2028 P2034 P2037"].join().split(" "),
);

/**
 * SQLSTATE classes and codes: no connection (08), serialization failure or deadlock (40001, 40P01), out of resources
 * (53), lock not available (55P03), ended by an operator or a timeout (57, 25P03, 25P04), a standby (25006), disk
 * failure (58).
 */
const sqlStates = /^(08|53|57|58)|^(40001|40P01|55P03|25P03|25P04|25006)$/;

const socketCodes = new Set([
  ...["ECONNREFUSED", "ECONNRESET", "ECONNABORTED", "ETIMEDOUT", "EPIPE", "ENOTFOUND", "EAI_AGAIN"],
  ...["EHOSTUNREACH", "EHOSTDOWN", "ENETUNREACH", "ENETDOWN", "EADDRNOTAVAIL", "EMFILE", "ENFILE"],
]);

/** Driver messages without a code. */
const driverWords =
  /^(Query read timeout|timeout expired|timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end)/;

/** The adapter's kinds of driver errors. */
const adapterKinds = new Set([
  ...["DatabaseNotReachable", "ConnectionClosed", "SocketTimeout", "TooManyConnections", "TransactionWriteConflict"],
  ...["DatabaseDoesNotExist", "DatabaseAccessDenied", "AuthenticationFailed", "TlsConnectionError"],
]);

interface Traces {
  readonly code?: unknown;
  readonly originalCode?: unknown;
  readonly kind?: unknown;
  readonly message?: unknown;
  readonly cause?: unknown;
  readonly errors?: unknown;
}

/**
 * Searches nested errors: the adapter wraps the driver's, and a failure on several addresses is one aggregate error.
 */
function causedByOutage(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || error instanceof Problem || depth > 5) return false;
  const { code, originalCode, kind, message, cause, errors } = error as Traces;
  for (const one of [code, originalCode]) {
    if (typeof one === "string" && (socketCodes.has(one) || (one.length === 5 && sqlStates.test(one)))) return true;
  }
  if (typeof kind === "string" && adapterKinds.has(kind)) return true;
  if (typeof message === "string" && driverWords.test(message)) return true;
  if (Array.isArray(errors) && errors.some((one) => causedByOutage(one, depth + 1))) return true;
  return causedByOutage(cause, depth + 1);
}
