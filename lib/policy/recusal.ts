import { msg } from "@/lib/platform/language/msg";
import { about, type ReadsOf, type Typed, viewer } from "./builder";
import type { Attributes, Expression } from "./expression";
import { entryOf, type Permission } from "./permissions";
import { predicateOf } from "./predicate";
import type { Loaded } from "./record-schema";
import { type RecordType, records } from "./records";

const me = viewer("contactId");

/**
 * How a kind of record says who is recused from it. A kind that is added here can have permissions marked `recusable`: they
 * are then taken away for that one record, whatever grants them, from owners and administrators too.
 */
export const recusals = {
  action: about(records, "action").some("recusals", (of) => of.eq("contactId", me)),
  decision: about(records, "decision").some("recusals", (of) => of.eq("contactId", me)),
  folder: about(records, "folder").some("recusals", (of) => of.eq("contactId", me)),
  meetingItem: about(records, "meetingItem").some("recusals", (of) => of.eq("contactId", me)),
} as const satisfies { readonly [R in RecordType]?: Typed<never> };

export type RecusalOf<R> = R extends keyof typeof recusals ? ReadsOf<(typeof recusals)[R]> : unknown;

/** In the explanation of a denial. */
export const recusedSentence = msg("You are recused from this, so “{permission}” isn't available to you here.");

/** "The viewer is recused", for a permission that a recusal takes away; undefined for all others. */
export function recusalFrom(permission: Permission): Expression | undefined {
  const { record, recusable } = entryOf(permission);
  if (!recusable) return undefined;
  const known: { readonly [R in RecordType]?: Typed<never> } = recusals;
  const recusal = record && known[record];
  if (!recusal)
    throw new TypeError(`"${permission}" can't be recusable: nothing says who is recused from its records.`);
  return recusal.expression;
}

/** Is this contact recused from the record, as far as the permission is concerned? */
export function isRecused(permission: Permission, record: object, attributes: Attributes): boolean {
  const recusal = recusalFrom(permission);
  const { record: type } = entryOf(permission);
  return (
    recusal !== undefined && type !== undefined && predicateOf(records, type, recusal)(record as Loaded, attributes)
  );
}
