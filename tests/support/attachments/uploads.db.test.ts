import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { forgetEnvironment } from "@/lib/platform/config/env";
import { fileStorage } from "@/lib/platform/files/file-storage";
import { sweepFiles } from "@/lib/platform/files/sweep-files";
import { addDays, addMinutes } from "@/lib/platform/kernel/dates";
import { execute } from "@/lib/platform/operations/execute";
import { listUploads } from "@/lib/support/attachments/list-uploads";
import { removeUpload } from "@/lib/support/attachments/remove-upload";
import { noteOnTicket } from "@/lib/support/tickets/note-on-ticket";
import { openTicket } from "@/lib/support/tickets/open-ticket";
import { replyToTicket } from "@/lib/support/tickets/reply-to-ticket";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { keptIn, stores } from "@/tests/fixtures/stores";
import { ask, begin, formOf, type Sender, send, uploaded } from "@/tests/fixtures/uploads";

const SUPPORT = "support@northwind.example";
const message = "See the file.";

let portal: TestPortal;
let account: string;
let sender: Sender;
let ticketId: string;

beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
  sender = await senderOf(SUPPORT);
  ({ id: ticketId } = await portal.owner.ticket.findFirstOrThrow({
    where: { accountId: account, status: "open", department: "support" },
  }));
});
afterAll(() => portal.close());
afterEach(async () => {
  await portal.owner.storedFile.deleteMany({ where: ours });
  await sweepFiles(addDays(new Date(), 2));
  for (const name of ["FILES_LARGEST_MB", "FILES_ACCOUNT_MB"]) delete process.env[name];
  forgetEnvironment();
});

const senderOf = async (email: string): Promise<Sender> => ({ cookie: await portal.cookie(email), accountId: account });
const setting = (name: string, value: string) => {
  process.env[name] = value;
  forgetEnvironment();
};
/** Those of the demo stay. */
const ours = { draft: { not: "sample" } };
const rows = () => portal.owner.storedFile.count({ where: ours });
const used = async () => (await portal.owner.fileUsage.findUnique({ where: { accountId: account } }))?.bytes ?? 0n;

