import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { env, forgetEnvironment } from "@/lib/platform/config/env";
import { askScanner } from "@/lib/platform/files/scan-file";
import { scanWaiting } from "@/lib/platform/files/scan-waiting";
import { filesFindings } from "@/scripts/doctor/files";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { type Clamd, EICAR, hasClamd, startClamd } from "@/tests/fixtures/servers/clamd";
import { begin, type Sender, send } from "@/tests/fixtures/uploads";

const SUPPORT = "support@northwind.example";
const MEGABYTE = 1024 * 1024;

const name = hasClamd
  ? "a ClamAV daemon"
  : "a ClamAV daemon (skipped: clamd 1 isn't installed, try apt-get install clamav-daemon)";

describe.skipIf(!hasClamd)(name, () => {
  let clamd: Clamd;
  let portal: TestPortal;
  let folder: string;
  let sender: Sender;
  beforeAll(async () => {
    clamd = await startClamd({ megabytes: 3 });
    portal = await testPortal();
    folder = await mkdtemp(path.join(tmpdir(), "portcullis-uploads-"));
    Object.assign(process.env, { FILES_DIR: folder, FILES_LARGEST_MB: "4" });
    sender = { cookie: await portal.cookie(SUPPORT), accountId: portal.demo.northwind.id };
  });
  afterAll(async () => {
    for (const setting of ["CLAMD_SOCKET", "FILES_LARGEST_MB"]) delete process.env[setting];
    forgetEnvironment();
    await clamd.close();
    await portal.close();
    await rm(folder, { recursive: true });
  });
  beforeEach(() => use(clamd.socket));

  const use = (address: string) => {
    process.env.CLAMD_SOCKET = address;
    forgetEnvironment();
  };
  const ask = (contents: string | Buffer, milliseconds?: number) =>
    askScanner(async () => Readable.from([Buffer.from(contents)]), env().CLAMD_SOCKET ?? "", milliseconds);
  /** What the portal answers, and what is noted about the file. */
  const upload = async (file: string, contents: string | Buffer<ArrayBuffer>) => {
    const started = await begin(sender, file, contents.length);
    const answer = await send(sender, started.headers.get("location") ?? "", 0, contents);
    const row = await portal.owner.storedFile.findFirst({ where: { name: file }, select: { scan: true } });
    return [answer.status, row?.scan ?? (await answer.json()).detail];
  };

  it("tells clean files from infected ones, by its socket and by its port", async () => {
    for (const address of [clamd.socket, `127.0.0.1:${clamd.port}`]) {
      use(address);
      expect([await ask("fine"), await ask(EICAR), await ask(`before ${EICAR}`)]).toEqual([
        ...["clean", "infected", "infected"],
      ]);
    }
  });

  it("lets a clean upload in and keeps an infected one out, with a sentence", async () => {
    expect(await upload("clean.txt", "fine")).toEqual([204, "clean"]);
    expect(await upload("bad.txt", EICAR)).toEqual([400, "“bad.txt” contains a virus, so it wasn't uploaded."]);
  });

  it("answers thirty at once, each about its own file", async () => {
    const contents = Array.from({ length: 30 }, (_, n) => (n % 3 === 0 ? EICAR : Buffer.alloc(MEGABYTE, n)));
    const verdicts = await Promise.all(contents.map((one) => ask(one)));
    expect(verdicts).toEqual(contents.map((_, n) => (n % 3 === 0 ? "infected" : "clean")));
  });

  it("holds what is uploaded while it is down, and scans it once it is back", async () => {
    await clamd.stop();
    try {
      expect(await upload("later.txt", "fine")).toEqual([204, "waiting"]);
      expect(await upload("late.txt", EICAR)).toEqual([204, "waiting"]);
      expect(await filesFindings(env())).toContainEqual({
        check: "virus scanner",
        state: "warning",
        message: `The virus scanner at ${clamd.socket} doesn't answer, so new files are held.`,
        fix: "Start clamd, or correct CLAMD_SOCKET.",
      });
    } finally {
      await clamd.start();
    }
    await scanWaiting();
    const rows = await portal.owner.storedFile.findMany({ where: { name: { in: ["later.txt", "late.txt"] } } });
    expect(rows.map(({ name, scan }) => [name, scan])).toEqual([["later.txt", "clean"]]);
  });

  it("is given up after a while if it accepts connections and answers nothing", async () => {
    clamd.freeze();
    try {
      expect(await ask("fine", 300)).toBe("unanswered");
    } finally {
      clamd.thaw();
    }
    expect(await ask("fine")).toBe("clean");
  });

  it("holds a file above its own limit, and goes on with the others", async () => {
    for (const address of [`127.0.0.1:${clamd.port}`, clamd.socket]) {
      use(address);
      for (let n = 0; n < 20; n += 1) expect(await ask(Buffer.alloc(3 * MEGABYTE + 1))).toBe("undecided");
    }
    expect(await upload("large.bin", Buffer.alloc(3 * MEGABYTE + 1))).toEqual([204, "waiting"]);
    // Whichever of the two comes first.
    for (const id of ["00000000-0000-4000-8000-000000000000", "ffffffff-ffff-4fff-bfff-ffffffffffff"]) {
      await portal.owner.storedFile.updateMany({ where: { name: "clean.txt" }, data: { scan: "waiting", id } });
      await scanWaiting();
      const rows = await portal.owner.storedFile.findMany({ where: { name: { in: ["clean.txt", "large.bin"] } } });
      expect(Object.fromEntries(rows.map(({ name, scan }) => [name, scan]))).toEqual({
        "clean.txt": "clean",
        "large.bin": "waiting",
      });
    }
  });

  it("has its limit compared with the largest file by the doctor", async () => {
    const about = async () => (await filesFindings(env())).find(({ check }) => check === "virus scanner");
    expect(await about()).toMatchObject({
      state: "problem",
      message: "The virus scanner doesn't take files of 4 MB, so large ones are held and nobody gets them.",
    });
    process.env.FILES_LARGEST_MB = "3";
    forgetEnvironment();
    expect(await about()).toMatchObject({ state: "ok" });
  });
});
