import { fromStrings } from "@/lib/http/from-strings";
import type { AnyOperation, InputOf } from "@/lib/platform/operations/operation";

/** What an address asks of an operation; a parameter that is the page's own (`done`) is not among it. */
export function askedOf<Op extends AnyOperation>(operation: Op, search: Readonly<Record<string, string>>): InputOf<Op> {
  const { done: _, ...asked } = search;
  return fromStrings(operation.input, Object.entries(asked)) as InputOf<Op>;
}
