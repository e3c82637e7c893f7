import type { Prisma } from "@/lib/platform/db/generated/client";
import { told } from "@/lib/platform/kernel/told";
import type { Said, SaidValue } from "@/lib/platform/language/say";

/** What a command changed, for `details.changes` of its log entry: what, from what, and to what; null where there was nothing. */
export interface LoggedChange {
  readonly what: Said;
  readonly before: SaidValue | null;
  readonly after: SaidValue | null;
}

export interface ShownChange {
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The changes of a log entry in the current language; empty for entries that have none. */
export function shownChanges(details: Prisma.JsonValue, locale: string): ShownChange[] {
  const { changes } = (details ?? {}) as { readonly changes?: readonly LoggedChange[] };
  if (!Array.isArray(changes)) return [];
  const written = (value: SaidValue | null) =>
    value === null ? null : told({ text: "{value}", values: { value } }, locale);
  return changes.map(({ what, before, after }: LoggedChange) => ({
    what: told(what, locale),
    before: written(before),
    after: written(after),
  }));
}
