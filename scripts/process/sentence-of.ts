import { EnvironmentError } from "@/lib/platform/config/environment-error";
import { MigrationError } from "@/lib/platform/db/migrate";
import { Problem } from "@/lib/platform/kernel/problem";
import { CommandError } from "./command-error";

const sentences = [CommandError, EnvironmentError, MigrationError, Problem];

/**
 * What to tell the person at the terminal where a stack would not help: an error of ours, or one of the database that is
 * about how it was set up. Undefined for any other, which is a bug.
 */
export function sentenceOf(error: unknown): string | undefined {
  if (sentences.some((kind) => error instanceof kind)) return (error as Error).message;
  const found = databaseError(error);
  return found && advice(found);
}

interface DatabaseError {
  readonly code: string;
  readonly message: string;
}

function advice({ code, message }: DatabaseError): string | undefined {
  if (code === "42501") {
    return `The database user may not do this: ${message}. Run npm run db:migrate, which grants what is needed. See docs/install.md.`;
  }
  if (code === "42P01" || code === "42703" || code === "3F000") {
    return `The database isn't this version's: ${message}. Run npm run db:migrate.`;
  }
  if (code === "28P01" || code === "28000") return `The database rejects the user: ${message}. Check DATABASE_URL.`;
  if (code === "3D000") return `${message}. Create the database, or check DATABASE_URL.`;
}

interface Traces {
  readonly code?: unknown;
  readonly originalCode?: unknown;
  readonly originalMessage?: unknown;
  readonly message?: unknown;
  readonly cause?: unknown;
  readonly meta?: { readonly driverAdapterError?: unknown };
}

/** The database's own error inside of those that Prisma and its adapter wrap around it. */
function databaseError(error: unknown, depth = 0): DatabaseError | undefined {
  if (typeof error !== "object" || error === null || depth > 5) return undefined;
  const { code, originalCode, originalMessage, message, cause, meta } = error as Traces;
  const state = originalCode ?? code;
  if (typeof state === "string" && /^[0-9A-Z]{5}$/.test(state) && !state.startsWith("P")) {
    return { code: state, message: String(originalMessage ?? message) };
  }
  return databaseError(meta?.driverAdapterError, depth + 1) ?? databaseError(cause, depth + 1);
}
