import type { TestPortal } from "@/tests/fixtures/portal";
import type { Input } from "@/tests/fixtures/rest-call";

export interface Arrangement {
  readonly portal: TestPortal;
  /** The account at hand: Northwind, or Globex when the records are to be another account's. */
  readonly accountId: string;
  /** Who will call. */
  readonly email: string;
}

/** Makes what one call needs, anew for each call, and returns the call's input. */
export type Sample = (at: Arrangement) => Promise<Input> | Input;

/** What one operation answers to everybody, and a call to try it with. */
export interface OperationTest {
  /** A cell for each of the `columns`. */
  readonly may: string;
  readonly sample: Sample;
}

export type OperationTests = Readonly<Record<string, OperationTest>>;
