/**
 * Everything that can go wrong in a way a person should hear of. The entrances turn a Problem into
 * `application/problem+json` (RFC 9457) or into a message beside a field; anything else is a fault of ours.
 */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    readonly extra: ProblemExtra = {},
  ) {
    super(detail);
    this.name = "Problem";
  }

  get status(): number {
    return statusOf[this.code];
  }

  get title(): string {
    return titleOf[this.code];
  }
}

export interface ProblemExtra {
  /** Messages by field name, for `invalid`. */
  readonly fields?: Readonly<Record<string, readonly string[]>>;
  /** The permission that was missing, for `refused`. */
  readonly permission?: string;
  /** Its name for people. */
  readonly permissionName?: string;
  /** Who on this account could give it. */
  readonly grantors?: readonly string[];
  /** A named refusal of a change of access, e.g. `last-owner`. */
  readonly refusal?: string;
  /** The methods that the path knows, for `method-not-allowed`. */
  readonly allow?: readonly string[];
  /** Seconds after which to try again, for `too-many` and `unavailable`. */
  readonly retryAfter?: number;
}

const statusOf = {
  invalid: 400,
  "not-signed-in": 401,
  refused: 403,
  "not-found": 404,
  "method-not-allowed": 405,
  conflict: 409,
  "too-large": 413,
  "unsupported-type": 415,
  "too-many": 429,
  unavailable: 503,
} as const;

export type ProblemCode = keyof typeof statusOf;

const titleOf: Record<ProblemCode, string> = {
  invalid: "The request is not valid",
  "not-signed-in": "Sign in first",
  refused: "You do not have this permission",
  "not-found": "There is nothing here",
  "method-not-allowed": "This method is not offered here",
  conflict: "Something changed in between",
  "too-large": "The request is too large",
  "unsupported-type": "This content type is not understood",
  "too-many": "Too many attempts",
  unavailable: "Not available right now",
};

export const notFound = (what = "This page or record does not exist, or is not yours to know of."): Problem =>
  new Problem("not-found", what);

/** One message beside one field. */
export const invalidField = (field: string, message: string): Problem =>
  new Problem("invalid", message, { fields: { [field]: [message] } });

/** The record was changed by someone else since the caller read it. */
export const staleVersion = (): Problem =>
  new Problem("conflict", "Someone else changed this in the meantime. Look at it again, then repeat your change.");
