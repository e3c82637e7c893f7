import { createHmac, hkdfSync, randomBytes } from "node:crypto";
import { z } from "zod";
import { env } from "@/lib/platform/config/env";
import { iso, isoOrNull } from "@/lib/platform/kernel/dates";
import type { Context } from "@/lib/platform/operations/operation";
import type { MeetingRow } from "@/lib/workspace/core/meeting-record";
import { readItems } from "@/lib/workspace/core/read-items";
import { numbersOf, recusalsOf } from "@/lib/workspace/core/readable-items";
import { signedItem, signedRecord } from "../schema";
import { canonicalJson, hashOf } from "./canonical-json";
import { readActions } from "./read-actions";

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

/**
 * A mark of what there is to sign. Whoever signs brings the mark of what they read, so that nothing is signed that was changed
 * in between. It is keyed: nobody finds out by guessing what an item says that they don't see.
 */
export const markOf = async (context: Context<"account">, meeting: MeetingRow): Promise<string> =>
  markOfDraft(await readDraft(context, meeting));

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
  const draft = await readDraft(context, meeting);
  const items = draft.items.map(({ unsalted, ...item }) => ({
    ...item,
    signed: { ...unsalted, salt: randomBytes(16).toString("hex") },
  }));
  const record = {
    ...draft.facts,
    items: items.map(({ signed }) => hashOf(signed)),
    ...{ signedBy, signedAt: iso(signedAt), number },
  };
  return { content: { record, items }, hash: hashOf(record), mark: markOfDraft(draft) };
}

async function readDraft(context: Context<"account">, meeting: MeetingRow): Promise<Draft> {
  const [items, attendance] = await Promise.all([draftItems(context, meeting), attendanceOf(context, meeting)]);
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
  return { facts, items };
}

async function draftItems(context: Context<"account">, meeting: MeetingRow): Promise<DraftItem[]> {
  const [rows, actions] = await Promise.all([readItems(context, meeting), readActions(context, meeting)]);
  const numbers = numbersOf(rows);
  return rows.map(({ id, title, presenter, minutes, confidential, neutralTitle, presenterId, readers }, index) => ({
    id,
    unsalted: {
      ...recusedFrom(meeting, id),
      number: numbers[index] ?? null,
      title,
      presenter: presenter?.name ?? null,
      minutes,
      // As they are now: an action goes on, the minutes say what was agreed.
      actions: (actions.get(id) ?? []).map(({ id: _, ...agreed }) => agreed),
      confidential,
    },
    neutralTitle,
    presenterId,
    readers: readers.map(({ contactId }) => ({ contactId })),
  }));
}

/** Left out if nobody was: minutes that were signed before there were recusals keep their hash. */
function recusedFrom(meeting: MeetingRow, itemId: string): { recused: { name: string; reason: string }[] } | object {
  const recused = recusalsOf(meeting, itemId).recusals.map(({ name, reason }) => ({ name, reason }));
  return recused.length > 0 ? { recused } : {};
}

async function attendanceOf({ db, account }: Context<"account">, { id: meetingId }: MeetingRow) {
  const rows = await db.meetingInvitation.findMany({
    where: { accountId: account.id, meetingId },
    select: { presence: true, arrivedAt: true, leftAt: true, contact: { select: { name: true } } },
    orderBy: [{ contact: { nameSearch: "asc" } }, { contactId: "asc" }],
  });
  return rows.map(({ presence, arrivedAt, leftAt, contact }) => ({
    name: contact.name,
    presence,
    arrivedAt: isoOrNull(arrivedAt),
    leftAt: isoOrNull(leftAt),
  }));
}
