import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { find } from "@/lib/home/search/find";
import { forgetEnvironment } from "@/lib/platform/config/env";
import { prepareThumbnails } from "@/lib/platform/files/prepare-thumbnails";
import { execute } from "@/lib/platform/operations/execute";
import { downloadAttachment } from "@/lib/support/attachments/download-attachment";
import { listUploads } from "@/lib/support/attachments/list-uploads";
import { viewThumbnail } from "@/lib/support/attachments/view-thumbnail";
import { noteOnTicket } from "@/lib/support/tickets/note-on-ticket";
import { replyToTicket } from "@/lib/support/tickets/reply-to-ticket";
import { viewTicket } from "@/lib/support/tickets/view-ticket";
import { hostileFiles } from "@/tests/fixtures/hostile-files";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { restCall } from "@/tests/fixtures/rest-call";
import { begin, type Sender, send, uploaded } from "@/tests/fixtures/uploads";

const SUPPORT = "support@northwind.example";
const AGENT = "staff-support@portcullis.example";
const message = "See the file.";

let portal: TestPortal;
let folder: string;
let account: string;
let ticketId: string;

beforeAll(async () => {
  portal = await testPortal();
  folder = await mkdtemp(path.join(tmpdir(), "portcullis-uploads-"));
  process.env.FILES_DIR = folder;
  forgetEnvironment();
  account = portal.demo.northwind.id;
  const where = { accountId: account, status: "open", department: "support" } as const;
  ({ id: ticketId } = await portal.owner.ticket.findFirstOrThrow({ where }));
});
afterAll(async () => {
  await portal.close();
  await rm(folder, { recursive: true, force: true });
});

const senderOf = async (email: string): Promise<Sender> => ({ cookie: await portal.cookie(email), accountId: account });

/** Attaches a file to a reply, or a note, and returns the attachment's id. */
async function attached(email: string, name: string, contents: Uint8Array<ArrayBuffer> | string, note = false) {
  const draft = { ticketId, ...(note && { note: "true" }) };
  const fileId = await uploaded(await senderOf(email), name, contents, draft);
  const caller = await portal.as(email);
  await execute(caller, account, note ? noteOnTicket : replyToTicket, { ticketId, message, attachmentIds: [fileId] });
  return (await portal.owner.ticketAttachment.findFirstOrThrow({ where: { fileId } })).id;
}

const download = async (email: string, attachmentId: string, operation = downloadAttachment, accountId = account) =>
  restCall({ operation, accountId, input: { attachmentId }, cookie: await portal.cookie(email) });

const picture = async (width: number, height: number, format: "png" | "jpeg" | "webp" | "gif" | "avif") =>
  new Uint8Array(
    await sharp({ create: { width, height, channels: 3, background: "#4a6fa5" } })
      .toFormat(format)
      .toBuffer(),
  );

const shown = async (email: string) => {
  const { messages } = await execute(await portal.as(email), account, viewTicket, { ticketId });
  return messages.items.flatMap(({ attachments }) => attachments);
};

hostileFiles({
  attach: (name, contents) => attached(SUPPORT, name, contents),
  download: (id, operation) => download(SUPPORT, id, operation === "thumbnail" ? viewThumbnail : downloadAttachment),
  upload: async (name, contents) => {
    const sender = await senderOf(SUPPORT);
    const started = await begin(sender, name, contents.length, { ticketId });
    return send(sender, started.headers.get("location") ?? "", 0, contents);
  },
  shown: () => shown(SUPPORT),
  portal: () => portal,
});

describe("a download", () => {
  it("does not exist on another account, or for those who can't see the ticket", async () => {
    const id = await attached(SUPPORT, "mine.txt", "mine");
    const { globex } = portal.demo;
    expect((await download("owner@globex.example", id, downloadAttachment, globex.id)).status).toBe(404);
    expect((await download("owner@globex.example", id)).status).toBe(404);
    expect((await download("staff-manager@portcullis.example", id, downloadAttachment, globex.id)).status).toBe(404);
    expect((await download("billing@northwind.example", id)).status).toBe(403);
    expect((await download("staff-accounting@portcullis.example", id)).status).toBe(404);
    const anonymous = { operation: downloadAttachment, accountId: account, input: { attachmentId: id } };
    expect((await restCall(anonymous)).status).toBe(401);
  });

  it("ends with a sentence if its contents can't be read", async () => {
    const id = await attached(SUPPORT, "lost.txt", "lost");
    await rm(folder, { recursive: true });
    const answer = await download(SUPPORT, id);
    expect([answer.status, (await answer.json()).detail]).toEqual([
      503,
      "The file can't be read right now. Try again in a moment.",
    ]);
  });
});

