import { createHmac, hkdfSync, randomBytes } from "node:crypto";
import { z } from "zod";
import { env } from "@/lib/platform/config/env";
import { iso } from "@/lib/platform/kernel/dates";
import type { Context } from "@/lib/platform/operations/operation";
import { canonicalJson, hashOf } from "@/lib/workspace/core/canonical-json";
import type { MeetingRow } from "@/lib/workspace/core/meeting-record";
import { type ItemRow, readItems } from "@/lib/workspace/core/read-items";
import { numbersOf, recusalsOf } from "@/lib/workspace/core/readable-items";
import { readAttendees } from "../attendees/read-attendees";
import { readActions } from "./read-actions";
import { signedItem, signedRecord } from "./schema";

/** As it is stored: each item with who may read it. */
export const signedContent = z.object({
  record: signedRecord,
  items: z.array(
    z.object({
      id: z.string(),
      signed: signedItem,
      neutralTitle: z.string(),
      presenterId: z.string().nullable(),
      readers: z.array(z.object({ contactId: z.string() })),
    }),
  ),
});

type SignedContent = z.infer<typeof signedContent>;

interface Signature {
  readonly signedBy: string;
  readonly signedAt: Date;
  readonly number: number;
}

/** What a signature is put under: the meeting, who attended, and all items, whoever may read them. */
interface Draft {
  readonly facts: Omit<SignedContent["record"], "items" | "signedBy" | "signedAt" | "number">;
  readonly items: readonly DraftItem[];
}

type DraftItem = Omit<SignedContent["items"][number], "signed"> & {
  readonly unsalted: Omit<SignedContent["items"][number]["signed"], "salt">;
};

/** What of it is read anew. */
interface Rows {
  readonly items: readonly ItemRow[];
  readonly actions: Awaited<ReturnType<typeof readActions>>;
  readonly attendance: Draft["facts"]["attendance"];
}

/**
 * A mark of what there is to sign. Whoever signs brings the mark of what they read, so that nothing is signed that was changed
 * in between. It is keyed: nobody finds out by guessing what an item says that they don't see.
 */
export const markOf = (meeting: MeetingRow, rows: Rows): string => markOfDraft(draftFrom(meeting, rows));

const markOfDraft = ({ facts, items }: Draft): string =>
  createHmac("sha256", Buffer.from(hkdfSync("sha256", env().PORTAL_SECRET, "", "portcullis minutes to sign", 32)))
    .update(canonicalJson({ facts, items: items.map((item) => ({ ...item })) }))
    .digest("base64url");

/** Reads what is to be signed of a locked meeting, its hash, and its mark. */
export async function contentToSign(
  context: Context<"account">,
  meeting: MeetingRow,
  { signedBy, signedAt, number }: Signature,
): Promise<{ content: SignedContent; hash: string; mark: string }> {
  const [items, actions, attendees] = await Promise.all([
    readItems(context, meeting),
    readActions(context, meeting),
    readAttendees(context, meeting, false),
  ]);
  const draft = draftFrom(meeting, { items, actions, attendance: attendanceOf(attendees) });
  const salted = draft.items.map(({ unsalted, ...item }) => ({
    ...item,
    signed: { ...unsalted, salt: randomBytes(16).toString("hex") },
  }));
  const record = {
    ...draft.facts,
    items: salted.map(({ signed }) => hashOf(signed)),
    ...{ signedBy, signedAt: iso(signedAt), number },
  };
  return { content: { record, items: salted }, hash: hashOf(record), mark: markOfDraft(draft) };
}

function draftFrom(meeting: MeetingRow, { items, actions, attendance }: Rows): Draft {
  const facts = {
    title: meeting.title,
    startsAt: iso(meeting.startsAt),
    endsAt: iso(meeting.endsAt),
    zone: meeting.zone,
    place: meeting.place,
    chair: meeting.chair?.name ?? null,
    minuteTaker: meeting.minuteTaker?.name ?? null,
    attendance,
    guests: meeting.guests,
  };
  const numbers = numbersOf(items);
  return { facts, items: items.map((row, index) => draftItem(meeting, row, { number: numbers[index], actions })) };
}

function draftItem(
  meeting: MeetingRow,
  { id, title, presenter, minutes, confidential, neutralTitle, presenterId, readers }: ItemRow,
  { number = null, actions }: Pick<Rows, "actions"> & { readonly number: number | null | undefined },
): DraftItem {
  const unsalted = {
    ...recusedFrom(meeting, id),
    number,
    title,
    presenter: presenter?.name ?? null,
    minutes,
    // As they are now: an action goes on, the minutes say what was agreed.
    actions: (actions.get(id) ?? []).map(({ id: _, ...agreed }) => agreed),
    confidential,
  };
  return { id, unsalted, neutralTitle, presenterId, readers: readers.map(({ contactId }) => ({ contactId })) };
}

/** Left out if nobody was: minutes that were signed before there were recusals keep their hash. */
function recusedFrom(meeting: MeetingRow, itemId: string): { recused: { name: string; reason: string }[] } | object {
  const recused = recusalsOf(meeting, itemId).recusals.map(({ name, reason }) => ({ name, reason }));
  return recused.length > 0 ? { recused } : {};
}

/** Who was there, of all who were invited. */
export const attendanceOf = (attendees: Awaited<ReturnType<typeof readAttendees>>): Rows["attendance"] =>
  attendees.map(({ name, presence, arrivedAt, leftAt }) => ({ name, presence, arrivedAt, leftAt }));
