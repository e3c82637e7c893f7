import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { execute } from "@/lib/platform/operations/execute";
import { holdReply } from "@/lib/support/tickets/hold-reply";
import { openTicket } from "@/lib/support/tickets/open-ticket";
import { saveDraft } from "@/lib/support/tickets/save-draft";
import { undoReply } from "@/lib/support/tickets/undo-reply";
import { viewTicket } from "@/lib/support/tickets/view-ticket";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";

const CUSTOMER = "support@northwind.example";

let portal: TestPortal;
let account: string;
beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
});
afterEach(() => portal.owner.ticketDraft.deleteMany());
afterAll(() => portal.close());

const caller = () => portal.as(CUSTOMER);
const open = async () =>
  (await execute(await caller(), account, openTicket, { subject: "Races", message: "First." })).id;
const hold = async (ticketId: string, message: string) =>
  (await execute(await caller(), account, holdReply, { ticketId, message })).id;
const undo = async (ticketId: string, draftId: string) =>
  execute(await caller(), account, undoReply, { ticketId, draftId });
const save = async (ticketId: string, message: string) =>
  execute(await caller(), account, saveDraft, { ticketId, message, version: 0 });
const view = async (ticketId: string) => execute(await caller(), account, viewTicket, { ticketId });

describe("one text per person and ticket", () => {
  it("is kept when several held replies are undone at the same time, and none of them is lost", async () => {
    const ticketId = await open();
    const texts = ["One.", "Two.", "Three.", "Four.", "Five."];
    const held: string[] = [];
    for (const text of texts) held.push(await hold(ticketId, text));
    await Promise.all(held.map((draftId) => undo(ticketId, draftId)));
    const { draft, waiting } = await view(ticketId);
    expect(draft?.message.split("\n\n").sort()).toEqual(texts.toSorted());
    expect(waiting).toEqual([]);
  });

  it("is kept when a reply is undone while a page saves what is typed", async () => {
    for (let round = 0; round < 5; round++) {
      const ticketId = await open();
      const draftId = await hold(ticketId, "Held.");
      const both = await Promise.allSettled([undo(ticketId, draftId), save(ticketId, "Typed.")]);
      expect(both[0].status).toBe("fulfilled");
      // Whoever typed on no draft is told that there is one now.
      if (both[1].status === "rejected") expect(both[1].reason).toMatchObject({ code: "conflict" });
      const typed = both[1].status === "fulfilled" ? "Held.\n\nTyped." : "Held.";
      expect((await view(ticketId)).draft?.message).toBe(typed);
    }
  });

  it("is five held replies at most, however many are sent at the same time", async () => {
    const ticketId = await open();
    await Promise.allSettled(Array.from({ length: 30 }, (_, index) => hold(ticketId, `Reply ${index}.`)));
    expect((await view(ticketId)).waiting).toHaveLength(5);
  });
});
