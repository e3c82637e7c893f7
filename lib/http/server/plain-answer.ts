/** A response the server sends itself. */
export interface PlainAnswer {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The input by field: shown on the page so that it can be copied. */
  readonly typed?: readonly (readonly [string, string])[];
}