describe.each(stores)("a resumable upload to %s", (_, start) => {
  keptIn(start);
  it("arrives in parts, is put together, and its type is found in its contents", async () => {
    const pdf = `%PDF-1.7\n${"x".repeat(5_000)}`;
    const started = await begin(sender, "photo.jpg", pdf.length);
    const location = started.headers.get("location") ?? "";
    expect([started.status, location]).toEqual([201, expect.stringMatching(`^/uploads/${account}/[0-9a-f-]{36}$`)]);
    for (const [from, to] of [
      [0, 1_000],
      [1_000, 1_001],
      [1_001, pdf.length],
    ] as const) {
      const answer = await send(sender, location, from, pdf.slice(from, to));
      expect([answer.status, answer.headers.get("upload-offset")]).toEqual([204, String(to)]);
    }
    const file = await portal.owner.storedFile.findFirstOrThrow({ where: { name: "photo.jpg" } });
    expect(file).toMatchObject({ state: "stored", contentType: "application/pdf", size: pdf.length });
    expect(await (await fileStorage()).get(file.storageKey ?? "")).toBe(pdf);
    // The parts are no longer needed, and the key says nothing about the name.
    expect(await portal.owner.fileObject.count({ where: { fileId: file.id } })).toBe(1);
    expect(file.storageKey).toMatch(/^[0-9a-f]{2}\/[0-9a-f]{48}$/);
  });

  it("takes one of several parts that are sent at the same time", async () => {
    const location = (await begin(sender, "race.txt", 6)).headers.get("location") ?? "";
    const answers = await Promise.all(["abc", "def", "ghi", "jkl"].map((part) => send(sender, location, 0, part)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409, 409]);
    expect((await send(sender, location, 3, "xyz")).status).toBe(204);
    const { storageKey } = await portal.owner.storedFile.findFirstOrThrow({ where: { name: "race.txt" } });
    expect(await (await fileStorage()).get(storageKey ?? "")).toMatch(/^(abc|def|ghi|jkl)xyz$/);
  });

  it("asks for the permission again with every part", async () => {
    const location = (await begin(sender, "a.txt", 10, { ticketId })).headers.get("location") ?? "";
    expect((await send(sender, location, 0, "12345")).status).toBe(204);
    const contact = await portal.owner.contact.findFirstOrThrow({ where: { accountId: account, email: SUPPORT } });
    const gone = {
      accountId: account,
      contactId: contact.id,
      permission: "support.tickets.reply",
      effect: "off",
    } as const;
    await portal.owner.contactPermission.create({ data: { ...gone, givenByName: "Test" } });
    const answer = await send(sender, location, 5, "67890");
    await portal.owner.contactPermission.deleteMany({ where: gone });
    expect(answer.status).toBe(403);
    expect(await portal.owner.storedFile.findFirst({ where: { name: "a.txt" } })).toMatchObject({ received: 5 });
  });

  it("does not exist for anybody else, and can be removed by its uploader", async () => {
    const id = await uploaded(sender, "mine.txt", "mine");
    const location = `/uploads/${account}/${id}`;
    for (const email of ["owner@northwind.example", "staff-manager@portcullis.example"]) {
      const other = await senderOf(email);
      for (const method of ["HEAD", "DELETE"]) expect((await ask(other, method, location)).status).toBe(404);
      expect((await send(other, location, 4, "x")).status).toBe(404);
    }
    expect((await ask(await senderOf("owner@globex.example"), "HEAD", location)).status).toBe(404);
    expect((await ask(sender, "DELETE", location)).status).toBe(204);
    expect(await rows()).toBe(0);
  });

  it("is refused to a person without the permission, to strangers, and from another origin", async () => {
    expect((await begin(await senderOf("billing@northwind.example"), "a.txt", 1)).status).toBe(403);
    expect((await begin({ cookie: "", accountId: account }, "a.txt", 1)).status).toBe(401);
    const headers = { "upload-length": "1", origin: "https://evil.example" };
    expect((await ask(sender, "POST", `/uploads/${account}`, headers)).status).toBe(403);
    expect((await begin(sender, "a.txt", 1, { ticketId, note: "true" })).status).toBe(403);
    expect(await rows()).toBe(0);
  });
});

describe.each(stores)("limits of files in %s", (_, start) => {
  keptIn(start);
  const detail = async (answer: Response) => [answer.status, (await answer.json()).detail];

  it("refuse a file that is empty or too large, before any of it is sent", async () => {
    setting("FILES_LARGEST_MB", "1");
    expect(await detail(await begin(sender, "empty.txt", 0))).toEqual([400, "“empty.txt” is empty."]);
    expect(await detail(await begin(sender, "big.bin", 1024 * 1024 + 1))).toEqual([
      400,
      "“big.bin” is too large. A file can have up to 1 MB.",
    ]);
    expect((await begin(sender, "just.bin", 1024 * 1024)).status).toBe(201);
  });

  it("refuse more than was announced", async () => {
    const location = (await begin(sender, "small.txt", 5)).headers.get("location") ?? "";
    expect((await send(sender, location, 0, "123456")).status).toBeGreaterThanOrEqual(400);
    expect(await portal.owner.storedFile.findFirst({ where: { name: "small.txt" } })).toMatchObject({ received: 0 });
  });

  it("let ten files wait for a message, of two hundred at once", async () => {
    const answers = await Promise.all(
      Array.from({ length: 200 }, async (_, index) => (await begin(sender, `${index}.txt`, 1)).status),
    );
    expect(answers.filter((status) => status === 201).length).toBeLessThanOrEqual(10);
    // Those that found no place are sent again, one after another.
    const further = [];
    for (let index = 0; index < 12; index++) further.push((await begin(sender, "more.txt", 1)).status);
    expect(further.at(-1)).toBe(400);
    expect(await rows()).toBe(10);
    expect(await used()).toBe(10n + (await demoBytes()));
  });

  it("hold an account to its room, whoever uploads at the same time", async () => {
    setting("FILES_ACCOUNT_MB", "1");
    const room = 1024 * 1024 - Number(await used());
    const each = Math.floor(room / 5);
    const people = await Promise.all(
      ["owner@northwind.example", "administrator@northwind.example", SUPPORT, "billing-support@northwind.example"].map(
        senderOf,
      ),
    );
    const answers = await Promise.all(
      people.flatMap((person) => Array.from({ length: 5 }, (_, index) => begin(person, `${index}.bin`, each))),
    );
    const full = answers.filter(({ status }) => status === 400);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(5);
    expect((await full[0]?.json())?.detail).toContain("There is no room left for the files of this account");
    const { id } = await portal.owner.storedFile.findFirstOrThrow({ where: { accountId: account, size: each } });
    await portal.owner.storedFile.delete({ where: { id } });
    expect((await begin(sender, "again.bin", 10)).status).toBe(201);
  });
});

