import { fromStrings } from "@/lib/http/from-strings";
import type { AnyOperation, InputOf } from "@/lib/platform/operations/operation";

/** The operation's input from the URL, without the page's own parameters. */
export function inputOf<Op extends AnyOperation>(operation: Op, search: Readonly<Record<string, string>>): InputOf<Op> {
  const { done: _done, confirm: _confirm, ...fields } = search;
  return fromStrings(operation.input, Object.entries(fields)) as InputOf<Op>;
}
