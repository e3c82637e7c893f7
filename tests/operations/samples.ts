import type { Sample } from "./arrangement";
import { operationTests } from "./expected";

/** A sample call for every operation, by name. */
export const samples: Readonly<Record<string, Sample>> = Object.fromEntries(
  Object.entries(operationTests).map(([name, { sample }]) => [name, sample]),
);