const demoBytes = async () => {
  const { _sum } = await portal.owner.storedFile.aggregate({
    where: { accountId: account, draft: "sample" },
    _sum: { size: true },
  });
  return BigInt(_sum.size ?? 0);
};

describe.each(stores)("a message with files in %s", (_, start) => {
  keptIn(start);
  it("takes the files that its author uploaded for it, once", async () => {
    const caller = await portal.as(SUPPORT);
    const ids = [
      await uploaded(sender, "one.txt", "1", { ticketId }),
      await uploaded(sender, "two.txt", "2", { ticketId }),
    ];
    const { uploads } = await execute(caller, account, listUploads, { ticketId });
    expect(uploads.map(({ id, complete }) => [id, complete])).toEqual(ids.map((id) => [id, true]));
    const replies = await Promise.allSettled(
      [1, 2, 3].map(() => execute(caller, account, replyToTicket, { ticketId, message, attachmentIds: ids })),
    );
    expect(replies.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await portal.owner.ticketAttachment.count({ where: { fileId: { in: ids } } })).toBe(2);
    expect((await execute(caller, account, listUploads, { ticketId })).uploads).toEqual([]);
    expect((await problemOf(execute(caller, account, removeUpload, { uploadId: ids[0] ?? "" }))).code).toBe(
      "not-found",
    );
  });

  it("takes no file of another message, another person, or one that is incomplete", async () => {
    const caller = await portal.as(SUPPORT);
    const incomplete = (await begin(sender, "half.txt", 10)).headers.get("location")?.split("/").at(-1) ?? "";
    const forReply = await uploaded(sender, "reply.txt", "1", { ticketId });
    const ofOwner = await uploaded(await senderOf("owner@northwind.example"), "theirs.txt", "1");
    for (const id of [incomplete, forReply, ofOwner]) {
      const asked = { subject: "A subject", message, attachmentIds: [id] };
      const problem = await problemOf(execute(caller, account, openTicket, asked));
      expect([problem.code, Object.keys(problem.extra.fields ?? {})]).toEqual(["invalid", ["attachmentIds"]]);
    }
    const agent = await senderOf("staff-support@portcullis.example");
    const ofNote = await uploaded(agent, "note.txt", "1", { ticketId, note: "true" });
    const staff = await portal.as("staff-support@portcullis.example");
    const wrong = execute(staff, account, replyToTicket, { ticketId, message, attachmentIds: [ofNote] });
    expect((await problemOf(wrong)).code).toBe("invalid");
    await execute(staff, account, noteOnTicket, { ticketId, message, attachmentIds: [ofNote] });
    expect(await portal.owner.ticketAttachment.findFirst({ where: { fileId: ofNote } })).toMatchObject({
      internal: true,
    });
  });
});

