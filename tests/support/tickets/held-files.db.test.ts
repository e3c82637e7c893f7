import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { forgetEnvironment } from "@/lib/platform/config/env";
import { sweepFiles } from "@/lib/platform/files/sweep-files";
import { addDays } from "@/lib/platform/kernel/dates";
import { execute } from "@/lib/platform/operations/execute";
import { listUploads } from "@/lib/support/attachments/list-uploads";
import { removeUpload } from "@/lib/support/attachments/remove-upload";
import { closeTicket } from "@/lib/support/tickets/close-ticket";
import { holdReply } from "@/lib/support/tickets/hold-reply";
import { noteOnTicket } from "@/lib/support/tickets/note-on-ticket";
import { openTicket } from "@/lib/support/tickets/open-ticket";
import { replyToTicket } from "@/lib/support/tickets/reply-to-ticket";
import { sendDueReplies } from "@/lib/support/tickets/send-due-replies";
import { sendReply } from "@/lib/support/tickets/send-reply";
import { undoReply } from "@/lib/support/tickets/undo-reply";
import { viewTicket } from "@/lib/support/tickets/view-ticket";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { type Sender, uploaded } from "@/tests/fixtures/uploads";

const CUSTOMER = "support@northwind.example";
const COLLEAGUE = "administrator@northwind.example";
const AGENT = "staff-support@portcullis.example";
const message = "See the file.";

let portal: TestPortal;
let folder: string;
let account: string;

beforeAll(async () => {
  portal = await testPortal();
  folder = await mkdtemp(path.join(tmpdir(), "portcullis-held-"));
  process.env.FILES_DIR = folder;
  forgetEnvironment();
  account = portal.demo.northwind.id;
});
// On a slow machine a reply of one test would be due in the next.
afterEach(() => portal.owner.ticketDraft.deleteMany());
afterAll(async () => {
  await portal.close();
  await rm(folder, { recursive: true });
});

const senderOf = async (email: string): Promise<Sender> => ({ cookie: await portal.cookie(email), accountId: account });
const open = async () =>
  (await execute(await portal.as(CUSTOMER), account, openTicket, { subject: "Held files", message: "First." })).id;
const upload = async (name: string, draft: Record<string, string>, email = CUSTOMER) =>
  uploaded(await senderOf(email), name, name, draft);
const hold = async (ticketId: string, attachmentIds: string[], email = CUSTOMER) =>
  (await execute(await portal.as(email), account, holdReply, { ticketId, message, attachmentIds })).id;
const view = async (ticketId: string, email = CUSTOMER) =>
  execute(await portal.as(email), account, viewTicket, { ticketId });
const undo = async (ticketId: string, draftId: string) =>
  execute(await portal.as(CUSTOMER), account, undoReply, { ticketId, draftId });
const waitingFor = async (ticketId: string, email = CUSTOMER) =>
  (await execute(await portal.as(email), account, listUploads, { ticketId })).uploads.map(({ name }) => name);
const lastFiles = async (ticketId: string, email = CUSTOMER) =>
  (await view(ticketId, email)).messages.items.at(-1)?.attachments.map(({ name }) => name);
const makeDue = (draftId: string) =>
  portal.owner.$executeRaw`update "TicketDraft" set "sendAt" = clock_timestamp() where "id" = ${draftId}::uuid`;

/** A held reply with one file. */
async function heldWith(name: string) {
  const ticketId = await open();
  const fileId = await upload(name, { ticketId });
  return { ticketId, fileId, draftId: await hold(ticketId, [fileId]) };
}

