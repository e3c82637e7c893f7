import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createForItem } from "@/lib/workspace/actions/create-for-item";
import { listActions } from "@/lib/workspace/actions/list-actions";
import { listOfMeeting } from "@/lib/workspace/actions/list-of-meeting";
import { setActionStatus } from "@/lib/workspace/actions/set-status";
import { viewAction } from "@/lib/workspace/actions/view-action";
import { removeItem } from "@/lib/workspace/meetings/agenda/remove-item";
import { cancelMeeting } from "@/lib/workspace/meetings/cancel-meeting";
import { deleteMeeting } from "@/lib/workspace/meetings/delete-meeting";
import { circulateMinutes } from "@/lib/workspace/meetings/minutes/circulate-minutes";
import { signMinutes } from "@/lib/workspace/meetings/minutes/sign-minutes";
import { viewSignedMinutes } from "@/lib/workspace/meetings/minutes/view-signed-minutes";
import { viewMeeting } from "@/lib/workspace/meetings/view-meeting";
import { faultsOf } from "@/scripts/verify-minutes.mjs";
import { problemOf } from "@/tests/fixtures/problem-of";
import { type MeetingsPortal, meetingsPortal, OWNER, pastMeeting } from "@/tests/workspace/meetings/arrange";

const AT_ONCE = 50;

let at: MeetingsPortal;
beforeAll(async () => {
  at = await meetingsPortal();
});
afterAll(() => at.portal.close());

const codeOf = async (failing: Promise<unknown>) => (await problemOf(failing)).code;

/** Past, chaired by the billing contact, with the support contact invited. */
const chaired = (plan: Parameters<MeetingsPortal["meeting"]>[0] = {}) =>
  at.meeting({
    ...pastMeeting,
    ...{ chair: at.contacts.billing, people: [at.contacts.billing, at.contacts.support] },
    ...plan,
  });

const agree = (meetingId: string, itemId: string, title: string, assigneeIds: string[] = [], as = at.asBilling) =>
  as(createForItem, { meetingId, itemId, title, dueOn: "2031-05-04", assigneeIds });

