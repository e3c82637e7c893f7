import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { removeItem } from "@/lib/workspace/meetings/agenda/remove-item";
import { answerInvitation } from "@/lib/workspace/meetings/attendees/answer-invitation";
import { recordAttendance } from "@/lib/workspace/meetings/attendees/record-attendance";
import { uninviteAttendee } from "@/lib/workspace/meetings/attendees/uninvite-attendee";
import { deleteMeeting } from "@/lib/workspace/meetings/delete-meeting";
import { circulateMinutes } from "@/lib/workspace/meetings/minutes/circulate-minutes";
import { commentOnMinutes } from "@/lib/workspace/meetings/minutes/comment-on-minutes";
import { decideUnlock } from "@/lib/workspace/meetings/minutes/decide-unlock";
import { requestUnlock } from "@/lib/workspace/meetings/minutes/request-unlock";
import { signMinutes } from "@/lib/workspace/meetings/minutes/sign-minutes";
import { viewSignedMinutes } from "@/lib/workspace/meetings/minutes/view-signed-minutes";
import { writeMinutes } from "@/lib/workspace/meetings/minutes/write-minutes";
import { addPaper } from "@/lib/workspace/meetings/papers/add-paper";
import { viewMeeting } from "@/lib/workspace/meetings/view-meeting";
import { faultsOf } from "@/scripts/verify-minutes.mjs";
import { problemOf } from "@/tests/fixtures/problem-of";
import { BILLING, type MeetingsPortal, meetingsPortal, OWNER, pastMeeting } from "./arrange";

let at: MeetingsPortal;
let app: Client;
beforeAll(async () => {
  at = await meetingsPortal();
  app = new Client({ connectionString: at.portal.url });
  await app.connect();
});
afterAll(async () => {
  await app.end();
  await at.portal.close();
});

const AT_ONCE = 50;
const codeOf = async (failing: Promise<unknown>) => (await problemOf(failing)).code;
/** A past meeting chaired by the billing contact, with the support contact invited. */
const chaired = (items?: NonNullable<Parameters<MeetingsPortal["meeting"]>[0]>["items"]) =>
  at.meeting({
    ...pastMeeting,
    ...{ chair: at.contacts.billing, people: [at.contacts.billing, at.contacts.support] },
    items: items ?? [{ title: "Budget", minutes: "Agreed." }],
  });

/** Runs a statement as the portal's own role on the account, and returns PostgreSQL's code of its error. */
async function asApp(statement: string, values: unknown[]): Promise<string | undefined> {
  await app.query("begin");
  try {
    await app.query("select set_config('portcullis.account', $1, true)", [at.account]);
    await app.query("set local role portcullis_app");
    await app.query(statement, values);
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code;
  } finally {
    await app.query("rollback");
  }
}

