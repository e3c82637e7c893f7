import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { exportActivity } from "@/lib/accounts/activity/export-activity";
import { downloadStatementCsv } from "@/lib/billing/statements/download-statement-csv";
import { downloadStatementPdf } from "@/lib/billing/statements/download-statement-pdf";
import { deleteExport } from "@/lib/home/exports/delete-export";
import { listExports } from "@/lib/home/exports/list-exports";
import { claimExport } from "@/lib/jobs/claim-export";
import { clearUp } from "@/lib/jobs/clear-up";
import { prepareExports } from "@/lib/jobs/prepare-exports";
import { ExportLost, storeExport } from "@/lib/jobs/store-export";
import { listen } from "@/lib/platform/db/listen";
import { asWorker } from "@/lib/platform/db/transaction";
import { addDays, addMinutes } from "@/lib/platform/kernel/dates";
import { hashToken } from "@/lib/platform/kernel/secret-token";
import { execute } from "@/lib/platform/operations/execute";
import { exportQuota } from "@/lib/platform/rendering/download-limits";
import { pdfText } from "@/tests/billing/invoices/pdf-text";
import { fileBytes, fileText } from "@/tests/fixtures/file-text";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { restCall } from "@/tests/fixtures/rest-call";

let portal: TestPortal;
let northwind: string;
const period = { from: "2015-01-01", to: "2199-12-31" };
const billing = "billing@northwind.example";

beforeAll(async () => {
  portal = await testPortal();
  northwind = portal.demo.northwind.id;
});
afterEach(async () => {
  vi.restoreAllMocks();
  await portal.owner.export.deleteMany();
});
afterAll(async () => {
  await portal.close();
});

const request = async (email = billing, operation: typeof downloadStatementCsv = downloadStatementCsv) =>
  (await execute(await portal.as(email), northwind, operation.prepare, period)).id;

const download = async (exportId: string, email = billing, accountId = northwind) =>
  execute(await portal.as(email), accountId, downloadStatementCsv, { exportId });

const stateOf = async (id: string) => portal.owner.export.findUniqueOrThrow({ where: { id } });

