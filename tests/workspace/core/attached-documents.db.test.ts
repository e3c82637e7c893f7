import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { attachToDecision } from "@/lib/workspace/decisions/attach-to-decision";
import { castVote } from "@/lib/workspace/decisions/cast-vote";
import { detachFromDecision } from "@/lib/workspace/decisions/detach-from-decision";
import { viewDecision } from "@/lib/workspace/decisions/view-decision";
import { downloadDocument } from "@/lib/workspace/documents/download-document";
import { listDocuments } from "@/lib/workspace/documents/list-documents";
import { previewLinks } from "@/lib/workspace/documents/preview-links";
import { viewDocument } from "@/lib/workspace/documents/view-document";
import { publishAgenda } from "@/lib/workspace/meetings/agenda/publish-agenda";
import { viewRevision } from "@/lib/workspace/meetings/agenda/view-revision";
import { signMinutes } from "@/lib/workspace/meetings/minutes/sign-minutes";
import { attachToMeeting } from "@/lib/workspace/meetings/papers/attach-to-meeting";
import { detachFromMeeting } from "@/lib/workspace/meetings/papers/detach-from-meeting";
import { viewMeeting } from "@/lib/workspace/meetings/view-meeting";
import { buildDecision } from "@/prisma/seed/builders/decision";
import { problemOf } from "@/tests/fixtures/problem-of";
import { folderFor } from "@/tests/workspace/documents/arrange";
import { type MeetingsPortal, meetingsPortal, OWNER, pastMeeting } from "@/tests/workspace/meetings/arrange";

const AT_ONCE = 50;

let at: MeetingsPortal;
beforeAll(async () => {
  at = await meetingsPortal();
});
afterAll(() => at.portal.close());

const codeOf = async (failing: Promise<unknown>) => (await problemOf(failing)).code;
/** A file in a folder of those people, whose name is a marker that must not leak. */
async function secretFile(people: string[]) {
  const { folderId, documentId } = await folderFor(at.portal.owner, at.account, people);
  await at.portal.owner.document.update({ where: { id: documentId }, data: { name: "Zanzibar offer.pdf" } });
  return { folderId, documentId };
}
const chaired = (plan: Parameters<MeetingsPortal["meeting"]>[0] = {}) =>
  at.meeting({ chair: at.contacts.billing, people: [at.contacts.billing, at.contacts.support], ...plan });
const newVersion = async (documentId: string) => {
  const { fileId } = await at.portal.owner.document.findUniqueOrThrow({ where: { id: documentId } });
  await at.portal.owner.documentVersion.create({
    data: { accountId: at.account, documentId, number: 2, fileId, uploadedByName: "Test" },
  });
  await at.portal.owner.document.update({ where: { id: documentId }, data: { version: 2 } });
};

