import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { execute } from "@/lib/platform/operations/execute";
import { commentOnAction } from "@/lib/workspace/actions/comment-on-action";
import { createAction } from "@/lib/workspace/actions/create-action";
import { editAction } from "@/lib/workspace/actions/edit-action";
import { listActions } from "@/lib/workspace/actions/list-actions";
import { reportProgress } from "@/lib/workspace/actions/report-progress";
import { resendActionNotice } from "@/lib/workspace/actions/resend-notice";
import { setActionStatus } from "@/lib/workspace/actions/set-status";
import { viewAction } from "@/lib/workspace/actions/view-action";
import { actionChoices } from "@/lib/workspace/actions/view-choices";
import { buildActions } from "@/prisma/seed/builders/action";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

const OWNER = "owner@northwind.example";
const ADMINISTRATOR = "administrator@northwind.example";
const BILLING = "billing@northwind.example";
/** Support takes part in the workspace as billing does. */
const asBilling = [BILLING, "support@northwind.example"] as const;

let portal: TestPortal;
let account: string;
let owner: { contactId: string; name: string };
beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
  owner = { contactId: portal.demo.northwind.contacts.owner, name: "Ingrid Solheim" };
});
afterAll(() => portal.close());

const contactOf = async (email: string) => {
  const found = await portal.owner.contact.findFirstOrThrow({ where: { accountId: account, email } });
  return { contactId: found.id, name: found.name };
};
const build = async (assignees: { contactId: string; name: string }[], accountId = account, createdBy = owner) => {
  const [id = ""] = await buildActions(portal.owner, accountId, [
    { title: "Check the cell", createdBy, createdAt: new Date(), assignees },
  ]);
  return id;
};
const listed = async (email: string, actionId: string) => {
  const { number } = await portal.owner.action.findUniqueOrThrow({ where: { id: actionId } });
  const { items } = await execute(await portal.as(email), account, listActions, { q: `#${number}` });
  return items.some(({ id }) => id === actionId);
};
const codeOf = async (work: Promise<unknown>) => (await problemOf(work)).code;
const unassign = async (actionId: string) =>
  execute(await portal.as(OWNER), account, editAction, {
    actionId,
    version: (await portal.owner.action.findUniqueOrThrow({ where: { id: actionId } })).version,
    title: "Check the cell",
  });
/** An action of another account whose assignee has the same role there. */
const foreign = async () => {
  const { id: accountId, ownerContactId: contactId } = portal.demo.globex;
  const other = { contactId, name: "Other" };
  return build([other], accountId, other);
};

