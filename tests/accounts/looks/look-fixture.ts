import { endLook } from "@/lib/accounts/looks/end-look";
import { startLook } from "@/lib/accounts/looks/start-look";
import type { Caller } from "@/lib/platform/operations/caller";
import { execute } from "@/lib/platform/operations/execute";
import type { AnyOperation, InputOf, OutputOf } from "@/lib/platform/operations/operation";
import type { TestPortal } from "@/tests/fixtures/portal";

/** One sign-in that can look as others, on Northwind unless another account is named. */
export async function signIn(portal: TestPortal, email: string) {
  const caller: Caller = await portal.as(email);
  const accountId = portal.demo.northwind.id;
  const ask = <Op extends AnyOperation>(
    operation: Op,
    input: InputOf<Op>,
    on: string | null = accountId,
  ): Promise<OutputOf<Op>> => execute(caller, on, operation, input);
  return {
    caller,
    ask,
    lookAs: (contactId: string, reason = "Asked on the phone") => ask(startLook, { contactId, reason }),
    leave: () => ask(endLook, {}),
  };
}
