import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { execute } from "@/lib/platform/operations/execute";
import { publishAgenda } from "@/lib/workspace/meetings/agenda/publish-agenda";
import { removeItem } from "@/lib/workspace/meetings/agenda/remove-item";
import { updateItem } from "@/lib/workspace/meetings/agenda/update-item";
import { viewRevision } from "@/lib/workspace/meetings/agenda/view-revision";
import { circulateMinutes } from "@/lib/workspace/meetings/minutes/circulate-minutes";
import { commentOnMinutes } from "@/lib/workspace/meetings/minutes/comment-on-minutes";
import { signMinutes } from "@/lib/workspace/meetings/minutes/sign-minutes";
import { viewSignedMinutes } from "@/lib/workspace/meetings/minutes/view-signed-minutes";
import { writeMinutes } from "@/lib/workspace/meetings/minutes/write-minutes";
import { addPaper } from "@/lib/workspace/meetings/papers/add-paper";
import { removePaper } from "@/lib/workspace/meetings/papers/remove-paper";
import { dismissItemConflict } from "@/lib/workspace/meetings/recusals/dismiss-item-conflict";
import { liftItemRecusal } from "@/lib/workspace/meetings/recusals/lift-item-recusal";
import { recuseFromItem } from "@/lib/workspace/meetings/recusals/recuse-from-item";
import { viewItemRecusals } from "@/lib/workspace/meetings/recusals/view-item-recusals";
import { viewMeeting } from "@/lib/workspace/meetings/view-meeting";
import { faultsOf } from "@/scripts/verify-minutes.mjs";
import { problemOf } from "@/tests/fixtures/problem-of";
import { BILLING, type MeetingsPortal, meetingsPortal, OWNER, pastMeeting } from "./arrange";

const SECRET = "Zanzibar";
const reason = "Their firm made an offer";

let at: MeetingsPortal;
beforeAll(async () => {
  at = await meetingsPortal();
});
afterAll(() => at.portal.close());

/** With a paper, minutes and a comment about the second item, sent for comment and published. */
async function world() {
  const made = await at.meeting({
    ...pastMeeting,
    people: [at.contacts.billing, at.contacts.support],
    items: [{ title: "Open" }, { title: `${SECRET} title`, minutes: `${SECRET} minutes` }],
  });
  const item = { meetingId: made.meetingId, itemId: made.itemIds[1] ?? "" };
  const { id: paperId } = await at.asOwner(addPaper, { ...item, title: `${SECRET} paper`, body: SECRET });
  await at.asOwner(publishAgenda, { meetingId: made.meetingId });
  await at.asOwner(circulateMinutes, { meetingId: made.meetingId });
  await at.asSupport(commentOnMinutes, { ...item, body: `${SECRET} comment` });
  return { ...made, item, paperId };
}

/** Everything that a reader gets of the meeting. */
const all = async (as: MeetingsPortal["asBilling"], meetingId: string): Promise<string> =>
  JSON.stringify([
    await as(viewMeeting, { meetingId }),
    await as(viewRevision, { meetingId, number: 1 }),
    await as(viewSignedMinutes, { meetingId }).catch(() => null),
  ]);

describe("a recusal from an agenda item", () => {
  it("takes away its text, papers, minutes and comments, and gives the person the reason", async () => {
    const { meetingId, item } = await world();
    expect(await all(at.asBilling, meetingId)).toContain(`${SECRET} comment`);
    await at.asOwner(recuseFromItem, { ...item, contactId: at.contacts.billing, reason });
    expect(await all(at.asBilling, meetingId)).not.toContain(SECRET);
    expect(await all(at.asSupport, meetingId)).toContain(`${SECRET} minutes`);
    const { agenda } = await at.asBilling(viewMeeting, { meetingId });
    expect(agenda.items[1]).toMatchObject({
      title: "Item from which you are recused",
      ...{ hidden: true, recused: true, number: 2 },
      recusals: [{ reason, decidedByName: "Ingrid Solheim" }],
    });
    const seen = await at.asSupport(viewMeeting, { meetingId });
    expect(seen.agenda.items[1]?.recusals).toMatchObject([{ reason }]);
    expect(seen.agenda.items[1]?.recused).toBe(false);
  });

  it("leaves nothing to be reached by an id", async () => {
    const { item, meetingId, paperId } = await world();
    await at.asOwner(recuseFromItem, { ...item, contactId: at.contacts.administrator, reason });
    const asAdministrator = at.run("administrator@northwind.example");
    for (const [operation, input] of [
      [updateItem, { ...item, title: "Mine" }],
      [removeItem, item],
      [writeMinutes, { ...item, version: 0, minutes: "Mine" }],
      [addPaper, { ...item, title: "Mine", body: "Mine" }],
      [removePaper, { meetingId, paperId }],
      [commentOnMinutes, { ...item, body: "Mine" }],
      [viewItemRecusals, item],
      [recuseFromItem, { ...item, contactId: at.contacts.billing, reason }],
      [liftItemRecusal, { ...item, contactId: at.contacts.administrator }],
    ] as const)
      expect((await problemOf(asAdministrator(operation, input as never))).code, operation.name).toBe("not-found");
  });

  it("binds the owner and the chair, who can't end their own", async () => {
    const { item, meetingId } = await world();
    await at.asOwner(recuseFromItem, { ...item, contactId: at.contacts.owner, reason });
    expect(await all(at.asOwner, meetingId)).not.toContain(SECRET);
    const own = { ...item, contactId: at.contacts.owner };
    expect((await problemOf(at.asOwner(liftItemRecusal, own))).code).toBe("not-found");
    const asAdministrator = at.run("administrator@northwind.example");
    await asAdministrator(liftItemRecusal, own);
    expect(await all(at.asOwner, meetingId)).toContain(SECRET);
  });

  it("holds for what was published before, also when the item is taken off the agenda", async () => {
    const { item, meetingId } = await world();
    await at.asOwner(recuseFromItem, { ...item, contactId: at.contacts.billing, reason });
    await at.asOwner(removeItem, item);
    expect(await all(at.asBilling, meetingId)).not.toContain(SECRET);
    expect(await all(at.asSupport, meetingId)).toContain(SECRET);
  });

  it("is in the signed minutes, which prove it, and stays as long as they are signed", async () => {
    const { item, meetingId } = await world();
    const who = { ...item, contactId: at.contacts.billing };
    await at.asOwner(recuseFromItem, { ...who, reason });
    await at.asOwner(signMinutes, { meetingId });
    const seen = await at.asSupport(viewSignedMinutes, { meetingId });
    expect(seen.items[1]?.signed?.recused).toMatchObject([{ reason }]);
    expect(seen.items[0]?.signed).not.toHaveProperty("recused");
    expect(faultsOf(seen)).toEqual([]);
    const theirs = await at.asBilling(viewSignedMinutes, { meetingId });
    expect(theirs.items[1]).toMatchObject({ signed: null, recused: true });
    expect(JSON.stringify(theirs)).not.toContain(SECRET);
    expect(theirs.hash).toBe(seen.hash);
    expect(faultsOf(theirs)).toEqual([]);
    expect((await problemOf(at.asOwner(liftItemRecusal, who))).code).toBe("conflict");
    const direct = at.portal.owner.meetingItemRecusal.deleteMany({ where: { meetingId } });
    await expect(direct).rejects.toThrow("signed");
  });

  it("is decided by those who run the meeting, about members of the account, once", async () => {
    const { item } = await world();
    const input = { ...item, contactId: at.contacts.billing, reason };
    expect((await problemOf(at.asSupport(recuseFromItem, input))).code).toBe("refused");
    const stranger = (
      await at.portal.owner.contact.findFirstOrThrow({ where: { accountId: at.portal.demo.globex.id } })
    ).id;
    expect((await problemOf(at.asOwner(recuseFromItem, { ...input, contactId: stranger }))).code).toBe("invalid");
    await at.asOwner(recuseFromItem, input);
    expect((await problemOf(at.asOwner(recuseFromItem, input))).code).toBe("conflict");
  });
});

