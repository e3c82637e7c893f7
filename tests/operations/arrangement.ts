import type { TestPortal } from "@/tests/fixtures/portal";
import type { Input } from "@/tests/fixtures/rest-call";

export interface Arrangement {
  readonly portal: TestPortal;
  /** The account to create records in: Northwind, or Globex if they must be another account's. */
  readonly accountId: string;
  /** The caller. */
  readonly email: string;
}

/** Creates what one call needs, each time anew, and returns the call's input. */
export type Sample = (at: Arrangement) => Promise<Input> | Input;

/** The expected answers of one operation, and a call to try it with. */
export interface OperationTest {
  /** One cell per column of `columns`. */
  readonly may: string;
  readonly sample: Sample;
}

export type OperationTests = Readonly<Record<string, OperationTest>>;
