import type { OwnerDatabase } from "../builders/owner-database";
import type { Northwind } from "./northwind";

/** File and agenda item of the next management meeting. Tomás is not on the list of the budget's folder. */
const PAPERS = [
  ["Budget for next year.pdf", "Finance report"],
  ["Runbook, failover to AMS-2.pdf", "Infrastructure and incidents"],
] as const;

/** Documents attached to the next management meeting, and to the decision about the budget. */
export async function seedAttachedDocuments(db: OwnerDatabase, { id: accountId, contacts }: Northwind) {
  const by = { addedByContactId: contacts.owner, addedByName: "Ingrid Solheim" };
  const [documents, next, budget] = await Promise.all([
    db.document.findMany({
      where: { accountId, name: { in: PAPERS.map(([name]) => name) } },
      select: { id: true, name: true, version: true },
    }),
    db.meeting.findFirstOrThrow({
      where: { accountId, status: "scheduled", minutesStatus: "open" },
      select: { id: true, items: { select: { id: true, title: true } } },
      orderBy: { startsAt: "asc" },
    }),
    db.decision.findFirstOrThrow({ where: { accountId, title: { contains: "budget" } }, select: { id: true } }),
  ]);
  const named = (name: string) => documents.find((one) => one.name === name);
  const rows = PAPERS.flatMap(([name, title]) => {
    const [document, item] = [named(name), next.items.find((one) => one.title === title)];
    if (document === undefined || item === undefined) return [];
    return [
      { ...by, accountId, documentId: document.id, version: document.version, meetingId: next.id, itemId: item.id },
    ];
  });
  await db.documentAttachment.createMany({ data: rows });
  const [file] = rows;
  if (file === undefined) return;
  const { documentId, version } = file;
  await db.documentAttachment.create({ data: { ...by, accountId, documentId, version, decisionId: budget.id } });
}