describe("a file prepared in the background", () => {
  it("is the file that a direct download returns, in the list and at its path", async () => {
    const id = await request();
    const caller = await portal.as(billing);
    const asked = { account: northwind, operations: ["statements.download-csv"] };
    expect((await execute(caller, null, listExports, asked)).items).toMatchObject([{ id, state: "queued", done: 0 }]);
    await prepareExports();
    const { items } = await execute(caller, null, listExports, asked);
    expect(items).toMatchObject([{ id, state: "ready", done: 100, type: "CSV", period: "2015-01-01 – 2199-12-31" }]);
    const direct = await fileText(await execute(caller, northwind, downloadStatementCsv, period));
    expect(items[0]?.bytes).toBe(Buffer.byteLength(direct));
    const { pathname, searchParams } = new URL(items[0]?.downloadPath ?? "", "http://portal.example");
    expect(pathname).toBe(`/api/v1/accounts/${northwind}/statement/csv`);
    const answer = await restCall({
      operation: downloadStatementCsv,
      accountId: northwind,
      input: Object.fromEntries(searchParams),
      cookie: await portal.cookie(billing),
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-disposition")).toContain(`statement-`);
    expect(Buffer.from(await answer.arrayBuffer()).toString()).toBe(direct);
  });

  it("can be a PDF", async () => {
    const id = await request(billing, downloadStatementPdf as never);
    await prepareExports();
    const { body } = await execute(await portal.as(billing), northwind, downloadStatementPdf, { exportId: id });
    const pages = pdfText(await fileBytes(body));
    expect(pages[0]).toContain("Statement of account");
    expect(pages.at(-1)).toContain(`Page ${pages.length} of ${pages.length}`);
    expect((await stateOf(id)).lines).toBeGreaterThan(0);
  });

  it("is announced to the worker as it is committed", async () => {
    const connected = Promise.withResolvers<void>();
    const told = Promise.withResolvers<void>();
    let heard = connected.resolve;
    const listener = listen("portcullis_exports", () => heard());
    await connected.promise;
    heard = told.resolve;
    await request();
    await expect(told.promise).resolves.toBeUndefined();
    await listener.stop();
  });

  it("requested twice while it is prepared is one file, also in parallel", async () => {
    const ids = await Promise.all(Array.from({ length: 4 }, () => request()));
    expect(new Set(ids).size).toBe(1);
    await prepareExports();
    expect(await request()).not.toBe(ids[0]);
  });

  it("is prepared once by two workers in parallel", async () => {
    const ids = [await request(), await request("owner@northwind.example")];
    await Promise.all([prepareExports(), prepareExports()]);
    for (const id of ids) expect(await stateOf(id)).toMatchObject({ state: "ready", attempts: 1 });
  });
});

describe("access to a prepared file", () => {
  const role = { contact: { person: { email: billing } } };
  const withoutRole = async (work: () => Promise<void>) => {
    const held = await portal.owner.contactRole.findMany({ where: role });
    expect(held.length).toBeGreaterThan(0);
    await portal.owner.contactRole.deleteMany({ where: role });
    await work().finally(() => portal.owner.contactRole.createMany({ data: held }));
  };

  it("is decided again when it is prepared", async () => {
    const id = await request();
    await withoutRole(() => prepareExports());
    expect(await stateOf(id)).toMatchObject({ state: "failed", failure: "You no longer have access to this file." });
    expect(await portal.owner.exportPart.count()).toBe(0);
    const denied = { operation: "statements.download-csv", outcome: "denied" as const, via: "system" };
    expect(await portal.owner.auditEvent.count({ where: denied })).toBe(1);
  });

  it("is decided again by the same permission at each download", async () => {
    const id = await request();
    await prepareExports();
    await withoutRole(async () => {
      expect((await problemOf(download(id))).code).toBe("refused");
      const { items } = await execute(await portal.as(billing), null, listExports, { account: northwind });
      expect(items).toHaveLength(1);
    });
    expect((await download(id)).filename).toMatch(/^statement-/);
  });

  it("has changed if any part of their access has: the file may show what they no longer see", async () => {
    const email = "owner@northwind.example";
    const id = await request(email);
    await prepareExports();
    await portal.owner.account.update({ where: { id: northwind }, data: { areasOff: ["support"] } });
    const problem = await problemOf(download(id, email));
    await portal.owner.account.update({ where: { id: northwind }, data: { areasOff: [] } });
    expect([problem.code, problem.detail]).toEqual([
      "conflict",
      "Your access has changed since this file was prepared. Prepare it again.",
    ]);
    expect((await download(id, email)).filename).toMatch(/^statement-/);
  });

  it("is its person's alone, on its account, through its operation", async () => {
    const id = await request("owner@northwind.example");
    await prepareExports();
    expect((await problemOf(download(id))).code).toBe("not-found");
    const owner = await portal.as("owner@northwind.example");
    expect((await problemOf(execute(owner, northwind, exportActivity, { exportId: id }))).code).toBe("not-found");
    const globex = portal.demo.globex.id;
    expect((await problemOf(download(id, "owner@globex.example", globex))).code).toBe("not-found");
    const other = await portal.as(billing);
    expect((await execute(other, null, listExports, { account: northwind })).items).toEqual([]);
    expect((await problemOf(execute(other, null, deleteExport, { exportId: id }))).code).toBe("not-found");
  });

  it("through a token is that token's: with its permissions, while it is valid", async () => {
    const person = await portal.owner.person.findUniqueOrThrow({ where: { email: billing } });
    const token = await portal.owner.apiToken.create({
      data: {
        personId: person.id,
        name: "Test",
        tokenHash: hashToken("exports"),
        prefix: "x",
        permissions: ["billing.statements.view"],
        expiresAt: addDays(new Date(), 1),
      },
    });
    const caller = { credential: { by: "token", hash: hashToken("exports") }, via: "token", ip: "192.0.2.1" } as const;
    const ready = (await execute(caller, northwind, downloadStatementCsv.prepare, period)).id;
    await prepareExports();
    expect((await execute(caller, northwind, downloadStatementCsv, { exportId: ready })).filename).toMatch(
      /^statement-/,
    );
    expect((await problemOf(download(ready))).code).toBe("not-found");
    const late = (await execute(caller, northwind, downloadStatementCsv.prepare, period)).id;
    await portal.owner.apiToken.update({ where: { id: token.id }, data: { revokedAt: new Date() } });
    await prepareExports();
    expect(await stateOf(late)).toMatchObject({ state: "failed", failure: "You no longer have access to this file." });
    await portal.owner.apiToken.delete({ where: { id: token.id } });
    expect(await portal.owner.export.count()).toBe(0);
  });
});

describe("a worker", () => {
  it("takes over what a dead worker left, which can then write nothing", async () => {
    const id = await request();
    const now = new Date();
    const first = await claimExport(now);
    expect(first).toMatchObject({ id, attempt: 1 });
    expect(await claimExport(addMinutes(now, 0.5))).toBeNull();
    const second = await claimExport(addMinutes(now, 2));
    expect(second).toMatchObject({ id, attempt: 2 });
    if (!first || !second) throw new Error("not claimed");
    const file = { filename: "a.csv", contentType: "text/csv", body: new Uint8Array(700_000) };
    await expect(storeExport(first, file, { accessKey: "key", lines: 1, contents: [] })).rejects.toThrow(ExportLost);
    expect(await portal.owner.exportPart.count()).toBe(0);
    await storeExport(second, file, { accessKey: "key", lines: 1, contents: [] });
    expect(await stateOf(id)).toMatchObject({ state: "ready", bytes: 700_000n });
    expect(await portal.owner.exportPart.count({ where: { exportId: id } })).toBe(2);
  });

  it("gives up a file that three workers have died on", async () => {
    const id = await request();
    let now = new Date();
    for (let attempt = 1; attempt <= 3; attempt++) {
      expect((await claimExport(now))?.attempt).toBe(attempt);
      now = addMinutes(now, 2);
    }
    expect(await claimExport(now)).toBeNull();
    expect(await stateOf(id)).toMatchObject({ state: "failed", attempts: 3 });
  });

  it("does not sign in as an export that is not its own attempt", async () => {
    const id = await request();
    await claimExport(new Date());
    for (const attempt of [0, 2]) {
      const caller = { credential: { by: "export", id, attempt }, via: "system", ip: "" } as const;
      expect((await problemOf(execute(caller, northwind, downloadStatementCsv, period))).code).toBe("not-signed-in");
    }
  });

  it("stores nothing of a file that is deleted while it is prepared", async () => {
    const id = await request();
    const claimed = await claimExport(new Date());
    await execute(await portal.as(billing), null, deleteExport, { exportId: id });
    if (!claimed) throw new Error("not claimed");
    const file = { filename: "a.csv", contentType: "text/csv", body: new Uint8Array(10) };
    await expect(storeExport(claimed, file, { accessKey: "key", lines: 1, contents: [] })).rejects.toThrow(ExportLost);
    expect(await portal.owner.exportPart.count()).toBe(0);
  });

  it("that is stopping leaves files to the next", async () => {
    const id = await request();
    await prepareExports(() => true);
    expect(await stateOf(id)).toMatchObject({ state: "queued", attempts: 0 });
  });
});

describe("the limits of prepared files", () => {
  const fill = async (count: number, data: object) => {
    const { id: personId } = await portal.owner.person.findUniqueOrThrow({ where: { email: billing } });
    const file = { personId, accountId: northwind, operation: "x", input: {}, totalLines: 1 };
    for (let index = 0; index < count; index++) {
      const made = { ...file, inputHash: String(index), expiresAt: addDays(new Date(), 7), ...data };
      await portal.owner.export.create({ data: made });
    }
  };
  const kept = { state: "ready", filename: "a", contentType: "text/csv", accessKey: "x", bytes: 1n } as const;

  it("allow five in preparation per account, whoever requested them", async () => {
    await fill(exportQuota.pending, { state: "queued" });
    const problem = await problemOf(request("owner@northwind.example"));
    expect([problem.code, problem.detail]).toEqual([
      "too-many",
      "5 files are already being prepared. Try again when they are ready.",
    ]);
  });

  it.each([
    ["thirty files", () => fill(exportQuota.kept, kept)],
    ["a gigabyte", () => fill(1, { ...kept, bytes: BigInt(exportQuota.bytes) })],
  ])("keep %s per account", async (_, full) => {
    await full();
    const problem = await problemOf(request("owner@northwind.example"));
    expect([problem.code, problem.detail]).toEqual([
      "conflict",
      "The storage for prepared files is full. Delete some of them, or wait until they expire.",
    ]);
  });

  it("end after seven days: then a file can't be downloaded, and is deleted", async () => {
    const id = await request();
    await prepareExports();
    await portal.owner.export.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1) } });
    expect((await problemOf(download(id))).code).toBe("not-found");
    expect(await portal.owner.exportPart.count()).toBeGreaterThan(0);
    await clearUp(new Date());
    expect(await portal.owner.export.count()).toBe(0);
    expect(await portal.owner.exportPart.count()).toBe(0);
  });
});

it("the worker's role can prepare files but not request them", async () => {
  const personId = "00000000-0000-7000-8000-000000000000";
  const file = { personId, operation: "x", input: {}, inputHash: "x", totalLines: 1, expiresAt: new Date() };
  await expect(asWorker((db) => db.export.createMany({ data: file }))).rejects.toThrow(/permission denied/);
});
