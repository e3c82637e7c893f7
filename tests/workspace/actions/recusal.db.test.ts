import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { viewDashboard } from "@/lib/home/dashboard/view-dashboard";
import { listNotifications } from "@/lib/home/notifications/list-notifications";
import { viewReportParts } from "@/lib/home/reports/view-report-parts";
import { find } from "@/lib/home/search/find";
import { prepareExports } from "@/lib/jobs/prepare-exports";
import { runBatch } from "@/lib/platform/jobs/run-batch";
import { execute } from "@/lib/platform/operations/execute";
import { commentOnAction } from "@/lib/workspace/actions/comment-on-action";
import { createForItem } from "@/lib/workspace/actions/create-for-item";
import { downloadActionsCsv } from "@/lib/workspace/actions/download-csv";
import { editAction } from "@/lib/workspace/actions/edit-action";
import { listActions } from "@/lib/workspace/actions/list-actions";
import { listOfMeeting } from "@/lib/workspace/actions/list-of-meeting";
import { remindJob } from "@/lib/workspace/actions/remind-job";
import { reportProgress } from "@/lib/workspace/actions/report-progress";
import { viewAction } from "@/lib/workspace/actions/view-action";
import { viewDueDates } from "@/lib/workspace/actions/view-due-dates";
import { removeItem } from "@/lib/workspace/meetings/agenda/remove-item";
import { readCalendar } from "@/lib/workspace/meetings/calendar/read-calendar";
import { deleteMeeting } from "@/lib/workspace/meetings/delete-meeting";
import { liftItemRecusal } from "@/lib/workspace/meetings/recusals/lift-item-recusal";
import { recuseFromItem } from "@/lib/workspace/meetings/recusals/recuse-from-item";
import { fileText } from "@/tests/fixtures/file-text";
import { problemOf } from "@/tests/fixtures/problem-of";
import { GLOBEX, type MeetingsPortal, meetingsPortal, OWNER, pastMeeting } from "@/tests/workspace/meetings/arrange";

const ADMINISTRATOR = "administrator@northwind.example";
const SECRET = "Xanthippe";
const reason = "Their firm made an offer";
const dueOn = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);

let at: MeetingsPortal;
beforeAll(async () => {
  at = await meetingsPortal();
});
afterAll(() => at.portal.close());

const codeOf = async (failing: Promise<unknown>) => (await problemOf(failing)).code;

/** An action for the billing and the support contact, agreed under an item. */
async function agreed(title = `${SECRET} lease`) {
  const { billing, support } = at.contacts;
  const { meetingId, itemId } = await at.meeting({ ...pastMeeting, people: [billing, support] });
  const item = { meetingId, itemId };
  const assigneeIds = [billing, support];
  const { id: actionId } = await at.asOwner(createForItem, { ...item, title, details: SECRET, dueOn, assigneeIds });
  return { item, meetingId, actionId };
}

const recuse = (item: { meetingId: string; itemId: string }, contactId = at.contacts.billing) =>
  at.asOwner(recuseFromItem, { ...item, contactId, reason });

/** Everywhere an action is named. */
const everywhere = async (as: MeetingsPortal["asBilling"], meetingId: string): Promise<string> =>
  JSON.stringify([
    await as(listActions, {}),
    await as(listActions, { q: SECRET }),
    await as(listOfMeeting, { meetingId, which: "agreed" }),
    await as(viewDueDates, { month: dueOn.slice(0, 7) }),
    (await as(find, { q: SECRET })).results,
    await as(viewDashboard, {}),
    await as(listNotifications, {}),
    await as(readCalendar, {}),
    await fileText(await as(downloadActionsCsv, {})),
  ]);

