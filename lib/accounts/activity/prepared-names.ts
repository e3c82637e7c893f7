import type { Context } from "@/lib/platform/operations/operation";
import { inBackground } from "@/lib/platform/rendering/background";
import { hiddenTargets, namesRecord } from "./hidden-targets";

type Event = Parameters<typeof hiddenTargets>[1][number];

/** Tells a file that is being prepared which of its lines name a record: its reader may lose single ones. */
export function noteNamed(events: readonly Event[], hidden: ReadonlySet<string>): void {
  const named = events.filter((event) => namesRecord(event) && !hidden.has(event.id));
  inBackground()?.contains(named.map(({ id }) => id));
}

/** How many are asked about at once. */
const AT_ONCE = 5_000;

/** Whether the viewer may still see the record that each of these lines of a prepared file names. */
export async function mayStillHave(context: Context<"account">, lines: readonly string[]): Promise<boolean> {
  for (let from = 0; from < lines.length; from += AT_ONCE) {
    const events = await context.db.auditEvent.findMany({
      where: { accountId: context.account.id, id: { in: lines.slice(from, from + AT_ONCE) } },
      select: { id: true, operation: true, targetType: true, targetId: true, details: true },
    });
    if ((await hiddenTargets(context, events)).size > 0) return false;
  }
  return true;
}
