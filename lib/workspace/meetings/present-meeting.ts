import type { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { iso } from "@/lib/platform/kernel/dates";
import type { Context } from "@/lib/platform/operations/operation";
import type { meetingItem } from "./schema";

/** The columns of a meeting in lists, with the viewer's own invitation. */
export const listColumns = ({ actor, account }: Pick<Context<"account">, "actor" | "account">) =>
  ({
    ...{
      id: true,
      title: true,
      startsAt: true,
      endsAt: true,
      zone: true,
      place: true,
      status: true,
      minutesStatus: true,
    },
    type: { select: { name: true } },
    chair: { select: { name: true } },
    // Staff are nobody's attendees, and no contact has the account's id.
    invitations: { where: { contactId: actor.contactId ?? account.id }, select: { answer: true } },
  }) as const satisfies Prisma.MeetingSelect;

type Row = Prisma.MeetingGetPayload<{ select: ReturnType<typeof listColumns> }>;

export const presentMeeting = (row: Row): z.input<typeof meetingItem> => ({
  id: row.id,
  title: row.title,
  typeName: row.type?.name ?? null,
  startsAt: iso(row.startsAt),
  endsAt: iso(row.endsAt),
  zone: row.zone,
  place: row.place,
  status: row.status,
  minutesStatus: row.minutesStatus,
  chairName: row.chair?.name ?? null,
  answer: row.invitations[0]?.answer ?? null,
});