describe.each(asBilling)("for %s", (email) => {
  let assigned: string;
  let unassigned: string;
  beforeEach(async () => {
    assigned = await build([await contactOf(email)]);
    unassigned = await build([await contactOf(ADMINISTRATOR)]);
  });

  it("Actions, View Actions: Assigned actions only", async () => {
    const caller = await portal.as(email);
    const view = (actionId: string) => execute(caller, account, viewAction, { actionId });
    expect((await view(assigned)).assignedToMe).toBe(true);
    expect(await listed(email, assigned)).toBe(true);
    expect(await codeOf(view(unassigned))).toBe("not-found");
    expect(await listed(email, unassigned)).toBe(false);
    expect(await codeOf(view(await foreign()))).toBe("not-found");
    await unassign(assigned);
    expect(await codeOf(view(assigned))).toBe("not-found");
    expect(await listed(email, assigned)).toBe(false);
  });

  it("Actions, Update Actions: Assigned actions only", async () => {
    const caller = await portal.as(email);
    const all = (actionId: string, version: number) => [
      () => execute(caller, account, setActionStatus, { actionId, version, status: "inProgress" }),
      () => execute(caller, account, reportProgress, { actionId, status: "complete", note: "Done" }),
      () => execute(caller, account, commentOnAction, { actionId, comment: "A word" }),
    ];
    for (const update of all(assigned, 1)) await update();
    expect((await portal.owner.action.findUniqueOrThrow({ where: { id: assigned } })).status).toBe("complete");
    await unassign(assigned);
    for (const other of [unassigned, await foreign(), assigned]) {
      const before = await portal.owner.action.findUniqueOrThrow({ where: { id: other } });
      for (const update of all(other, before.version)) expect(await codeOf(update())).toBe("not-found");
      expect(await portal.owner.action.findUniqueOrThrow({ where: { id: other } })).toEqual(before);
    }
  });

  it("Actions, Assign Actions: No Access", async () => {
    const caller = await portal.as(email);
    const count = await portal.owner.action.count();
    const edit = { actionId: assigned, version: 1, title: "Mine", assigneeIds: [] };
    for (const attempt of [
      () => execute(caller, account, createAction, { title: "New" }),
      () => execute(caller, account, editAction, edit),
      () => execute(caller, account, actionChoices, {}),
    ]) {
      expect(await problemOf(attempt())).toMatchObject({ code: "refused", extra: { permission: "actions.assign" } });
    }
    expect(await portal.owner.action.count()).toBe(count);
    expect((await execute(caller, account, viewAction, { actionId: assigned })).allowed.assign).toBe(false);
  });

  it("Actions, Resend Action Notifications: No Access", async () => {
    const caller = await portal.as(email);
    const mails = await portal.owner.outboxMail.count();
    const refused = execute(caller, account, resendActionNotice, { actionId: assigned });
    expect(await problemOf(refused)).toMatchObject({ code: "refused", extra: { permission: "actions.resend" } });
    expect(await portal.owner.outboxMail.count()).toBe(mails);
  });
});

describe.each([OWNER, ADMINISTRATOR])("%s has every permission of actions without a condition", (email) => {
  it("sees and updates what is assigned to others, assigns and reminds", async () => {
    const caller = await portal.as(email);
    const billing = await contactOf(BILLING);
    const { id: actionId } = await execute(caller, account, createAction, {
      title: "Renew the fire insurance",
      dueOn: "2031-05-04",
      assigneeIds: [billing.contactId],
    });
    expect(await listed(email, actionId)).toBe(true);
    const { allowed, assignees } = await execute(caller, account, viewAction, { actionId });
    expect(allowed).toEqual({ update: true, assign: true, resend: true });
    expect(assignees).toMatchObject([{ name: billing.name, status: "notStarted", mine: false }]);
    const { reminded } = await execute(caller, account, resendActionNotice, { actionId });
    expect(reminded).toEqual([billing.name]);
    expect(await codeOf(execute(caller, account, resendActionNotice, { actionId }))).toBe("conflict");
    const update = { actionId, version: 1, status: "closed" } as const;
    expect((await execute(caller, account, setActionStatus, update)).status).toBe("closed");
  });

  it("does not know of an action of another account", async () => {
    const actionId = await foreign();
    expect(await codeOf(execute(await portal.as(email), account, viewAction, { actionId }))).toBe("not-found");
    const edit = { actionId, version: 1, title: "Other" };
    expect(await codeOf(execute(await portal.as(email), account, editAction, edit))).toBe("not-found");
    expect(await codeOf(execute(await portal.as(email), account, resendActionNotice, { actionId }))).toBe("not-found");
  });
});

describe("the actions area is switched off", () => {
  it("and nobody has it, whatever their role", async () => {
    const actionId = await build([await contactOf(BILLING)]);
    await portal.owner.account.update({ where: { id: account }, data: { areasOff: ["actions"] } });
    try {
      for (const email of [OWNER, ADMINISTRATOR, BILLING]) {
        expect(await codeOf(execute(await portal.as(email), account, viewAction, { actionId }))).toBe("refused");
        expect(await codeOf(execute(await portal.as(email), account, listActions, {}))).toBe("refused");
      }
    } finally {
      await portal.owner.account.update({ where: { id: account }, data: { areasOff: [] } });
    }
  });
});
