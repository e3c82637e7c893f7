export interface ExecuteOptions {
  readonly idempotencyKey?: string | undefined;
  /** For a file prepared in the background: how long reading it may take. */
  readonly readingMs?: number;
}
