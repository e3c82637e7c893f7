/** An answer that the server gives by itself, in words. */
export interface PlainAnswer {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** What somebody had typed, by field: shown on the page, for them to take along. */
  readonly typed?: readonly (readonly [string, string])[];
}