describe("signing minutes", () => {
  it("locks them with a hash that the script checks without the portal", async () => {
    const { meetingId } = await chaired();
    const { hash, number } = await at.asBilling(signMinutes, { meetingId });
    expect(number).toBe(1);
    const minutes = await at.asSupport(viewSignedMinutes, { meetingId });
    expect(minutes.hash).toBe(hash);
    expect(minutes.items[0]?.signed).toMatchObject({ title: "Budget", minutes: "Agreed." });
    expect(faultsOf(minutes)).toEqual([]);
  });

  it("is noticed if any word of them is changed afterwards", async () => {
    const { meetingId } = await chaired();
    await at.asBilling(signMinutes, { meetingId });
    const minutes = await at.asSupport(viewSignedMinutes, { meetingId });
    const changed = structuredClone(minutes);
    if (changed.items[0]?.signed) changed.items[0].signed.minutes = "Not agreed.";
    expect(faultsOf(changed)).toEqual(["The text of item 1 was changed."]);
    expect(faultsOf({ ...minutes, record: { ...minutes.record, guests: "Eve" } })).toHaveLength(1);
    expect(faultsOf({ ...minutes, items: [] })).toHaveLength(1);
  });

  it("is for the chair, and once the meeting has begun", async () => {
    const { meetingId } = await chaired();
    expect(await codeOf(at.asSupport(signMinutes, { meetingId }))).toBe("refused");
    const ahead = await at.meeting({ chair: at.contacts.billing, people: [at.contacts.billing] });
    expect(await codeOf(at.asBilling(signMinutes, { meetingId: ahead.meetingId }))).toBe("conflict");
  });

  it("signs nothing that was changed since the chair read it", async () => {
    const { meetingId, itemIds } = await chaired();
    const read = async () => (await at.asBilling(viewMeeting, { meetingId })).toSign ?? "";
    const changes = [
      (itemId: string) => at.asOwner(writeMinutes, { meetingId, itemId, version: 0, minutes: "Not agreed." }),
      () => at.asOwner(recordAttendance, { meetingId, attendees: [], guests: "Eve Visitor" }),
    ];
    for (const change of changes) {
      const seen = await read();
      await change(itemIds[0] ?? "");
      expect(await codeOf(at.asBilling(signMinutes, { meetingId, seen }))).toBe("conflict");
    }
    const seen = await read();
    expect(await read()).toBe(seen);
    expect((await at.asBilling(signMinutes, { meetingId, seen })).number).toBe(1);
  });

  it("shows the mark of what there is to sign only to those who may sign it", async () => {
    const { meetingId } = await chaired();
    expect((await at.asSupport(viewMeeting, { meetingId })).toSign).toBeNull();
    expect((await at.asBilling(viewMeeting, { meetingId })).toSign).toMatch(/^[\w-]{43}$/);
  });

  it("happens once if fifty sign at the same time", async () => {
    const { meetingId } = await chaired();
    const callers = await Promise.all(Array.from({ length: AT_ONCE }, (_, n) => (n % 2 ? BILLING : OWNER)));
    const results = await Promise.allSettled(callers.map((email) => at.run(email)(signMinutes, { meetingId })));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const one of results) if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "conflict" });
    expect(await at.portal.owner.meetingSignOff.count({ where: { meetingId } })).toBe(1);
  });

  it("signs what is there when fifty write at the same time, and whatever is written later is refused", async () => {
    const { meetingId, itemIds } = await chaired(Array.from({ length: AT_ONCE }, (_, n) => ({ title: `Item ${n}` })));
    const writes = itemIds.map((itemId, n) =>
      at.asOwner(writeMinutes, { meetingId, itemId, version: 0, minutes: `Written ${n}` }),
    );
    const [signed, ...written] = await Promise.allSettled([at.asBilling(signMinutes, { meetingId }), ...writes]);
    expect(signed?.status).toBe("fulfilled");
    const { items } = await at.asBilling(viewSignedMinutes, { meetingId });
    const stored = await at.portal.owner.meetingItem.findMany({ where: { meetingId }, orderBy: { position: "asc" } });
    expect(items.map((item) => item.signed?.minutes)).toEqual(stored.map(({ minutes }) => minutes));
    for (const [n, one] of written.entries()) {
      const kept = one.status === "fulfilled";
      expect(stored[n]?.minutes).toBe(kept ? `Written ${n}` : "");
      if (!kept) expect(one.reason).toMatchObject({ code: "conflict" });
    }
  });
});

