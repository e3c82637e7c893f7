import { randomBytes } from "node:crypto";
import { z } from "zod";
import { iso, isoOrNull } from "@/lib/platform/kernel/dates";
import type { Context } from "@/lib/platform/operations/operation";
import type { MeetingRow } from "@/lib/workspace/core/meeting-record";
import { readItems } from "@/lib/workspace/core/read-items";
import { numbersOf, recusalsOf } from "@/lib/workspace/core/readable-items";
import { signedItem, signedRecord } from "../schema";
import { hashOf } from "./canonical-json";
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

/** Reads what is to be signed of a locked meeting, and its hash. */
export async function contentToSign(
  context: Context<"account">,
  meeting: MeetingRow,
  { signedBy, signedAt, number }: Signature,
): Promise<{ content: SignedContent; hash: string }> {
  const items = await signedItems(context, meeting);
  const record = {
    title: meeting.title,
    startsAt: iso(meeting.startsAt),
    endsAt: iso(meeting.endsAt),
    zone: meeting.zone,
    place: meeting.place,
    chair: meeting.chair?.name ?? null,
    minuteTaker: meeting.minuteTaker?.name ?? null,
    attendance: await attendanceOf(context, meeting),
    guests: meeting.guests,
    items: items.map(({ signed }) => hashOf(signed)),
    signedBy,
    signedAt: iso(signedAt),
    number,
  };
  return { content: { record, items }, hash: hashOf(record) };
}

async function signedItems(context: Context<"account">, meeting: MeetingRow) {
  const [rows, actions] = await Promise.all([readItems(context, meeting), readActions(context, meeting)]);
  const numbers = numbersOf(rows);
  return rows.map(({ id, title, presenter, minutes, confidential, neutralTitle, presenterId, readers }, index) => ({
    id,
    signed: {
      ...recusedFrom(meeting, id),
      number: numbers[index] ?? null,
      title,
      presenter: presenter?.name ?? null,
      minutes,
      // As they are now: an action goes on, the minutes say what was agreed.
      actions: (actions.get(id) ?? []).map(({ id: _, ...agreed }) => agreed),
      confidential,
      salt: randomBytes(16).toString("hex"),
    },
    neutralTitle,
    presenterId,
    readers,
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
