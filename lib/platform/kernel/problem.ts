import { msg, type Sentence } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

/**
 * An error that should be shown to a person. Routes and forms turn a Problem into `application/problem+json` (RFC
 * 9457) or into a message at a field; anything else is a bug.
 */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    readonly extra: ProblemExtra = {},
    /** For the log: the underlying error. Never shown outside. */
    options?: ErrorOptions,
  ) {
    super(detail, options);
    this.name = "Problem";
  }

  get status(): number {
    return statusOf[this.code];
  }

  get title(): string {
    return t(titleOf[this.code]);
  }
}

export interface ProblemExtra {
  /** Messages by field name, for `invalid`. */
  readonly fields?: Readonly<Record<string, readonly string[]>>;
  /** The permission that was missing, for `refused`. */
  readonly permission?: string;
  /** Its name for people. */
  readonly permissionName?: string;
  /** What takes it away although something grants it, such as `two-factor-missing`. */
  readonly gate?: string;
  /** Who on this account could grant it. */
  readonly grantors?: readonly string[];
  /** The code of a denied access change, e.g. `last-owner`. */
  readonly refusal?: string;
  /** Refused because the caller looks at the portal as somebody else, or because staff need a reason or an approval first. */
  readonly reason?: "looking" | "visit-reason" | "visit-approval";
  /** The account that needs it. */
  readonly visitAccountId?: string;
  /** The account that look is about, if it is another one. */
  readonly lookAccountId?: string;
  /** What has changed since the caller saw it, for a `conflict` that can be resolved by confirming the new state. */
  readonly changes?: readonly { readonly what: string; readonly drafted: string; readonly issued: string }[];
  /** The value that represents the new state in the confirmation. */
  readonly seen?: string;
  /** The methods that the path supports, for `method-not-allowed`. */
  readonly allow?: readonly string[];
  /** Seconds after which to retry, for `too-many` and `unavailable`. */
  readonly retryAfter?: number;
}

const statusOf = {
  invalid: 400,
  "not-signed-in": 401,
  refused: 403,
  "confirmation-needed": 403,
  "not-found": 404,
  "method-not-allowed": 405,
  conflict: 409,
  "too-large": 413,
  "unsupported-type": 415,
  "too-many": 429,
  unavailable: 503,
} as const;

export type ProblemCode = keyof typeof statusOf;

const titleOf: Record<ProblemCode, Sentence> = {
  invalid: msg("Invalid request"),
  "not-signed-in": msg("Sign in to continue"),
  refused: msg("You don't have access"),
  "confirmation-needed": msg("Confirm it's you"),
  "not-found": msg("Not found"),
  "method-not-allowed": msg("Method not allowed"),
  conflict: msg("Conflict with the current state"),
  "too-large": msg("Request too large"),
  "unsupported-type": msg("Unsupported content type"),
  "too-many": msg("Too many attempts"),
  unavailable: msg("Temporarily unavailable"),
};

export const notFound = (what = t("Not found, or you don't have access to it.")): Problem =>
  new Problem("not-found", what);

/** One message beside one field. */
export const invalidField = (field: string, message: string): Problem =>
  new Problem("invalid", message, { fields: { [field]: [message] } });

/** The record was changed by someone else since the caller read it. */
export const staleVersion = (): Problem =>
  new Problem("conflict", t("Someone else has changed this. Review the latest version, then make your change again."));