describe("an interest in what an item is about", () => {
  it("is proposed to those who run the meeting, and no longer once it is dismissed", async () => {
    const { item } = await world();
    const { account: accountId, contacts } = at;
    const organisation = { key: "zephyr energy", name: "Zephyr Energy" };
    await at.portal.owner.interest.create({
      data: {
        ...{ accountId, contactId: contacts.billing, key: organisation.key, organisation: organisation.name },
        ...{ nature: "Director", fromDay: new Date("2025-01-01") },
      },
    });
    await at.asOwner(updateItem, { ...item, title: "Supply", organisations: "Zephyr  ENERGY\nKestrel" });
    const before = await at.asOwner(viewItemRecusals, item);
    expect(before.conflicts).toMatchObject([{ contactId: contacts.billing, nature: "Director" }]);
    const dismiss = { ...item, contactId: contacts.billing, key: before.conflicts[0]?.key ?? "" };
    expect((await problemOf(at.asSupport(dismissItemConflict, dismiss))).code).toBe("refused");
    await at.asOwner(dismissItemConflict, dismiss);
    const after = await at.asOwner(viewItemRecusals, item);
    expect(after.conflicts).toEqual([]);
    expect(after.dismissals).toMatchObject([{ organisation: "Zephyr ENERGY", byName: "Ingrid Solheim" }]);
    expect((await problemOf(at.asOwner(dismissItemConflict, { ...dismiss, key: "kestrel" }))).code).toBe("not-found");
  });
});

describe("fifty at once", () => {
  it("who recuse somebody while they write and read: nothing is written or read after it", async () => {
    const { item, meetingId } = await world();
    const billing = await at.portal.as(BILLING);
    const owner = await at.portal.as(OWNER);
    const attempts = Array.from({ length: 50 }, (_, turn) => {
      if (turn === 25)
        return execute(owner, at.account, recuseFromItem, { ...item, contactId: at.contacts.billing, reason });
      return turn % 2 === 0
        ? execute(billing, at.account, viewMeeting, { meetingId })
        : execute(billing, at.account, commentOnMinutes, { ...item, body: `${SECRET} ${turn}` });
    });
    const answers = await Promise.allSettled(attempts);
    expect(answers[25]?.status).toBe("fulfilled");
    const comments = await at.portal.owner.meetingComment.findMany({
      where: { ...item, authorContactId: at.contacts.billing },
    });
    const accepted = answers.filter(({ status }, turn) => turn % 2 === 1 && turn !== 25 && status === "fulfilled");
    expect(comments).toHaveLength(accepted.length);
    expect(await all(at.asBilling, meetingId)).not.toContain(SECRET);
    expect((await problemOf(at.asBilling(commentOnMinutes, { ...item, body: "Late" }))).code).toBe("not-found");
  });

  it("who recuse the same person: one of them does", async () => {
    const { item } = await world();
    const owner = await at.portal.as(OWNER);
    const input = { ...item, contactId: at.contacts.support, reason };
    const answers = await Promise.allSettled(
      Array.from({ length: 50 }, () => execute(owner, at.account, recuseFromItem, input)),
    );
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await at.portal.owner.meetingItemRecusal.count({ where: item })).toBe(1);
  });
});
