import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { forgetEnvironment } from "@/lib/platform/config/env";
import { execute } from "@/lib/platform/operations/execute";
import { listQueue } from "@/lib/support/queue/list-queue";
import { listTickets } from "@/lib/support/tickets/list-tickets";
import { noteOnTicket } from "@/lib/support/tickets/note-on-ticket";
import { replyToTicket } from "@/lib/support/tickets/reply-to-ticket";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { uploaded } from "@/tests/fixtures/uploads";

const OWNER = "owner@northwind.example";
const SUPPORT = "support@northwind.example";
const AGENT = "staff-support@portcullis.example";
const ACCOUNTING = "staff-accounting@portcullis.example";
const message = "See the file.";

let portal: TestPortal;
let folder: string;
let account: string;
let ticketId: string;

beforeAll(async () => {
  portal = await testPortal();
  folder = await mkdtemp(path.join(tmpdir(), "portcullis-names-"));
  process.env.FILES_DIR = folder;
  forgetEnvironment();
  account = portal.demo.northwind.id;
  const where = { accountId: account, status: "open", department: "support" } as const;
  ({ id: ticketId } = await portal.owner.ticket.findFirstOrThrow({ where }));
  await attach(SUPPORT, "Größenübersicht-Zephyr.csv");
  await attach(AGENT, "Quokka-only-for-us.txt", true);
});
afterAll(async () => {
  await portal.close();
  await rm(folder, { recursive: true, force: true });
});

async function attach(email: string, name: string, note = false): Promise<void> {
  const sender = { cookie: await portal.cookie(email), accountId: account };
  const fileId = await uploaded(sender, name, "contents", { ticketId, ...(note && { note: "true" }) });
  const caller = await portal.as(email);
  await execute(caller, account, note ? noteOnTicket : replyToTicket, { ticketId, message, attachmentIds: [fileId] });
}

const listed = async (email: string, q: string, accountId = account) =>
  (await execute(await portal.as(email), accountId, listTickets, { q })).items.map(({ id }) => id);
const queued = async (email: string, q: string) =>
  (await execute(await portal.as(email), null, listQueue, { q })).items.map(({ id }) => id);

describe("a search for the name of a file", () => {
  it.each(["zephyr", "GROSSENUBERSICHT", "zephyr.csv ubersicht", "zep"])("finds its ticket by %s", async (q) => {
    for (const email of [OWNER, SUPPORT, AGENT]) expect(await listed(email, q)).toContain(ticketId);
  });

  it("compares fewer than three letters with subjects and numbers alone", async () => {
    for (const email of [OWNER, SUPPORT, AGENT]) expect(await listed(email, "ze")).not.toContain(ticketId);
  });

  it("finds it in the queue of staff who see the ticket, and of no others", async () => {
    expect(await queued(AGENT, "zephyr")).toEqual([ticketId]);
    expect(await queued(ACCOUNTING, "zephyr")).toEqual([]);
  });

  it("finds it in no other account", async () => {
    expect(await listed("owner@globex.example", "zephyr", portal.demo.globex.id)).toEqual([]);
  });

  it("finds the file of a note for staff who read notes, and for no customer", async () => {
    expect(await listed(AGENT, "quokka")).toEqual([ticketId]);
    expect(await queued(AGENT, "quokka")).toEqual([ticketId]);
    for (const email of [OWNER, SUPPORT]) expect(await listed(email, "quokka")).toEqual([]);
  });

  it("finds it by a word of the file and others of the message, through an index", async () => {
    expect(await listed(SUPPORT, "zephyr see file")).toContain(ticketId);
    const { indexdef } = (
      await portal.owner.$queryRaw<{ indexdef: string }[]>`
        select indexdef from pg_indexes where indexname = 'TicketAttachment_nameSearch'`
    )[0] ?? { indexdef: "" };
    expect(indexdef).toMatch(/gin \("accountId", "nameSearch" gin_trgm_ops\)/);
  });

  it("no longer finds it for somebody who lost the ticket while signed in", async () => {
    const caller = await portal.as(SUPPORT);
    const found = async () => (await execute(caller, account, listTickets, { q: "zephyr" })).items.length;
    expect(await found()).toBe(1);
    await portal.owner.contact.updateMany({
      where: { accountId: account, email: SUPPORT },
      data: { departmentsOff: ["support"] },
    });
    expect(await found()).toBe(0);
    await portal.owner.contact.updateMany({
      where: { accountId: account, email: SUPPORT },
      data: { departmentsOff: [] },
    });
  });
});

describe("the mail about a message", () => {
  it("names the message's files, and that of a note names its files to nobody but staff", async () => {
    const mails = await portal.owner.outboxMail.findMany({
      where: { accountId: account, template: "ticket-message" },
      select: { toAddress: true, text: true, html: true },
    });
    const naming = (name: string) =>
      mails.filter(({ text, html }) => text.includes(name) && html.includes(name)).map(({ toAddress }) => toAddress);
    expect(naming("Größenübersicht-Zephyr.csv")).toContain(OWNER);
    expect(naming("Quokka-only-for-us.txt").filter((address) => !address.startsWith("staff-"))).toEqual([]);
  });
});