describe("a part of a file", () => {
  const asked = async (attachmentId: string, headers: Record<string, string>, email = SUPPORT) =>
    restCall({
      ...{ operation: downloadAttachment, accountId: account, input: { attachmentId }, headers },
      cookie: await portal.cookie(email),
    });

  it.each([
    ["bytes=0-3", "0123", "bytes 0-3/10"],
    ["bytes=7-", "789", "bytes 7-9/10"],
    ["bytes=-2", "89", "bytes 8-9/10"],
    ["bytes=8-99", "89", "bytes 8-9/10"],
    ["bytes=-99", "0123456789", "bytes 0-9/10"],
  ])("is sent for %s", async (range, body, contentRange) => {
    const answer = await asked(await attached(SUPPORT, "digits.txt", "0123456789"), { range });
    expect([answer.status, await answer.text(), answer.headers.get("content-range")]).toEqual([
      206,
      body,
      contentRange,
    ]);
    expect(answer.headers.get("content-length")).toBe(String(body.length));
    expect(answer.headers.get("content-security-policy")).toMatch(/sandbox$/);
  });

  it.each(["bytes=10-", "bytes=-0", "bytes=99-100"])("that doesn't exist is a 416: %s", async (range) => {
    const answer = await asked(await attached(SUPPORT, "digits.txt", "0123456789"), { range });
    expect([answer.status, answer.headers.get("content-range"), await answer.text()]).toEqual([416, "bytes */10", ""]);
  });

  it.each(["bytes=4-2", "bytes=0-1,3-4", "lines=1-2", "bytes=a-b", "bytes=-"])(
    "is the whole file for %s",
    async (range) => {
      const answer = await asked(await attached(SUPPORT, "digits.txt", "0123456789"), { range });
      expect([answer.status, await answer.text(), answer.headers.get("accept-ranges")]).toEqual([
        200,
        "0123456789",
        "bytes",
      ]);
    },
  );

  it("is only sent with If-Range while it names the same contents", async () => {
    const id = await attached(SUPPORT, "digits.txt", "0123456789");
    const etag = (await asked(id, {})).headers.get("etag") ?? "";
    expect(etag).toMatch(/^"[0-9a-f]{64}"$/);
    const range = "bytes=2-3";
    expect((await asked(id, { range, "if-range": etag })).status).toBe(206);
    for (const other of ['"other"', `W/${etag}`, new Date().toUTCString()])
      expect((await asked(id, { range, "if-range": other })).status).toBe(200);
  });

  it("is refused to those who may not have the whole", async () => {
    const id = await attached(AGENT, "internal.txt", "0123456789", true);
    expect((await asked(id, { range: "bytes=0-1" })).status).toBe(404);
    expect((await asked(id, { range: "bytes=50-" })).status).toBe(404);
    expect((await asked(id, { range: "bytes=0-1" }, AGENT)).status).toBe(206);
  });
});

describe("a file of an internal note", () => {
  it("is there for staff, and for no customer by any path", async () => {
    const name = "the-customer-must-not-see-this.png";
    const id = await attached(AGENT, name, await picture(10, 10, "png"), true);
    await prepareThumbnails();
    expect((await shown(AGENT)).map((file) => file.name)).toContain(name);
    for (const operation of [downloadAttachment, viewThumbnail]) {
      expect((await download(AGENT, id, operation)).status).toBe(200);
      for (const who of ["owner", "administrator", "support"]) {
        expect((await download(`${who}@northwind.example`, id, operation)).status).toBe(404);
      }
    }
    const owner = await portal.as("owner@northwind.example");
    const seen = [
      await execute(owner, account, viewTicket, { ticketId }),
      await execute(owner, account, listUploads, { ticketId }),
      await execute(owner, account, find, { q: name }),
      await portal.owner.auditEvent.findMany({ where: { accountId: account } }),
      await portal.owner.outboxMail.findMany({ where: { accountId: account }, select: { text: true, html: true } }),
    ];
    expect(JSON.stringify(seen)).not.toContain(name);
  });
});