describe("a document attached to a meeting", () => {
  it("is named to those who may open it, and a paper without a name to all other attendees", async () => {
    const { documentId } = await secretFile([at.contacts.billing]);
    const { meetingId, itemId } = await chaired();
    await at.asBilling(attachToMeeting, { meetingId, itemId, documentId });
    await at.asBilling(publishAgenda, { meetingId });
    const seen = (await at.asBilling(viewMeeting, { meetingId })).agenda.items[0]?.documents;
    expect(seen).toMatchObject([{ document: { id: documentId, name: "Zanzibar offer.pdf" }, version: 1, mine: true }]);
    const hidden = await at.asSupport(viewMeeting, { meetingId });
    expect(hidden.agenda.items[0]?.documents).toMatchObject([{ document: null, mine: false }]);
    const revision = await at.asSupport(viewRevision, { meetingId, number: 1 });
    expect(revision.items[0]?.documents).toMatchObject([{ document: null }]);
    expect(JSON.stringify([hidden, revision])).not.toMatch(new RegExp(`Zanzibar|${documentId}`));
    // The attachment opens nothing.
    expect(await codeOf(at.asSupport(viewDocument, { documentId }))).toBe("not-found");
    expect(await codeOf(at.asSupport(downloadDocument, { documentId }))).toBe("not-found");
  });

  it("is named if and only if it opens and is listed, also after access was taken away or the file was deleted", async () => {
    const { folderId, documentId } = await secretFile([at.contacts.billing, at.contacts.support]);
    const { meetingId } = await chaired();
    await at.asBilling(attachToMeeting, { meetingId, documentId });
    const agree = async (expected: boolean) => {
      const { documents } = await at.asSupport(viewMeeting, { meetingId });
      const { items } = await at.asSupport(listDocuments, { folderId }).catch(() => ({ items: [] }));
      const opens = await at.asSupport(viewDocument, { documentId }).then(
        () => true,
        () => false,
      );
      expect([documents[0]?.document !== null, items.length === 1, opens]).toEqual([expected, expected, expected]);
    };
    await agree(true);
    const access = { accountId: at.account, folderId, contactId: at.contacts.support };
    await at.portal.owner.folderAccess.deleteMany({ where: access });
    await agree(false);
    await at.portal.owner.folderAccess.create({ data: { ...access, addedByName: "Test" } });
    await agree(true);
    await at.portal.owner.document.update({
      where: { id: documentId },
      data: { deletedAt: new Date(), deletedByName: "Test" },
    });
    await agree(false);
    await at.portal.owner.document.delete({ where: { id: documentId } });
    expect((await at.asBilling(viewMeeting, { meetingId })).documents).toMatchObject([{ document: null }]);
  });

  it("can't be attached by somebody who may not open it, or who may not add papers", async () => {
    const { documentId } = await secretFile([at.contacts.support]);
    const { meetingId } = await chaired();
    expect(await codeOf(at.asBilling(attachToMeeting, { meetingId, documentId }))).toBe("not-found");
    expect(await codeOf(at.asSupport(attachToMeeting, { meetingId, documentId }))).toBe("refused");
    expect(await at.portal.owner.documentAttachment.count({ where: { meetingId } })).toBe(0);
  });

  it("to a confidential item is not there at all for those who don't see the item", async () => {
    const { documentId } = await secretFile([at.contacts.billing, at.contacts.support]);
    const { meetingId, itemId } = await chaired({ items: [{ title: "Secret", confidential: true }] });
    const { id: attachmentId } = await at.asBilling(attachToMeeting, { meetingId, itemId, documentId });
    await at.asBilling(publishAgenda, { meetingId });
    const meeting = await at.asSupport(viewMeeting, { meetingId });
    const revision = await at.asSupport(viewRevision, { meetingId, number: 1 });
    expect(JSON.stringify([meeting, revision])).not.toMatch(new RegExp(`Zanzibar|${documentId}|${attachmentId}`));
    expect(await codeOf(at.asSupport(detachFromMeeting, { meetingId, attachmentId }))).toBe("not-found");
    const { places, total } = await at.asOwner(previewLinks, { documentIds: [documentId] });
    expect({ places, total }).toEqual({ places: [], total: 1 });
  });

  it("stays the version that was published, until the agenda is published again", async () => {
    const { documentId } = await secretFile([at.contacts.billing]);
    const { meetingId, itemId } = await chaired();
    await at.asBilling(attachToMeeting, { meetingId, itemId, documentId });
    await at.asBilling(publishAgenda, { meetingId });
    await newVersion(documentId);
    const of = async (number: number) =>
      (await at.asBilling(viewRevision, { meetingId, number })).items[0]?.documents[0];
    expect(await of(1)).toMatchObject({ version: 1, newer: true });
    await at.portal.owner.meeting.update({ where: { id: meetingId }, data: { agendaChanged: true } });
    await at.asBilling(publishAgenda, { meetingId });
    expect(await of(1)).toMatchObject({ version: 1, newer: true });
    expect(await of(2)).toMatchObject({ version: 2, newer: false });
  });

  it("can't be added to signed minutes or taken off them, by the portal or by SQL", async () => {
    const [one, two] = [await secretFile([at.contacts.billing]), await secretFile([at.contacts.billing])];
    const { meetingId } = await chaired(pastMeeting);
    const { id: attachmentId } = await at.asBilling(attachToMeeting, { meetingId, documentId: one.documentId });
    await at.asBilling(signMinutes, { meetingId });
    expect(await codeOf(at.asBilling(attachToMeeting, { meetingId, documentId: two.documentId }))).toBe("conflict");
    expect(await codeOf(at.asBilling(detachFromMeeting, { meetingId, attachmentId }))).toBe("conflict");
    const app = new Client({ connectionString: at.portal.url });
    await app.connect();
    try {
      await app.query("begin");
      await app.query("select set_config('portcullis.account', $1, true)", [at.account]);
      await app.query("set local role portcullis_app");
      const statement = `delete from "DocumentAttachment" where "id" = $1`;
      await expect(app.query(statement, [attachmentId])).rejects.toMatchObject({ code: "23514" });
    } finally {
      await app.end();
    }
  });

  it("is attached once if fifty attach it at the same time", async () => {
    const { documentId } = await secretFile([at.contacts.billing]);
    const { meetingId } = await chaired();
    const results = await Promise.allSettled(
      Array.from({ length: AT_ONCE }, () => at.run(OWNER)(attachToMeeting, { meetingId, documentId })),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const one of results) if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "conflict" });
    expect(await at.portal.owner.documentAttachment.count({ where: { meetingId } })).toBe(1);
  });
});

