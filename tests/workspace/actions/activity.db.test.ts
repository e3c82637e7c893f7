import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportActivity } from "@/lib/accounts/activity/export-activity";
import { listActivity } from "@/lib/accounts/activity/list-activity";
import { execute } from "@/lib/platform/operations/execute";
import { createAction } from "@/lib/workspace/actions/create-action";
import { editAction } from "@/lib/workspace/actions/edit-action";
import { setActionStatus } from "@/lib/workspace/actions/set-status";
import { viewAction } from "@/lib/workspace/actions/view-action";
import { fileText } from "@/tests/fixtures/file-text";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

const OWNER = "owner@northwind.example";
const MANAGER = "staff-manager@portcullis.example";

let portal: TestPortal;
let account: string;
let actionId: string;
beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
  const caller = await portal.as(OWNER);
  const { billing } = portal.demo.northwind.contacts;
  actionId = (await execute(caller, account, createAction, { title: "Secret title", dueOn: "2031-03-30" })).id;
  await execute(caller, account, setActionStatus, { actionId, version: 1, status: "onHold" });
  const edit = { actionId, version: 2, title: "Secret title", dueOn: "2031-04-01", assigneeIds: [billing] };
  await execute(caller, account, editAction, edit);
});
afterAll(() => portal.close());

const events = async (email: string, filter = {}) =>
  (await execute(await portal.as(email), account, listActivity, filter)).items;

describe("actions in the activity log", () => {
  it("are told with what was before and after, without their titles", async () => {
    const [edited, status, created] = await events(OWNER, { area: "actions", operation: "actions." });
    expect(created?.summary).toMatch(/^Created action #\d+$/);
    expect(status?.changes).toEqual([{ what: "Status", before: "Not yet started", after: "On hold" }]);
    expect(edited?.changes).toEqual([
      { what: "Due date", before: "30 March 2031", after: "1 April 2031" },
      { what: "Assignee", before: null, after: "Priya Raman" },
    ]);
    expect(JSON.stringify([edited, status, created])).not.toContain("Secret");
    const csv = await fileText(await execute(await portal.as(OWNER), account, exportActivity, { area: "actions" }));
    expect(csv).toContain("Status: Not yet started → On hold");
    expect(csv).not.toContain("Secret");
  });

  it("are shown in the language of the reader", async () => {
    await portal.owner.person.update({ where: { email: OWNER }, data: { locale: "de-DE" } });
    const { withLanguage } = await import("@/lib/platform/language/with-language");
    const [, status] = await withLanguage("de-DE", () => events(OWNER, { area: "actions", operation: "actions." }));
    expect(status?.changes).toEqual([{ what: "Status", before: "Noch nicht begonnen", after: "Zurückgestellt" }]);
    await portal.owner.person.update({ where: { email: OWNER }, data: { locale: "en-GB" } });
  });

  it("are never shown to staff, not even what was denied", async () => {
    const billing = await portal.as("billing@northwind.example");
    const edit = { actionId, version: 3, title: "Other" };
    expect((await problemOf(execute(billing, account, editAction, edit))).code).toBe("refused");
    expect((await events(OWNER, { area: "actions", outcome: "denied" })).length).toBeGreaterThan(0);
    expect(await events(MANAGER, { area: "actions" })).toEqual([]);
    expect((await events(MANAGER)).some(({ operation }) => operation.startsWith("actions."))).toBe(false);
    expect((await events(MANAGER)).length).toBeGreaterThan(0);
    expect((await problemOf(execute(await portal.as(MANAGER), account, viewAction, { actionId }))).code).toBe(
      "refused",
    );
  });
});
