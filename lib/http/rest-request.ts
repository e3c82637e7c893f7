/** What the API reads of a request: a `Request` has it, and the server around Next makes it without one. */
export interface RestRequest {
  readonly method: string;
  /** The whole address, or its path below the portal's. */
  readonly url: string;
  readonly headers: Pick<Headers, "get">;
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>> | null;
  readonly signal: AbortSignal;
}

/** A `Response`, or only its parts: Node's server would take a complete one apart again. */
export interface RestAnswer {
  readonly status: number;
  readonly headers: Iterable<readonly [name: string, value: string]>;
  readonly body: string | ReadableStream<Uint8Array<ArrayBuffer>> | null;
}