describe.each(stores)("a form without a script, with files in %s", (_, start) => {
  keptIn(start);
  const post = (files: Parameters<typeof formOf>[0], query = "", from = sender) => {
    const { type, body } = formOf(files);
    return ask(from, "POST", `/uploads/${account}${query}`, { "content-type": type }, body);
  };

  it("uploads its files and leads back to the page", async () => {
    const answer = await post(
      [
        ["Café.txt", "one\r\n--two"],
        ["b.txt", "second"],
      ],
      `?ticketId=${ticketId}`,
    );
    expect([answer.status, answer.headers.get("location")]).toEqual([
      303,
      `/a/${account}/tickets/${ticketId}#message-files`,
    ]);
    const { uploads } = await execute(await portal.as(SUPPORT), account, listUploads, { ticketId });
    expect(uploads.map(({ name, size }) => [name, size])).toEqual([
      ["Café.txt", 10],
      ["b.txt", 6],
    ]);
    const removed = await post([], `?ticketId=${ticketId}&remove=${uploads[0]?.id}`);
    expect(removed.status).toBe(303);
    expect(await rows()).toBe(1);
  });

  it("says on a page what is wrong, and keeps nothing of a file that is too large", async () => {
    setting("FILES_LARGEST_MB", "1");
    const answer = await post([["big.bin", "x".repeat(1024 * 1024 + 1)]]);
    expect([answer.status, await answer.text()]).toEqual([413, expect.stringContaining("“big.bin” is too large.")]);
    const cut = formOf([["half.bin", "x".repeat(1_000)]]);
    const half = await ask(sender, "POST", `/uploads/${account}`, { "content-type": cut.type }, cut.body.slice(0, 600));
    expect(half.status).toBe(400);
    expect((await post([["a.txt", "a"]], "", await senderOf("billing@northwind.example"))).status).toBe(403);
    expect(await rows()).toBe(0);
  });
});

describe.each(stores)("the sweeper of %s", (_, start) => {
  const store = keptIn(start);
  it("leaves no row and no file of what nobody took, finished or not", async () => {
    const before = store().objects();
    const taken = await uploaded(sender, "taken.txt", "taken", { ticketId });
    await execute(await portal.as(SUPPORT), account, replyToTicket, { ticketId, message, attachmentIds: [taken] });
    await uploaded(sender, "loose.txt", "loose");
    const location = (await begin(sender, "half.txt", 10)).headers.get("location") ?? "";
    await send(sender, location, 0, "12345");
    await sweepFiles(addMinutes(new Date(), 60 * 23));
    expect(await rows()).toBe(3);
    await sweepFiles(addMinutes(new Date(), 60 * 25));
    await sweepFiles(addMinutes(new Date(), 60 * 26));
    expect([await rows(), store().objects()]).toEqual([1, before + 1]);
    expect(await portal.owner.fileRemoval.count()).toBe(0);
  });

  it("removes what was written for a row that went in the meantime", async () => {
    const before = store().objects();
    const location = (await begin(sender, "gone.txt", 10)).headers.get("location") ?? "";
    const slow = new ReadableStream({
      async start(controller) {
        controller.enqueue(Buffer.from("12345"));
        await portal.owner.storedFile.deleteMany({ where: { name: "gone.txt" } });
        controller.close();
      },
    });
    expect((await send(sender, location, 0, slow)).status).toBeGreaterThanOrEqual(400);
    await sweepFiles(addDays(new Date(), 2));
    expect(store().objects()).toBe(before);
  });

  it("removes the files of a deleted ticket and a deleted account", async () => {
    const before = store().objects();
    const id = await uploaded(sender, "a.txt", "a");
    const asked = { subject: "To be deleted", message, attachmentIds: [id] };
    const ticket = await execute(await portal.as(SUPPORT), account, openTicket, asked);
    await portal.owner.ticket.delete({ where: { id: ticket.id } });
    expect(await rows()).toBe(0);
    await sweepFiles(addDays(new Date(), 1));
    expect(store().objects()).toBe(before);
  });
});
