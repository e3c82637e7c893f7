import type { z } from "zod";
import type { Context } from "@/lib/platform/operations/operation";
import { openDocuments } from "@/lib/workspace/core/attached-documents";
import type { MeetingAccess } from "@/lib/workspace/core/meeting-record";
import { hiddenTitle, itemReader, numbersOf, secrecyColumns, shownRecusals } from "@/lib/workspace/core/readable-items";
import { type attachedDocument, MOST_ITEMS } from "@/lib/workspace/core/schema";
import { agendaSnapshot, type PinnedDocument } from "./agenda-snapshot";
import type { shownItem } from "./schema";

/** A published agenda, the latest unless a number is given, with what the viewer may see of it; null if there is none. */
export async function publishedAgenda(context: Context<"account">, meeting: MeetingAccess, number?: number) {
  const { db, account } = context;
  const of = { accountId: account.id, meetingId: meeting.id };
  const [revision, current] = await Promise.all([
    db.meetingRevision.findFirst({
      where: { ...of, ...(number === undefined ? {} : { number }) },
      orderBy: { number: "desc" },
    }),
    db.meetingItem.findMany({ where: of, select: secrecyColumns, take: MOST_ITEMS }),
  ]);
  if (revision === null) return null;
  const { items, documents: ofMeeting = [], ...details } = agendaSnapshot.parse(revision.content);
  const pinned = [...ofMeeting, ...items.flatMap(({ documents = [] }) => documents)];
  const present = await documentPresenter(context, pinned);
  const now = new Map(current.map((row) => [row.id, row]));
  const sees = itemReader(context, meeting);
  const numbers = numbersOf(items);
  return {
    number: revision.number,
    publishedAt: revision.publishedAt,
    publishedByName: revision.publishedByName,
    note: revision.note,
    ...details,
    documents: ofMeeting.map(present),
    items: items.map(
      ({ presenterId, presenterName, readers, documents = [], ...item }, index): z.input<typeof shownItem> => {
        // What became confidential later is confidential in what was published before, to those who may not read it now.
        const stands = now.get(item.id) ?? { ...item, presenterId, readers };
        const secret = item.confidential || stands.confidential;
        const shown = sees({ ...stands, confidential: secret });
        const recusal = shownRecusals(context, meeting, item.id, shown);
        return {
          ...{ ...item, number: numbers[index] ?? null, confidential: secret, hidden: !shown },
          ...recusal,
          title: shown ? item.title : hiddenTitle({ ...item, ...recusal }),
          notes: shown ? item.notes : "",
          presenter: shown && presenterId !== null ? { id: presenterId, name: presenterName ?? "" } : null,
          ...{ minutes: null, minutesVersion: 0, readers: [], papers: [], actions: [], organisations: [] },
          documents: shown ? documents.map(present) : [],
          neutralTitle: "",
        };
      },
    ),
  };
}

/** Shows documents in the version that was published, each by its name if the viewer may open it now. */
async function documentPresenter(context: Context<"account">, pinned: readonly PinnedDocument[]) {
  const open = await openDocuments(
    context,
    pinned.map(({ documentId }) => documentId),
  );
  return ({ id, documentId, version, addedByName }: PinnedDocument): z.input<typeof attachedDocument> => {
    const document = open.get(documentId) ?? null;
    return {
      ...{ id, version, addedByName, mine: false },
      document: document && { id: documentId, name: document.name },
      newer: document !== null && document.version > version,
    };
  };
}
