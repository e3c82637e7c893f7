import { z } from "zod";
import { cutText } from "@/lib/platform/kernel/cut-text";
import { Problem } from "@/lib/platform/kernel/problem";
import { type GivenLogin, givenLogins, loginsInput } from "@/lib/services/core/login-input";
import { deliveryErrors } from "./delivery-error";

const answer = z.object({ status: z.literal("active"), logins: loginsInput });

export interface ReadAnswer {
  /** The service runs, with these credentials; null if it is still being set up. */
  readonly logins: readonly GivenLogin[] | null;
  /** Why an answer that says it runs can't be used. */
  readonly error: string | null;
  /** The answer to keep: without passwords, and not too long. */
  readonly kept: string;
}

const LONGEST_KEPT = 4_000;

/**
 * What an answer says. `{"status": "active", "logins": [{"label", "username", "secret", "url", "note"}]}` completes the set-up;
 * anything else means that somebody will, through the API or by hand.
 */
export function readAnswer(body: string, hasLogin: boolean): ReadAnswer {
  const json = parsed(body);
  const kept = JSON.stringify(withoutSecrets(json)) ?? "";
  const shown = storable(json === undefined ? body : kept);
  if (typeof json !== "object" || json === null || !("status" in json) || json.status !== "active") {
    return { logins: null, error: null, kept: shown };
  }
  const read = answer.safeParse(json);
  if (!read.success) return { logins: null, error: deliveryErrors.unusable(), kept: shown };
  try {
    return { logins: givenLogins(read.data.logins, hasLogin), error: null, kept: shown };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { logins: null, error: deliveryErrors.wrongLogin(error.detail), kept: shown };
  }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

const SECRET = /secret|password|passwd|token|key|note/i;

/** Whatever it is called, a password must not be kept in plain text. */
function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, SECRET.test(name) ? "hidden" : withoutSecrets(inner)]),
  );
}

/** PostgreSQL stores no NUL. */
const storable = (text: string): string => cutText(text.replaceAll("\0", "").toWellFormed(), LONGEST_KEPT);