describe("an action from an agenda item", () => {
  it("is added by whoever takes the minutes, who may assign actions nowhere else, and named in the minutes", async () => {
    const { meetingId, itemId } = await chaired();
    const { id, number } = await agree(meetingId, itemId, "Book the van", [at.contacts.support]);
    const draft = (await at.asBilling(viewMeeting, { meetingId })).draftMinutes;
    const named = { number, title: "Book the van", dueOn: "2031-05-04" };
    expect(draft[0]?.actions).toMatchObject([named]);
    const { name } = await at.portal.owner.contact.findUniqueOrThrow({ where: { id: at.contacts.support } });
    expect(draft[0]?.actions[0]?.assignees).toEqual([name]);
    // It is assigned to somebody else: no more than the minutes say.
    expect(draft[0]?.actions[0]?.id).toBeNull();
    expect(await codeOf(at.asBilling(viewAction, { actionId: id }))).toBe("not-found");
    const seen = await at.asSupport(viewAction, { actionId: id });
    expect(seen).toMatchObject({ fromMeeting: true, meeting: { id: meetingId }, itemTitle: "Welcome" });
  });

  it("is not for an attendee who may not take the minutes, unless the meeting allows it", async () => {
    const closed = await chaired();
    expect(await codeOf(agree(closed.meetingId, closed.itemId, "No", [], at.asSupport))).toBe("refused");
    const open = await chaired({ open: ["takeMinutes"] });
    await agree(open.meetingId, open.itemId, "Yes", [], at.asSupport);
  });

  it("is assigned to attendees alone", async () => {
    const { meetingId, itemId } = await chaired();
    const outside = await at.portal.owner.contact.findFirstOrThrow({
      where: { accountId: at.account, kind: "member", id: { notIn: [at.contacts.billing, at.contacts.support] } },
    });
    expect(await codeOf(agree(meetingId, itemId, "No", [outside.id]))).toBe("invalid");
    expect(await at.portal.owner.action.count({ where: { meetingId } })).toBe(0);
  });

  it("says no more than that it comes from a meeting to an assignee who is no longer invited", async () => {
    const { meetingId, itemId } = await chaired();
    const { id: actionId } = await agree(meetingId, itemId, "Count the stock", [at.contacts.support]);
    await at.portal.owner.meetingInvitation.deleteMany({ where: { meetingId, contactId: at.contacts.support } });
    const seen = await at.asSupport(viewAction, { actionId });
    expect(seen).toMatchObject({ fromMeeting: true, meeting: null, itemTitle: null });
    const { items } = await at.asSupport(listActions, { q: String(seen.number) });
    expect(items[0]).toMatchObject({ id: actionId, fromMeeting: true, meeting: null });
  });

  it("doesn't tell an assignee the title of a confidential item", async () => {
    const { meetingId, itemId } = await chaired({ items: [{ title: "Zanzibar", confidential: true }] });
    const { id: actionId } = await agree(meetingId, itemId, "Ask the lawyer", [at.contacts.support]);
    const seen = await at.asSupport(viewAction, { actionId });
    expect(seen).toMatchObject({ meeting: { id: meetingId }, itemTitle: null });
    await at.asBilling(circulateMinutes, { meetingId });
    const minutes = await at.asSupport(viewMeeting, { meetingId });
    expect(JSON.stringify(minutes)).not.toContain("Ask the lawyer");
    expect((await at.asBilling(viewAction, { actionId }).catch(() => null))?.itemTitle ?? null).toBeNull();
    expect((await at.asOwner(viewAction, { actionId })).itemTitle).toBe("Zanzibar");
  });

  it("stays when its item is removed, its meeting is cancelled, and its meeting is deleted", async () => {
    const { meetingId, itemIds } = await chaired({ items: [{ title: "One" }, { title: "Two" }] });
    const [first = "", second = ""] = itemIds;
    const one = await agree(meetingId, first, "First");
    const two = await agree(meetingId, second, "Second");
    const rowOf = (id: string) => at.portal.owner.action.findUniqueOrThrow({ where: { id } });
    await at.asOwner(removeItem, { meetingId, itemId: first });
    expect(await rowOf(one.id)).toMatchObject({ meetingId, itemId: null });
    await at.asOwner(cancelMeeting, { meetingId, reason: "No quorum" });
    expect(await rowOf(two.id)).toMatchObject({ meetingId, itemId: second });
    await at.asOwner(deleteMeeting, { meetingId });
    expect(await rowOf(one.id)).toMatchObject({ accountId: at.account, meetingId: null, itemId: null });
    expect(await rowOf(two.id)).toMatchObject({ accountId: at.account, meetingId: null, itemId: null });
    expect((await at.asOwner(viewAction, { actionId: two.id })).fromMeeting).toBe(false);
  });

  it("can't name the item of another meeting or account", async () => {
    const one = await chaired();
    const other = await chaired();
    const { id } = await agree(one.meetingId, one.itemId, "Here");
    const move = at.portal.owner.action.update({ where: { id }, data: { itemId: other.itemId } });
    await expect(move).rejects.toThrow();
    expect(await codeOf(agree(one.meetingId, other.itemId, "There"))).toBe("not-found");
  });
});

