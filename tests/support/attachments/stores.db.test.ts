import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { forgetEnvironment } from "@/lib/platform/config/env";
import { readStored } from "@/lib/platform/files/read-stored";
import { sweepFiles } from "@/lib/platform/files/sweep-files";
import { addDays } from "@/lib/platform/kernel/dates";
import { execute } from "@/lib/platform/operations/execute";
import { downloadAttachment } from "@/lib/support/attachments/download-attachment";
import { replyToTicket } from "@/lib/support/tickets/reply-to-ticket";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { restCall } from "@/tests/fixtures/rest-call";
import { type BucketServer, hasBucketServer, startBucketServer } from "@/tests/fixtures/servers/bucket";
import { begin, type Sender, send, uploaded } from "@/tests/fixtures/uploads";

const SUPPORT = "support@northwind.example";

/** As many as may be sent at once. */
const AT_ONCE = 3;

/** A place for files, and how many it holds. */
type Store = Pick<BucketServer, "use" | "objects" | "close">;

async function startFolder(): Promise<Store> {
  const before = process.env.FILES_DIR;
  const folder = mkdtempSync(path.join(tmpdir(), "files-"));
  return {
    use() {
      process.env.FILES_DIR = folder;
      forgetEnvironment();
    },
    objects: () =>
      readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length,
    async close() {
      if (before === undefined) delete process.env.FILES_DIR;
      else process.env.FILES_DIR = before;
      forgetEnvironment();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const stores = [
  ["a folder", startFolder],
  ...(hasBucketServer ? [["a bucket", startBucketServer] as const] : []),
] as const;

let portal: TestPortal;
let account: string;
let ticketId: string;
let sender: Sender;
beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
  sender = { cookie: await portal.cookie(SUPPORT), accountId: account };
  ({ id: ticketId } = await portal.owner.ticket.findFirstOrThrow({
    where: { accountId: account, status: "open", department: "support" },
  }));
});
afterAll(() => portal.close());

describe.each(stores)("files in %s", (_, start) => {
  let store: Store;
  beforeAll(async () => {
    store = await start();
  });
  beforeEach(() => store.use());
  afterEach(async () => {
    store.use();
    await portal.owner.storedFile.deleteMany({ where: { draft: { not: "sample" } } });
    await sweepFiles(addDays(new Date(), 2));
  });
  afterAll(() => store.close());

  const attached = async (file: string, contents: string) => {
    const id = await uploaded(sender, file, contents, { ticketId });
    const reply = { ticketId, message: "See the file.", attachmentIds: [id] };
    await execute(await portal.as(SUPPORT), account, replyToTicket, reply);
    return (await portal.owner.ticketAttachment.findFirstOrThrow({ where: { fileId: id } })).id;
  };
  const download = async (attachmentId: string, headers: Record<string, string> = {}) =>
    restCall({
      operation: downloadAttachment,
      accountId: account,
      input: { attachmentId },
      cookie: await portal.cookie(SUPPORT),
      headers,
    });

  it("arrive in parts, are put together, and come back whole and in part", async () => {
    const id = await attached("small.txt", "0123456789");
    expect(await (await download(id)).text()).toBe("0123456789");
    const part = await download(id, { range: "bytes=2-4" });
    expect([part.status, await part.text()]).toEqual([206, "234"]);
  });

  it("that were given up halfway are swept", async () => {
    const location = (await begin(sender, "half.txt", 10)).headers.get("location") ?? "";
    expect((await send(sender, location, 0, "01234")).status).toBe(204);
    expect(store.objects()).toBe(1);
    await sweepFiles(addDays(new Date(), 2));
    await sweepFiles(addDays(new Date(), 3));
    expect([store.objects(), await portal.owner.fileRemoval.count()]).toEqual([0, 0]);
  });

  it("are taken from one of several parts that are sent at the same time", async () => {
    const location = (await begin(sender, "race.txt", 6)).headers.get("location") ?? "";
    const answers = await Promise.all(["abc", "def", "ghi", "jkl"].map((part) => send(sender, location, 0, part)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409, 409, 409]);
    expect((await send(sender, location, 3, "xyz")).status).toBe(204);
    const { storageKey } = await portal.owner.storedFile.findFirstOrThrow({ where: { name: "race.txt" } });
    expect((await buffer(await readStored(storageKey ?? ""))).toString()).toMatch(/^(abc|def|ghi|jkl)xyz$/);
  });

  it("of several senders at the same time keep their own contents", async () => {
    const ids = await Promise.all(
      Array.from({ length: AT_ONCE }, (_unused, n) => uploaded(sender, `many-${n}.txt`, `contents ${n}`, { ticketId })),
    );
    const rows = await portal.owner.storedFile.findMany({ where: { id: { in: ids } } });
    const read = await Promise.all(
      rows.map(async ({ name, storageKey }) => [name, (await buffer(await readStored(storageKey ?? ""))).toString()]),
    );
    expect(new Map(read as [string, string][])).toEqual(
      new Map(Array.from({ length: AT_ONCE }, (_unused, n) => [`many-${n}.txt`, `contents ${n}`])),
    );
  });

  it("that are missing there are answered with a sentence, not with a broken file", async () => {
    const id = await attached("gone.txt", "gone");
    await portal.owner.storedFile.updateMany({ where: { name: "gone.txt" }, data: { storageKey: "aa/aabbccdd" } });
    const answer = await download(id);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect((await answer.json()).detail).toMatch(/\w+\.$/);
  });
});
