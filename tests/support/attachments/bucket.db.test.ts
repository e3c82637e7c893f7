import { createHash } from "node:crypto";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { buffer } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { env, forgetEnvironment } from "@/lib/platform/config/env";
import { readStored } from "@/lib/platform/files/read-stored";
import { sweepFiles } from "@/lib/platform/files/sweep-files";
import { isStorageWritable } from "@/lib/platform/files/write-probe";
import { addDays } from "@/lib/platform/kernel/dates";
import { filesFindings } from "@/scripts/doctor/files";
import { type BucketServer, hasBucketServer, startBucketServer } from "@/tests/fixtures/servers/bucket";
import { begin, send } from "@/tests/fixtures/uploads";
import { supportFiles } from "./support-files";

const MEGABYTE = 1024 * 1024;

const name = hasBucketServer
  ? "files in a bucket"
  : "files in a bucket (skipped: the S3 server of the tests isn't installed, run npm ci)";

describe.skipIf(!hasBucketServer)(name, () => {
  const files = supportFiles();
  let bucket: BucketServer;
  beforeAll(async () => {
    bucket = await startBucketServer();
  });
  beforeEach(() => bucket.use());
  afterEach(async () => {
    bucket.use();
    await files().clear();
    delete process.env.FILES_LARGEST_MB;
    forgetEnvironment();
  });
  afterAll(() => bucket.close());

  const partOf = async (file: string, contents: string) => {
    const { sender } = files();
    const started = await begin(sender, file, contents.length);
    return send(sender, started.headers.get("location") ?? "", 0, contents);
  };
  const storage = async () => (await filesFindings(env())).find(({ check }) => check === "files");

  it("may have 100 MB, sent in parts, of which none is left behind", async () => {
    const { sender, portal } = files();
    process.env.FILES_LARGEST_MB = "100";
    forgetEnvironment();
    const piece = Buffer.alloc(10 * MEGABYTE, "ten megabytes ");
    const location = (await begin(sender, "large.bin", 10 * piece.length)).headers.get("location") ?? "";
    const hash = createHash("sha256");
    for (let n = 0; n < 10; n += 1) {
      hash.update(piece);
      expect((await send(sender, location, n * piece.length, piece)).status).toBe(204);
    }
    const stored = await portal.owner.storedFile.findFirstOrThrow({ where: { name: "large.bin" } });
    expect(stored).toMatchObject({ state: "stored", size: 100 * MEGABYTE, sha256: hash.digest("hex") });
    const range = { first: 100 * MEGABYTE - 5, last: 100 * MEGABYTE - 1 };
    expect((await buffer(await readStored(stored.storageKey ?? "", range))).length).toBe(5);
    await sweepFiles(addDays(new Date(), 0.5));
    expect(bucket.objects()).toBe(1);
  });

  it.each([
    ["with a wrong secret", { FILES_S3_SECRET_ACCESS_KEY: "not it" }, /signature/i],
    ["with an unknown key", { FILES_S3_ACCESS_KEY_ID: "nobody" }, /access key/i],
    ["in a bucket that is missing", { FILES_S3_BUCKET: "elsewhere" }, /does not exist/i],
  ])("%s can't be stored: uploads, readiness and the doctor say so", async (_, changed, why) => {
    bucket.use(changed);
    const answer = await partOf("refused.txt", "refused");
    expect([answer.status, (await answer.json()).detail]).toEqual([
      503,
      "The file can't be stored right now. Try again in a moment.",
    ]);
    expect(await isStorageWritable(0)).toBe(false);
    expect(await storage()).toMatchObject({ state: "problem", message: expect.stringMatching(why) });
  });

  it("can't be stored or read while the server is down, and can be once it is back", async () => {
    const { attached, download, portal, sender, account } = files();
    const id = await attached("before.txt", "before");
    await bucket.stop();
    try {
      const [stored, read] = [await partOf("down.txt", "down"), await download(id)];
      expect([stored.status, (await stored.json()).detail, stored.headers.get("retry-after")]).toEqual([
        503,
        "The file can't be stored right now. Try again in a moment.",
        "30",
      ]);
      expect([read.status, (await read.json()).detail]).toEqual([
        503,
        "The file can't be read right now. Try again in a moment.",
      ]);
      expect(await isStorageWritable(0)).toBe(false);
      expect(await storage()).toMatchObject({
        state: "problem",
        message: expect.stringMatching(/^Files can't be stored in the bucket customers: .*ECONNREFUSED/),
      });
    } finally {
      await bucket.start();
    }
    expect(await isStorageWritable(0)).toBe(true);
    const { id: file } = await portal.owner.storedFile.findFirstOrThrow({ where: { name: "down.txt" } });
    expect((await send(sender, `/uploads/${account}/${file}`, 0, "down")).status).toBe(204);
    expect(await (await download(id)).text()).toBe("before");
    expect(await storage()).toMatchObject({ state: "ok" });
  });

  it("end with a sentence within the limit where the server accepts and says nothing", async () => {
    const { attached, download } = files();
    const id = await attached("silent.txt", "silence");
    const silent = createServer(() => {});
    await once(silent.listen(0, "127.0.0.1"), "listening");
    const { port } = silent.address() as AddressInfo;
    bucket.use({ FILES_S3_ENDPOINT: `http://127.0.0.1:${port}`, FILES_S3_SILENCE_SECONDS: "1" });
    try {
      const began = Date.now();
      const [stored, read] = await Promise.all([partOf("never.txt", "never"), download(id)]);
      // Three attempts of a second each, and what is between them.
      expect(Date.now() - began).toBeLessThan(15_000);
      expect([stored.status, (await stored.json()).detail]).toEqual([
        503,
        "The file can't be stored right now. Try again in a moment.",
      ]);
      expect([read.status, (await read.json()).detail]).toEqual([
        503,
        "The file can't be read right now. Try again in a moment.",
      ]);
    } finally {
      silent.close();
      delete process.env.FILES_S3_SILENCE_SECONDS;
    }
  });

  it("are not waited for by the readiness probe if the server hangs", async () => {
    bucket.freeze();
    try {
      expect(await isStorageWritable(0)).toBe(false);
    } finally {
      bucket.thaw();
    }
  });
});
