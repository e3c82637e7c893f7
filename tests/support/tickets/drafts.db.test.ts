import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clearUp } from "@/lib/jobs/clear-up";
import { Grant } from "@/lib/platform/db/grant";
import { withTransaction } from "@/lib/platform/db/transaction";
import { addDays } from "@/lib/platform/kernel/dates";
import { execute } from "@/lib/platform/operations/execute";
import { holdReply } from "@/lib/support/tickets/hold-reply";
import { openTicket } from "@/lib/support/tickets/open-ticket";
import { saveDraft } from "@/lib/support/tickets/save-draft";
import { saveNewDraft } from "@/lib/support/tickets/save-new-draft";
import { ticketChoices } from "@/lib/support/tickets/ticket-choices";
import { viewTicket } from "@/lib/support/tickets/view-ticket";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

const CUSTOMER = "support@northwind.example";
const COLLEAGUE = "owner@northwind.example";

let portal: TestPortal;
let account: string;
let ticketId: string;
beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
  const opened = { subject: "Drafts", message: "First." };
  ticketId = (await execute(await portal.as(CUSTOMER), account, openTicket, opened)).id;
});
afterAll(() => portal.close());

const save = async (message: string, version: number, email = CUSTOMER) =>
  (await execute(await portal.as(email), account, saveDraft, { ticketId, message, version })).version;
const draft = async (email = CUSTOMER) =>
  (await execute(await portal.as(email), account, viewTicket, { ticketId })).draft;

describe("the draft of a reply", () => {
  it("is kept as typed, for its author alone, and leaves no trace in the activity log", async () => {
    const logged = await portal.owner.auditEvent.count();
    const first = await save("Half a sent", 0);
    const second = await save("Half a sentence ", first);
    expect(await draft()).toMatchObject({ message: "Half a sentence ", version: second });
    expect(await draft(COLLEAGUE)).toBeNull();
    expect(await save("Of the owner", 0, COLLEAGUE)).toBe(1);
    expect(await draft()).toMatchObject({ message: "Half a sentence " });
    expect(await portal.owner.auditEvent.count()).toBe(logged);
    await save("", second);
    expect(await draft()).toBeNull();
  });

  it("typed on two devices at once isn't overwritten by the slower one", async () => {
    const caller = await portal.as(CUSTOMER);
    const typed = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) =>
        execute(caller, account, saveDraft, { ticketId, message: `Device ${index}`, version: 0 }),
      ),
    );
    expect(typed.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const problem = await problemOf(save("Older", 0));
    expect(problem.code).toBe("conflict");
    expect(problem.detail).toContain("Reload the page");
  });

  it("is gone once it is sent", async () => {
    await portal.owner.ticketDraft.deleteMany({ where: { ticketId } });
    await save("Sent now", 0);
    await execute(await portal.as(CUSTOMER), account, holdReply, { ticketId, message: "Sent now" });
    expect(await draft()).toBeNull();
    expect((await problemOf(save("Late", 1))).code).toBe("conflict");
  });

  it("is hidden from everybody else by the database too", async () => {
    await save("Secret of the author", 0);
    const { credential } = await portal.as(COLLEAGUE);
    if (credential === null) throw new Error("no credential");
    const seen = await withTransaction({ credential, accountId: account, now: new Date() }, async (scope) => {
      const grant = scope && Grant.of(scope.viewer, "account.view", "account");
      if (!scope || !grant) throw new Error("no grant");
      return scope.open(grant).ticketDraft.findMany({ where: { ticketId, body: { contains: "Secret" } } });
    });
    expect(seen).toEqual([]);
  });

  it("holds no more than a message can", async () => {
    expect((await problemOf(save("x".repeat(20_001), 0))).code).toBe("invalid");
  });

  it("is deleted after ninety days without a change", async () => {
    const { count } = await portal.owner.ticketDraft.updateMany({ data: { updatedAt: addDays(new Date(), -91) } });
    expect(count).toBeGreaterThan(0);
    await clearUp(new Date());
    expect(await portal.owner.ticketDraft.count()).toBe(0);
  });
});

describe("the draft of a new ticket", () => {
  const choices = async () => (await execute(await portal.as(CUSTOMER), account, ticketChoices, {})).draft;

  it("has a subject too, and is gone once the ticket is opened from it", async () => {
    const caller = await portal.as(CUSTOMER);
    const typed = { subject: "web-0", message: "It", version: 0 };
    const { version } = await execute(caller, account, saveNewDraft, typed);
    expect(await choices()).toEqual({ subject: "web-0", message: "It", version });
    await execute(caller, account, openTicket, { subject: "By a program", message: "Another." });
    expect(await choices()).not.toBeNull();
    await execute(caller, account, openTicket, { subject: "web-02", message: "It is down.", discardDraft: true });
    expect(await choices()).toBeNull();
  });
});