describe("a recusal from an agenda item keeps its actions from somebody", () => {
  it("in lists, search, dashboard, bell, calendar, file and page, until it is lifted", async () => {
    const { item, meetingId, actionId } = await agreed();
    const asAdministrator = at.run(ADMINISTRATOR);
    for (const as of [at.asBilling, asAdministrator]) expect(await everywhere(as, meetingId)).toContain(SECRET);
    await recuse(item);
    await recuse(item, at.contacts.administrator);
    for (const as of [at.asBilling, asAdministrator]) {
      expect(await everywhere(as, meetingId)).not.toContain(SECRET);
      expect(await codeOf(as(viewAction, { actionId }))).toBe("not-found");
      expect(await codeOf(as(commentOnAction, { actionId, comment: "Mine" }))).toBe("not-found");
    }
    expect(await codeOf(at.asBilling(reportProgress, { actionId, status: "complete", note: "" }))).toBe("not-found");
    expect(await everywhere(at.asSupport, meetingId)).toContain(SECRET);
    await at.asOwner(liftItemRecusal, { ...item, contactId: at.contacts.billing });
    expect(await everywhere(at.asBilling, meetingId)).toContain(SECRET);
    expect(await everywhere(asAdministrator, meetingId)).not.toContain(SECRET);
    await at.portal.owner.action.delete({ where: { id: actionId } });
  });

  it("from the moment it is agreed, and nobody can give it to them", async () => {
    const { item, actionId } = await agreed("First");
    await recuse(item);
    const { version } = await at.asOwner(viewAction, { actionId });
    const wanted = { title: "Second", dueOn, assigneeIds: [at.contacts.billing] };
    expect((await problemOf(at.asOwner(createForItem, { ...item, ...wanted }))).extra.fields).toHaveProperty(
      "assigneeIds",
    );
    const { id } = await at.asOwner(createForItem, { ...item, ...wanted, assigneeIds: [at.contacts.support] });
    const given = { actionId: id, ...wanted, details: "", version: 1 };
    expect((await problemOf(at.asOwner(editAction, given))).extra.fields).toHaveProperty("assigneeIds");
    expect(await codeOf(at.asBilling(viewAction, { actionId: id }))).toBe("not-found");
    // Whoever had it before keeps their part of it, unseen.
    const kept = { actionId, title: "First, changed", details: "", dueOn, version };
    await at.asOwner(editAction, { ...kept, assigneeIds: [at.contacts.billing, at.contacts.support] });
    expect(await codeOf(at.asBilling(viewAction, { actionId }))).toBe("not-found");
  });

  it("in mails: neither reminders nor comments reach them", async () => {
    const { item, actionId } = await agreed(`${SECRET} mail`);
    await recuse(item);
    const mails = () =>
      at.portal.owner.outboxMail.count({
        where: { subject: { contains: `${SECRET} mail` }, toAddress: "billing@northwind.example" },
      });
    const before = await mails();
    await at.asOwner(commentOnAction, { actionId, comment: "Soon" });
    await at.portal.owner.action.update({ where: { id: actionId }, data: { remindAt: new Date(0) } });
    await runBatch(remindJob, new Date());
    expect(await mails()).toBe(before);
    const others = { subject: { contains: `${SECRET} mail` }, toAddress: "support@northwind.example" };
    expect(await at.portal.owner.outboxMail.count({ where: others })).toBeGreaterThan(1);
  });

  it("also when the item or the meeting is deleted, as the action stays", async () => {
    for (const remove of [
      (item: { meetingId: string; itemId: string }) => at.asOwner(removeItem, item),
      ({ meetingId }: { meetingId: string }) => at.asOwner(deleteMeeting, { meetingId }),
    ]) {
      const { item, actionId } = await agreed();
      await recuse(item);
      await remove(item);
      expect((await at.asSupport(viewAction, { actionId })).itemTitle).toBeNull();
      expect(await codeOf(at.asBilling(viewAction, { actionId }))).toBe("not-found");
    }
  });

  it("in a file that was prepared before, the owner's as well", async () => {
    const { item } = await agreed();
    const prepared = async (email: string) => {
      const { id: exportId } = await execute(await at.portal.as(email), at.account, downloadActionsCsv.prepare, {});
      await prepareExports();
      return async () => execute(await at.portal.as(email), at.account, downloadActionsCsv, { exportId });
    };
    const [owners, theirs] = [await prepared(OWNER), await prepared("billing@northwind.example")];
    for (const download of [owners, theirs]) await expect(download()).resolves.toBeTruthy();
    await recuse(item);
    await recuse(item, at.contacts.owner);
    for (const download of [owners, theirs]) expect(await codeOf(download())).toBe("conflict");
    const { parts } = await at.asOwner(viewReportParts, {});
    expect(parts.find(({ name }) => name === "actions")?.unseen).toContain("left out because you are recused");
  });

  it("of one's own account alone", async () => {
    const { itemId } = (await agreed()).item;
    const elsewhere = at.run(GLOBEX, at.portal.demo.globex.id);
    const { meetingId } = await at.meeting({ ...pastMeeting, people: [] }, at.portal.demo.globex.id);
    const contactId = at.contacts.billing;
    expect(await codeOf(elsewhere(recuseFromItem, { meetingId, itemId, contactId, reason }))).toBe("not-found");
    expect(await at.portal.owner.actionRecusal.count({ where: { itemId } })).toBe(0);
  });
});