describe("a document attached to a decision", () => {
  const decisionFor = (voters: string[]) =>
    buildDecision(at.portal.owner, at.account, {
      title: "Which offer to take",
      chair: { id: at.contacts.owner, name: "Ingrid Solheim" },
      voters: [at.contacts.owner, ...voters],
    });

  it("is named to voters who may open it, and is fixed with the first vote", async () => {
    const { documentId } = await secretFile([at.contacts.billing]);
    const decisionId = await decisionFor([at.contacts.billing, at.contacts.support]);
    const { id: attachmentId } = await at.asOwner(attachToDecision, { decisionId, documentId });
    expect((await at.asBilling(viewDecision, { decisionId })).documents).toMatchObject([
      { document: { name: "Zanzibar offer.pdf" } },
    ]);
    const support = await at.asSupport(viewDecision, { decisionId });
    expect(support.documents).toMatchObject([{ document: null }]);
    expect(JSON.stringify(support)).not.toMatch(new RegExp(`Zanzibar|${documentId}`));
    expect(await codeOf(at.asBilling(detachFromDecision, { decisionId, attachmentId }))).toBe("refused");
    await at.asBilling(castVote, { decisionId, round: 1, position: 1 });
    const other = await secretFile([]);
    expect(await codeOf(at.asOwner(attachToDecision, { decisionId, documentId: other.documentId }))).toBe("conflict");
    expect(await codeOf(at.asOwner(detachFromDecision, { decisionId, attachmentId }))).toBe("conflict");
  });

  it("and a vote at the same moment come one after the other", async () => {
    const decisionId = await decisionFor([at.contacts.billing]);
    const files = await Promise.all(Array.from({ length: AT_ONCE - 1 }, () => secretFile([])));
    const [vote, ...attached] = await Promise.allSettled([
      at.asBilling(castVote, { decisionId, round: 1, position: 1 }),
      ...files.map(({ documentId }) => at.asOwner(attachToDecision, { decisionId, documentId })),
    ]);
    expect(vote?.status).toBe("fulfilled");
    const { castAt } = await at.portal.owner.decisionVote.findFirstOrThrow({ where: { decisionId } });
    const rows = await at.portal.owner.documentAttachment.findMany({ where: { decisionId } });
    expect(rows).toHaveLength(attached.filter(({ status }) => status === "fulfilled").length);
    for (const one of attached) if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "conflict" });
    expect(castAt).toBeInstanceOf(Date);
  });
});

describe("before a file is moved, restricted or deleted", () => {
  it("says where it is attached, by name if the viewer may see that", async () => {
    const { folderId, documentId } = await secretFile([at.contacts.billing]);
    const { meetingId } = await chaired({ title: "Offers" });
    await at.asBilling(attachToMeeting, { meetingId, documentId });
    const decisionId = await buildDecision(at.portal.owner, at.account, {
      title: "Hidden from the owner",
      chair: { id: at.contacts.administrator, name: "Marcus Okafor" },
      voters: [at.contacts.administrator],
    });
    await at.run("administrator@northwind.example")(attachToDecision, { decisionId, documentId });
    const seen = await at.asOwner(previewLinks, { folderId });
    expect(seen).toEqual({ places: [{ kind: "meeting", id: meetingId, title: "Offers" }], total: 2 });
    expect(await at.asOwner(previewLinks, { documentIds: [documentId] })).toEqual(seen);
    expect(await codeOf(at.asBilling(previewLinks, { documentIds: [documentId] }))).toBe("refused");
  });
});
