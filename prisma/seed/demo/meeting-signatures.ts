import { addDays } from "@/lib/platform/kernel/dates";
import { hashOf } from "@/lib/workspace/core/canonical-json";
import type { Agreed } from "./meeting-actions";
import { invitationRow } from "./meeting-rows";
import type { Northwind } from "./northwind";
import { NAMES, type Planned, ZONE } from "./planned-meetings";

export function signatureRow(
  { id: accountId, contacts }: Northwind,
  meeting: Planned,
  agreed: ReadonlyMap<string, readonly Agreed[]>,
) {
  const signedAt = addDays(meeting.endsAt, 2);
  let number = 0;
  const items = meeting.items.map(({ id, title, minutes, numbered }, index) => ({
    ...{ id, neutralTitle: "", presenterId: null, readers: [] },
    signed: {
      ...{ number: numbered ? ++number : null, title, presenter: null, minutes, confidential: false },
      actions: (agreed.get(id) ?? []).map((one) => ({ ...one })),
      salt: hashOf(`${meeting.id} ${index}`).slice(0, 32),
    },
  }));
  const record = {
    ...{ title: meeting.title, zone: ZONE, place: "Boardroom, Keilestraat 9", guests: "", number: 1 },
    ...{ startsAt: meeting.startsAt.toISOString(), endsAt: meeting.endsAt.toISOString() },
    ...{ chair: NAMES.owner, minuteTaker: NAMES.billingSupport },
    ...{ signedBy: NAMES.owner, signedAt: signedAt.toISOString() },
    attendance: meeting.people.map((who, index) => {
      const row = invitationRow({ id: accountId, contacts } as Northwind, meeting, who, index);
      const { presence = null, arrivedAt = null } = row as { presence?: string | null; arrivedAt?: Date | null };
      return { name: NAMES[who], presence, arrivedAt: arrivedAt?.toISOString() ?? null, leftAt: null };
    }),
    items: items.map(({ signed }) => hashOf(signed)),
  };
  return {
    ...{ accountId, meetingId: meeting.id, number: 1, signedAt, signedByName: NAMES.owner },
    ...{ signedByContactId: contacts.owner, hash: hashOf(record), content: { record, items } },
  };
}
