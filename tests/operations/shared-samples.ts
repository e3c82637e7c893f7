import type { AnyOperation } from "@/lib/platform/operations/operation";
import type { Input } from "@/tests/fixtures/rest-call";
import type { Arrangement } from "./arrangement";
import { samples } from "./samples";

/**
 * The samples of a file that asks operations as one person after the other. That of a query is made once for all of them, as
 * asking changes nothing, unless it is one of the caller's own.
 */
export function sharedSamples(at: () => Omit<Arrangement, "email">) {
  let kept: { readonly name: string; readonly input: Input } | undefined;
  /** A call's input. The one that was kept is forgotten with the next operation, which may take it away. */
  return async ({ name, kind }: AnyOperation, email: string): Promise<Input> => {
    if (kept?.name === name) return kept.input;
    kept = undefined;
    let isOwn = false;
    const arrangement = {
      ...at(),
      get email() {
        isOwn = true;
        return email;
      },
    };
    const input = (await samples[name]?.(arrangement)) ?? {};
    if (kind === "query" && !isOwn) kept = { name, input };
    return input;
  };
}