describe("the files of a held reply", () => {
  it("are named to its author alone while it waits, and travel with it once it is due", async () => {
    const ticketId = await open();
    const ids = [await upload("one.txt", { ticketId }), await upload("two.txt", { ticketId })];
    const draftId = await hold(ticketId, ids);
    expect((await view(ticketId)).waiting).toMatchObject([{ files: ["one.txt", "two.txt"] }]);
    for (const other of [COLLEAGUE, AGENT]) {
      expect(JSON.stringify(await view(ticketId, other))).not.toContain("one.txt");
      expect(await waitingFor(ticketId, other)).toEqual([]);
    }
    await makeDue(draftId);
    expect((await sendDueReplies()).sent).toBe(1);
    expect(await lastFiles(ticketId, AGENT)).toEqual(["one.txt", "two.txt"]);
    expect(await portal.owner.storedFile.count({ where: { id: { in: ids }, state: "attached" } })).toBe(2);
  });

  it("come back to the form when it is undone, and can be sent with the next reply", async () => {
    const { ticketId, fileId, draftId } = await heldWith("back.txt");
    expect(await waitingFor(ticketId)).toEqual([]);
    await undo(ticketId, draftId);
    expect(await waitingFor(ticketId)).toEqual(["back.txt"]);
    await execute(await portal.as(CUSTOMER), account, replyToTicket, { ticketId, message, attachmentIds: [fileId] });
    expect(await lastFiles(ticketId)).toEqual(["back.txt"]);
  });

  it("can't be taken by another message, of whatever kind", async () => {
    const { ticketId, fileId, draftId } = await heldWith("taken.txt");
    const caller = await portal.as(CUSTOMER);
    const asked = { message, attachmentIds: [fileId] };
    const takers = [
      () => execute(caller, account, replyToTicket, { ticketId, ...asked }),
      () => execute(caller, account, holdReply, { ticketId, ...asked }),
      () => execute(caller, account, openTicket, { subject: "Another", ...asked }),
      async () => execute(await portal.as(AGENT), account, noteOnTicket, { ticketId, ...asked }),
      async () => execute(await portal.as(AGENT), account, replyToTicket, { ticketId, ...asked }),
    ];
    for (const take of takers) expect((await problemOf(take())).code).toBe("invalid");
    await execute(caller, account, sendReply, { ticketId, draftId });
    expect(await lastFiles(ticketId)).toEqual(["taken.txt"]);
  });

  it("are only those that its author uploaded for a reply to this ticket", async () => {
    const [ticketId, other] = [await open(), await open()];
    const files = [
      await upload("other.txt", { ticketId: other }),
      await upload("new.txt", {}),
      await upload("theirs.txt", { ticketId }, COLLEAGUE),
      await upload("note.txt", { ticketId, note: "true" }, AGENT),
    ];
    for (const file of files) expect((await problemOf(hold(ticketId, [file]))).code).toBe("invalid");
    expect((await problemOf(hold(ticketId, [files[3] ?? ""], AGENT))).code).toBe("invalid");
    expect(await portal.owner.ticketDraft.count({ where: { ticketId } })).toBe(0);
  });

  it("go to one of fifty replies that want the same file", async () => {
    const ticketId = await open();
    const file = await upload("wanted.txt", { ticketId });
    const held = await Promise.allSettled(Array.from({ length: 50 }, () => hold(ticketId, [file])));
    expect(held.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await view(ticketId)).waiting).toMatchObject([{ files: ["wanted.txt"] }]);
  });

  it("are sent before its author closes the ticket", async () => {
    const { ticketId } = await heldWith("closing.txt");
    await execute(await portal.as(CUSTOMER), account, closeTicket, { ticketId });
    expect((await view(ticketId)).status).toBe("closed");
    expect(await lastFiles(ticketId, AGENT)).toEqual(["closing.txt"]);
  });

  it("end with the message or with the form, whoever of fifty is first to send or undo", async () => {
    const { ticketId, draftId } = await heldWith("race.txt");
    const caller = await portal.as(CUSTOMER);
    await Promise.allSettled(
      Array.from({ length: 50 }, (_, index) =>
        index % 2 === 0 ? undo(ticketId, draftId) : execute(caller, account, sendReply, { ticketId, draftId }),
      ),
    );
    const sent = (await view(ticketId)).messages.total === 2;
    expect([await waitingFor(ticketId), await lastFiles(ticketId)]).toEqual(
      sent ? [[], ["race.txt"]] : [["race.txt"], []],
    );
  });

  it("can be removed by nobody but its author", async () => {
    const { fileId } = await heldWith("removed.txt");
    for (const other of [COLLEAGUE, AGENT]) {
      const removal = execute(await portal.as(other), account, removeUpload, { uploadId: fileId });
      expect((await problemOf(removal)).code).toBe("not-found");
    }
  });

  it("stay for as long as the reply waits, however long the worker was off or it was held back", async () => {
    const { ticketId, draftId } = await heldWith("late.txt");
    await sweepFiles(addDays(new Date(), 3));
    await makeDue(draftId);
    expect((await sendDueReplies()).sent).toBe(1);
    expect(await lastFiles(ticketId)).toEqual(["late.txt"]);
  });

  it("go once the draft of a reply that was never sent is deleted for its age", async () => {
    const { fileId } = await heldWith("forgotten.txt");
    await sweepFiles(addDays(new Date(), 90));
    expect(await portal.owner.storedFile.count({ where: { id: fileId } })).toBe(1);
    await sweepFiles(addDays(new Date(), 92));
    expect(await portal.owner.storedFile.count({ where: { id: fileId } })).toBe(0);
  });
});