describe("signed minutes", () => {
  it("keep what was agreed as of then, whatever becomes of the action, and verify", async () => {
    const { meetingId, itemId } = await chaired();
    const { id, version } = await agree(meetingId, itemId, "Order racks", [at.contacts.support]);
    await at.asBilling(signMinutes, { meetingId });
    await at.portal.owner.action.update({ where: { id }, data: { title: "Other", dueOn: null } });
    await at.portal.owner.actionAssignment.deleteMany({ where: { actionId: id } });
    await at.asOwner(setActionStatus, { actionId: id, version, status: "complete" });
    const minutes = await at.asSupport(viewSignedMinutes, { meetingId });
    expect(minutes.items[0]?.signed?.actions).toMatchObject([{ title: "Order racks", dueOn: "2031-05-04" }]);
    expect(minutes.items[0]?.signed?.actions?.[0]?.assignees).toHaveLength(1);
    expect(faultsOf(minutes)).toEqual([]);
    const changed = structuredClone(minutes);
    const [agreed] = changed.items[0]?.signed?.actions ?? [];
    if (agreed) agreed.dueOn = "2032-01-01";
    expect(faultsOf(changed)).toHaveLength(1);
  });

  it("get no further action, by the portal or by SQL", async () => {
    const { meetingId, itemId } = await chaired();
    await at.asBilling(signMinutes, { meetingId });
    expect(await codeOf(agree(meetingId, itemId, "Late"))).toBe("conflict");
    const app = new Client({ connectionString: at.portal.url });
    await app.connect();
    try {
      await app.query("begin");
      await app.query("select set_config('portcullis.account', $1, true)", [at.account]);
      await app.query("set local role portcullis_app");
      const insert = `insert into "Action" ("id", "accountId", "number", "title", "createdByName", "meetingId", "itemId")
        values (gen_random_uuid(), $1, 90001, 'Late', 'Eve', $2, $3)`;
      await expect(app.query(insert, [at.account, meetingId, itemId])).rejects.toMatchObject({ code: "23514" });
    } finally {
      await app.end();
    }
  });

  it("name every action that was added while fifty were added at once and somebody signed", async () => {
    const { meetingId, itemIds } = await chaired({
      items: Array.from({ length: AT_ONCE }, (_, n) => ({ title: `Item ${n}` })),
    });
    const [signed, ...added] = await Promise.allSettled([
      at.asBilling(signMinutes, { meetingId }),
      ...itemIds.map((itemId, n) => agree(meetingId, itemId, `Action ${n}`, [], at.asOwner)),
    ]);
    expect(signed?.status).toBe("fulfilled");
    for (const one of added) if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "conflict" });
    const stored = await at.portal.owner.action.findMany({ where: { meetingId }, select: { number: true } });
    const { items } = await at.asOwner(viewSignedMinutes, { meetingId });
    const named = items.flatMap(({ signed: item }) => item?.actions ?? []).map(({ number }) => number);
    expect(named.toSorted((a, b) => a - b)).toEqual(stored.map(({ number }) => number).toSorted((a, b) => a - b));
    expect(added.filter(({ status }) => status === "fulfilled")).toHaveLength(stored.length);
  });
});

describe("the tracker of the next meeting", () => {
  it("has the open actions of earlier meetings of its type, and of each what its viewer may see", async () => {
    const type = await at.portal.owner.meetingType.create({ data: { accountId: at.account, name: "Tracked" } });
    const day = 86_400_000;
    const meetingAt = async (days: number) => {
      const made = await chaired({ startsAt: new Date(Date.now() + days * day) });
      await at.portal.owner.meeting.update({ where: { id: made.meetingId }, data: { typeId: type.id } });
      return made;
    };
    const [past, next, later] = [await meetingAt(-9), await meetingAt(1), await meetingAt(9)];
    const elsewhere = await chaired();
    const mine = await agree(past.meetingId, past.itemId, "Of billing", [at.contacts.billing]);
    const others = await agree(past.meetingId, past.itemId, "Of support", [at.contacts.support]);
    const done = await agree(past.meetingId, past.itemId, "Done", [at.contacts.billing]);
    await at.asOwner(setActionStatus, { actionId: done.id, version: done.version, status: "complete" });
    await agree(later.meetingId, later.itemId, "Later", [at.contacts.billing]);
    await agree(elsewhere.meetingId, elsewhere.itemId, "Of another type", [at.contacts.billing]);
    const asked = { meetingId: next.meetingId, which: "earlier" } as const;
    const idsFor = async (as: MeetingsPortal["asBilling"]) =>
      (await as(listOfMeeting, asked)).items.map(({ id }) => id).toSorted();
    expect(await idsFor(at.asOwner)).toEqual([mine.id, others.id].toSorted());
    expect(await idsFor(at.asBilling)).toEqual([mine.id]);
    expect(await idsFor(at.asSupport)).toEqual([others.id]);
    const [row] = (await at.asBilling(listOfMeeting, asked)).items;
    expect(row).toMatchObject({ updatable: true, meeting: { id: past.meetingId } });
    await at.asBilling(setActionStatus, { actionId: mine.id, version: row?.version ?? 0, status: "closed" });
    expect(await idsFor(at.asBilling)).toEqual([]);
    // The list is the check, whoever asks.
    for (const as of [at.run(OWNER), at.asBilling, at.asSupport])
      for (const actionId of [mine.id, others.id]) {
        const opens = await as(viewAction, { actionId }).then(
          () => true,
          () => false,
        );
        const { items } = await as(listOfMeeting, { meetingId: past.meetingId, which: "agreed" });
        expect(items.some(({ id }) => id === actionId)).toBe(opens);
      }
    await at.portal.owner.meetingInvitation.deleteMany({
      where: { meetingId: next.meetingId, contactId: at.contacts.support },
    });
    expect(await codeOf(at.asSupport(listOfMeeting, asked))).toBe("not-found");
  });
});
