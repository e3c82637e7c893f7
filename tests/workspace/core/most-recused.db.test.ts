import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { recuse } from "@/lib/workspace/decisions/recuse";
import { viewDecision } from "@/lib/workspace/decisions/view-decision";
import { recuseFromFolder } from "@/lib/workspace/documents/recusals/recuse-from-folder";
import { viewFolderRecusals } from "@/lib/workspace/documents/recusals/view-folder-recusals";
import { recuseFromItem } from "@/lib/workspace/meetings/recusals/recuse-from-item";
import { viewMeeting } from "@/lib/workspace/meetings/view-meeting";
import { buildDecision } from "@/prisma/seed/builders/decision";
import { buildFolder } from "@/prisma/seed/builders/document";
import { problemOf } from "@/tests/fixtures/problem-of";
import { type MeetingsPortal, meetingsPortal } from "@/tests/workspace/meetings/arrange";

const MOST = 200;
const reason = "Their firm made an offer";

let at: MeetingsPortal;
let many: { readonly id: string; readonly name: string }[];
let last: string;
beforeAll(async () => {
  at = await meetingsPortal();
  const of = { accountId: at.account, kind: "member", status: "active" } as const;
  const named = Array.from({ length: MOST + 1 }, (_, n) => ({
    ...{ ...of, id: randomUUID(), name: `Member ${n}`, email: `recused-${n}@northwind.example` },
  }));
  await at.portal.owner.contact.createMany({ data: named });
  many = named.slice(1);
  last = named[0]?.id ?? "";
});
afterAll(() => at.portal.close());

const decided = () => ({ accountId: at.account, reason, decidedByName: "Olga Owner" });
const refused = async (failing: Promise<unknown>) => expect((await problemOf(failing)).code).toBe("conflict");

describe("nobody more is recused than the views of a record have room for", () => {
  it("holds for a decision", async () => {
    const chair = { id: at.contacts.owner, name: "Olga Owner" };
    const decisionId = await buildDecision(at.portal.owner, at.account, {
      ...{ title: "Sell it", status: "draft", chair, voters: [at.contacts.owner] },
    });
    const data = many.map(({ id }) => ({ ...decided(), decisionId, contactId: id }));
    await at.portal.owner.decisionRecusal.createMany({ data });
    await refused(at.asOwner(recuse, { decisionId, contactId: last, reason }));
    expect((await at.asOwner(viewDecision, { decisionId })).recusals).toHaveLength(MOST);
  });

  it("holds for an agenda item", async () => {
    const item = await at.meeting({ people: [] });
    const key = { meetingId: item.meetingId, itemId: item.itemId };
    const data = many.map(({ id, name }) => ({ ...decided(), ...key, contactId: id, name }));
    await at.portal.owner.meetingItemRecusal.createMany({ data });
    await refused(at.asOwner(recuseFromItem, { ...key, contactId: last, reason }));
    expect((await at.asOwner(viewMeeting, { meetingId: key.meetingId })).agenda.items[0]?.recusals).toHaveLength(MOST);
  });

  it("holds for a folder", async () => {
    const folderId = await buildFolder(at.portal.owner, at.account, { name: "Offers", people: [] });
    const data = many.map(({ id }) => ({ ...decided(), folderId, contactId: id }));
    await at.portal.owner.folderRecusal.createMany({ data });
    await refused(at.asOwner(recuseFromFolder, { folderId, contactId: last, reason }));
    expect((await at.asOwner(viewFolderRecusals, { folderId })).recusals).toHaveLength(MOST);
  });
});