describe("signed minutes", () => {
  it("refuse every operation that would change the meeting", async () => {
    const { meetingId, itemId } = await chaired();
    await at.asBilling(signMinutes, { meetingId });
    for (const change of [
      () => at.asBilling(writeMinutes, { meetingId, itemId, version: 0, minutes: "Other" }),
      () => at.asBilling(removeItem, { meetingId, itemId }),
      () => at.asBilling(circulateMinutes, { meetingId }),
      () => at.asBilling(commentOnMinutes, { meetingId, body: "Late" }),
      () => at.asBilling(addPaper, { meetingId, title: "Late", body: "Late" }),
      () => at.asSupport(answerInvitation, { meetingId, answer: "apologies" }),
      () => at.asOwner(deleteMeeting, { meetingId }),
      () => at.asBilling(signMinutes, { meetingId }),
    ])
      expect(await codeOf(change())).toBe("conflict");
  });

  it("cannot be changed by SQL either, by the portal's own role", async () => {
    const { meetingId, itemId } = await chaired();
    expect(await asApp(`update "MeetingItem" set "minutes" = 'x' where "id" = $1`, [itemId])).toBeUndefined();
    await at.asBilling(signMinutes, { meetingId });
    const CHECK = "23514";
    const FORBIDDEN = "42501";
    expect(await asApp(`update "MeetingItem" set "minutes" = 'x' where "id" = $1`, [itemId])).toBe(CHECK);
    expect(await asApp(`delete from "MeetingItem" where "id" = $1`, [itemId])).toBe(CHECK);
    expect(await asApp(`update "Meeting" set "title" = 'x' where "id" = $1`, [meetingId])).toBe(CHECK);
    expect(await asApp(`delete from "Meeting" where "id" = $1`, [meetingId])).toBe(CHECK);
    const attendance = `update "MeetingInvitation" set "presence" = 'absent' where "meetingId" = $1`;
    expect(await asApp(attendance, [meetingId])).toBe(CHECK);
    const insert = `insert into "MeetingItem" ("id", "accountId", "meetingId", "position", "title") values (gen_random_uuid(), $1, $2, 9, 'x')`;
    expect(await asApp(insert, [at.account, meetingId])).toBe(CHECK);
    expect(await asApp(`update "MeetingSignOff" set "hash" = 'x' where "meetingId" = $1`, [meetingId])).toBe(FORBIDDEN);
    expect(await asApp(`delete from "MeetingSignOff" where "meetingId" = $1`, [meetingId])).toBe(FORBIDDEN);
    expect(await asApp(`update "MeetingRevision" set "note" = 'x' where "meetingId" = $1`, [meetingId])).toBe(
      FORBIDDEN,
    );
  });

  it("cannot be changed by the owner of the tables without removing the lock", async () => {
    const { meetingId, itemId } = await chaired();
    await at.asBilling(signMinutes, { meetingId });
    const { owner } = at.portal;
    await expect(owner.meetingItem.update({ where: { id: itemId }, data: { minutes: "x" } })).rejects.toThrow();
    await expect(owner.meetingSignOff.updateMany({ where: { meetingId }, data: { hash: "x" } })).rejects.toThrow();
  });

  it("are still theirs who presented an item, until they are taken off the meeting", async () => {
    const { meetingId, itemId } = await chaired();
    const presenterId = at.contacts.support;
    await at.portal.owner.meetingItem.update({ where: { id: itemId }, data: { presenterId } });
    await at.asBilling(signMinutes, { meetingId });
    await at.asBilling(uninviteAttendee, { meetingId, contactId: presenterId });
    expect(await codeOf(at.asSupport(viewSignedMinutes, { meetingId }))).toBe("not-found");
    const kept = await at.asBilling(viewSignedMinutes, { meetingId });
    expect(kept.items[0]?.signed?.presenter).toBe("Tomás Herrera Villanueva");
    expect(faultsOf(kept)).toEqual([]);
  });

  it("are unlocked on request, with a reason and by the chair, and are signed anew", async () => {
    const { meetingId, itemId } = await chaired();
    await at.asBilling(signMinutes, { meetingId });
    const first = await at.asBilling(viewSignedMinutes, { meetingId });
    expect(await codeOf(at.asSupport(requestUnlock, { meetingId, reason: "A name" }))).toBe("refused");
    const { requestId } = await at.asBilling(requestUnlock, { meetingId, reason: "A name is wrong." });
    expect(await codeOf(at.asBilling(requestUnlock, { meetingId, reason: "Again" }))).toBe("conflict");
    expect(await codeOf(at.asSupport(decideUnlock, { meetingId, requestId, approve: true }))).toBe("refused");
    await at.asBilling(decideUnlock, { meetingId, requestId, approve: true });
    await at.asBilling(writeMinutes, { meetingId, itemId, version: 0, minutes: "Agreed by all." });
    const { number } = await at.asBilling(signMinutes, { meetingId });
    expect(number).toBe(2);
    const earlier = await at.asSupport(viewSignedMinutes, { meetingId, number: 1 });
    expect(earlier).toMatchObject({ hash: first.hash, unlockedByName: "Priya Raman" });
    expect(faultsOf(earlier)).toEqual([]);
    expect((await at.asSupport(viewSignedMinutes, { meetingId })).items[0]?.signed?.minutes).toBe("Agreed by all.");
  });

  it("stay locked if the request is rejected, and a decision is made once", async () => {
    const { meetingId, itemId } = await chaired();
    await at.asBilling(signMinutes, { meetingId });
    const { requestId } = await at.asBilling(requestUnlock, { meetingId, reason: "A name is wrong." });
    await at.asBilling(decideUnlock, { meetingId, requestId, approve: false });
    expect(await codeOf(at.asBilling(decideUnlock, { meetingId, requestId, approve: true }))).toBe("conflict");
    expect(await codeOf(at.asBilling(writeMinutes, { meetingId, itemId, version: 0, minutes: "x" }))).toBe("conflict");
  });
});

describe("draft minutes", () => {
  it("are read by those who take them, then by all attendees once they are sent for comment", async () => {
    const { meetingId, itemId } = await chaired();
    const draft = async () => (await at.asSupport(viewMeeting, { meetingId })).draftMinutes;
    expect(await draft()).toEqual([]);
    expect(await codeOf(at.asSupport(commentOnMinutes, { meetingId, body: "Early" }))).toBe("conflict");
    await at.asBilling(circulateMinutes, { meetingId });
    expect((await draft()).map(({ minutes }) => minutes)).toEqual(["Agreed."]);
    await at.asSupport(commentOnMinutes, { meetingId, itemId, body: "It was not unanimous." });
    const { comments } = await at.asBilling(viewMeeting, { meetingId });
    expect(comments).toMatchObject([{ authorName: "Tomás Herrera Villanueva", itemTitle: "Budget" }]);
  });

  it("are saved by one of two who type at the same time, and the other is told", async () => {
    const { meetingId, itemId } = await chaired();
    const typed = Array.from({ length: AT_ONCE }, (_, n) =>
      at.asOwner(writeMinutes, { meetingId, itemId, version: 0, minutes: `Version ${n}` }),
    );
    const results = await Promise.allSettled(typed);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});
