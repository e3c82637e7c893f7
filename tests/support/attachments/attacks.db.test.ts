import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { forgetEnvironment } from "@/lib/platform/config/env";
import { execute } from "@/lib/platform/operations/execute";
import { downloadAttachment } from "@/lib/support/attachments/download-attachment";
import { startUpload } from "@/lib/support/attachments/start-upload";
import { mergeTicket } from "@/lib/support/merging/merge-ticket";
import { splitTicket } from "@/lib/support/merging/split-ticket";
import { noteOnTicket } from "@/lib/support/tickets/note-on-ticket";
import { openTicket } from "@/lib/support/tickets/open-ticket";
import { replyToTicket } from "@/lib/support/tickets/reply-to-ticket";
import { viewTicket } from "@/lib/support/tickets/view-ticket";
import { buildContact } from "@/prisma/seed/builders/contact";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { restCall } from "@/tests/fixtures/rest-call";
import { ask, begin, type Sender, send, uploaded } from "@/tests/fixtures/uploads";

const CUSTOMER = "support@northwind.example";
const AGENT = "staff-support@portcullis.example";
const ACCOUNTING = "staff-accounting@portcullis.example";
const BILLING_ONLY = "no-support@northwind.example";
const message = "See the file.";

let portal: TestPortal;
let folder: string;
let account: string;
beforeAll(async () => {
  portal = await testPortal();
  folder = await mkdtemp(path.join(tmpdir(), "portcullis-attacks-"));
  process.env.FILES_DIR = folder;
  forgetEnvironment();
  account = portal.demo.northwind.id;
  const contact = { email: BILLING_ONLY, name: "No Support", roles: ["support" as const] };
  await buildContact(portal.owner, account, contact);
  await portal.owner.contact.updateMany({
    where: { email: BILLING_ONLY },
    data: { departmentsOff: ["support", "sales"] },
  });
});
afterAll(async () => {
  await portal.close();
  await rm(folder, { recursive: true });
});

const senderOf = async (email: string): Promise<Sender> => ({ cookie: await portal.cookie(email), accountId: account });
const open = async (department: "support" | "billing" = "support") =>
  execute(await portal.as(CUSTOMER), account, openTicket, { subject: "Files", message: "First.", department });
/** Attaches a file to a message or a note, and returns its attachment. */
async function attach(ticketId: string, name: string, email = CUSTOMER, note = false) {
  const file = await uploaded(await senderOf(email), name, name, { ticketId, ...(note && { note: "true" }) });
  const asked = { ticketId, message, attachmentIds: [file] };
  await execute(await portal.as(email), account, note ? noteOnTicket : replyToTicket, asked);
  return (await portal.owner.ticketAttachment.findFirstOrThrow({ where: { fileId: file } })).id;
}
const download = async (email: string, attachmentId: string) => {
  const cookie = await portal.cookie(email);
  return (await restCall({ operation: downloadAttachment, accountId: account, input: { attachmentId }, cookie }))
    .status;
};
const filesOf = async (ticketId: string, email: string) =>
  (await execute(await portal.as(email), account, viewTicket, { ticketId })).messages.items.flatMap(({ attachments }) =>
    attachments.map(({ name }) => name),
  );

describe("an upload for a note", () => {
  it("without a ticket is refused to everyone, staff included", async () => {
    for (const email of [CUSTOMER, AGENT]) {
      const asked = { name: "a.txt", size: 1, note: true };
      expect((await problemOf(execute(await portal.as(email), account, startUpload, asked))).code).toBe("invalid");
      expect((await begin(await senderOf(email), "a.txt", 1, { note: "true" })).status).toBe(400);
    }
  });
});

describe("the files of a merged ticket", () => {
  it("are read in the ticket that stays by those who see both tickets, and by nobody else", async () => {
    const [from, into] = [await open("support"), await open("billing")];
    const attachment = await attach(from.id, "merged.txt");
    expect(await download(BILLING_ONLY, attachment)).toBe(404);
    await execute(await portal.as(AGENT), account, mergeTicket, { ticketId: from.id, into: into.number });
    for (const email of [CUSTOMER, AGENT]) {
      expect(await filesOf(into.id, email)).toEqual(["merged.txt"]);
      expect(await download(email, attachment)).toBe(200);
    }
    for (const email of [BILLING_ONLY, ACCOUNTING]) {
      expect(await filesOf(into.id, email)).toEqual([]);
      expect(await download(email, attachment)).toBe(404);
    }
    expect(await download("billing@northwind.example", attachment)).toBe(403);
  });

  it("with a note stay with staff, in both", async () => {
    const [from, into] = [await open("support"), await open("billing")];
    const attachment = await attach(from.id, "secret-note.txt", AGENT, true);
    await execute(await portal.as(AGENT), account, mergeTicket, { ticketId: from.id, into: into.number });
    for (const email of [CUSTOMER, BILLING_ONLY]) {
      expect(await filesOf(into.id, email)).toEqual([]);
      expect(await download(email, attachment)).toBe(404);
    }
    expect(await download(AGENT, attachment)).toBe(200);
  });
});

describe("the files of a message that is split off", () => {
  it("go with it, and those of a note stay hidden", async () => {
    const ticket = await open();
    const [shown, hidden] = [await attach(ticket.id, "shown.txt"), await attach(ticket.id, "hidden.txt", AGENT, true)];
    const messages = await portal.owner.ticketAttachment.findMany({
      where: { id: { in: [shown, hidden] } },
      select: { messageId: true },
    });
    const { id } = await execute(await portal.as(AGENT), account, splitTicket, {
      ticketId: ticket.id,
      subject: "Split",
      messageIds: messages.map(({ messageId }) => messageId),
    });
    expect(await filesOf(id, CUSTOMER)).toEqual(["shown.txt"]);
    expect((await filesOf(id, AGENT)).sort()).toEqual(["hidden.txt", "shown.txt"]);
    expect([await download(CUSTOMER, shown), await download(CUSTOMER, hidden)]).toEqual([200, 404]);
  });
});

describe("a client that lies about an upload", () => {
  it("skips nothing, repeats nothing, and sends nothing to the upload of somebody else", async () => {
    const sender = await senderOf(CUSTOMER);
    const location = (await begin(sender, "lies.txt", 10)).headers.get("location") ?? "";
    for (const offset of [5, -1, 10, 11, 1e30])
      expect((await send(sender, location, offset, "12345")).status).toBeGreaterThanOrEqual(400);
    expect((await send(sender, location, 0, "12345")).status).toBe(204);
    expect((await send(sender, location, 0, "abcde")).status).toBe(409);
    expect((await send(await senderOf(AGENT), location, 5, "abcde")).status).toBe(404);
    const globex = { cookie: await portal.cookie("owner@globex.example"), accountId: portal.demo.globex.id };
    const elsewhere = location.replace(account, globex.accountId);
    for (const path of [location, elsewhere]) expect((await send(globex, path, 5, "abcde")).status).toBe(404);
    const headers = { "upload-length": "3", "upload-offset": "5" };
    expect((await ask(sender, "PATCH", location, { ...headers, "content-type": "text/plain" }, "abcde")).status).toBe(
      400,
    );
    expect((await send(sender, location, 5, "67890")).status).toBe(204);
    expect((await send(sender, location, 10, "more")).status).toBeGreaterThanOrEqual(400);
    expect(await portal.owner.storedFile.findFirst({ where: { name: "lies.txt" } })).toMatchObject({
      state: "stored",
      size: 10,
    });
  });
});
