import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { exportActivity } from "@/lib/accounts/activity/export-activity";
import { exportJournal } from "@/lib/billing/accounting/export-journal";
import { downloadStatementCsv } from "@/lib/billing/statements/download-statement-csv";
import { downloadStatementPdf } from "@/lib/billing/statements/download-statement-pdf";
import { operations } from "@/lib/http/registry";
import { rest } from "@/lib/http/rest";
import { env } from "@/lib/platform/config/env";
import { takeDownloadSlot } from "@/lib/platform/rendering/download-slots";
import { RenderPool, renderPool } from "@/lib/platform/rendering/render-pool";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { restCall } from "@/tests/fixtures/rest-call";
import { checkedImport } from "@/tests/staff/import/arrange";

let portal: TestPortal;
let accountId: string;
let billing: string;
const held: (() => void)[] = [];

beforeAll(async () => {
  portal = await testPortal();
  accountId = portal.demo.northwind.id;
  billing = await portal.cookie("billing@northwind.example");
});
afterEach(() => {
  vi.restoreAllMocks();
  for (const release of held.splice(0)) release();
});
afterAll(async () => {
  await renderPool().close();
  await portal.close();
});

const statement = (headers: Record<string, string> = {}, cookie = billing) =>
  restCall({ operation: downloadStatementPdf, accountId, input: {}, cookie, headers });

const fill = (kind: "document" | "table", owner: string, count: number) => {
  for (let index = 0; index < count; index++) held.push(takeDownloadSlot(kind, owner));
};

/** Fails if any slot of the account is still taken. */
const allFree = () => {
  fill("document", accountId, 4);
  fill("table", accountId, 2);
};

describe("a download", () => {
  it("is a PDF rendered by a thread, and frees its slot", async () => {
    const answer = await statement();
    expect(answer.status).toBe(200);
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
    allFree();
  });

  it("beyond the account's limit is answered with 429, Retry-After and a message", async () => {
    fill("document", accountId, 4);
    const answer = await statement();
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await answer.json()).detail).toContain("You already have several downloads in progress");
    const elsewhere = await restCall({
      operation: downloadStatementPdf,
      accountId: portal.demo.globex.id,
      input: {},
      cookie: await portal.cookie("owner@globex.example"),
    });
    expect(elsewhere.status).toBe(200);
  });

  it("that is rejected shows a page to someone who clicked a link", async () => {
    fill("document", accountId, 4);
    const answer = await statement({ accept: "text/html,application/xhtml+xml,*/*;q=0.8" });
    expect(answer.status).toBe(429);
    expect(answer.headers.get("content-type")).toContain("text/html");
    expect(await answer.text()).toContain("<p>You already have several downloads in progress");
  });

  it("of a table is limited too, per person for staff", async () => {
    fill("table", accountId, 2);
    const csv = await restCall({ operation: downloadStatementCsv, accountId, input: {}, cookie: billing });
    expect(csv.status).toBe(429);
    const cookie = await portal.cookie("staff-accounting@portcullis.example");
    const journal = () => restCall({ operation: exportJournal, accountId: "", input: {}, cookie });
    expect((await journal()).status).toBe(200);
    fill("table", "another", 1);
    expect((await journal()).status).toBe(429);
  });

  it("uses no slot without access", async () => {
    fill("document", accountId, 4);
    const support = await statement({}, await portal.cookie("support@northwind.example"));
    expect(support.status).toBe(403);
    const stranger = await statement({}, await portal.cookie("owner@globex.example"));
    expect([403, 404]).toContain(stranger.status);
  });

  it("with invalid input frees its slot", async () => {
    const wrong = { from: "2026-02-01", to: "2026-01-01" };
    for (const operation of [downloadStatementPdf, downloadStatementCsv]) {
      expect((await restCall({ operation, accountId, input: wrong, cookie: billing })).status).toBe(400);
    }
    allFree();
  });

  it("whose thread fails answers 503 with a message and frees its slot", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const broken = new RenderPool({
      program: "tests/rendering/fixtures/no-such-thread.ts",
      threads: 1,
      drawingMs: 30_000,
      waitingMs: 30_000,
      memoryMb: 64,
    });
    const shared = globalThis as { portcullisRenderPool?: RenderPool };
    const own = renderPool();
    shared.portcullisRenderPool = broken;
    const answer = await statement().finally(() => {
      shared.portcullisRenderPool = own;
    });
    await broken.close();
    expect(answer.status).toBe(503);
    expect((await answer.json()).detail).toContain("couldn't be prepared");
    allFree();
    for (const release of held.splice(0)) release();
    expect((await statement()).status).toBe(200);
  });

  it.each(["pdf", "csv"])("whose caller has disconnected stops and frees its slot (%s)", async (kind) => {
    const gone = new AbortController();
    gone.abort();
    const url = new URL(`/api/v1/accounts/${accountId}/statement/${kind}`, env().PORTAL_URL);
    const answer = await rest(new Request(url, { headers: { cookie: billing }, signal: gone.signal }));
    expect(answer.status).toBe(503);
    expect((await answer.json()).detail).toBe("The download was cancelled.");
    allFree();
  });

  it("of a long table is streamed completely and in order", async () => {
    const event = { accountId, actorName: "Ingrid", via: "system", operation: "long.table", permission: "x" };
    const data = Array.from({ length: 1_100 }, (_, n) => ({
      ...event,
      outcome: "done" as const,
      summary: `Line ${n}.`,
    }));
    await portal.owner.auditEvent.createMany({ data });
    const cookie = await portal.cookie("owner@northwind.example");
    const input = { operation: "long.table" };
    const answer = await restCall({ operation: exportActivity, accountId, input, cookie });
    expect(answer.status).toBe(200);
    // While it is sent it takes no slot: reading has finished.
    allFree();
    const pieces: Uint8Array[] = [];
    for await (const piece of answer.body ?? []) pieces.push(piece);
    expect(pieces.length).toBeGreaterThan(4);
    const [, ...lines] = Buffer.concat(pieces).toString().trimEnd().split("\r\n");
    expect(lines).toHaveLength(1_100);
    expect(new Set(lines.map((line) => /Line \d+\./.exec(line)?.[0])).size).toBe(1_100);
  });

  it("that is cancelled while it is sent stops", async () => {
    const cookie = await portal.cookie("owner@northwind.example");
    const answer = await restCall({ operation: exportActivity, accountId, input: {}, cookie });
    const reader = answer.body?.getReader();
    expect((await reader?.read())?.done).toBe(false);
    await reader?.cancel();
    expect((await reader?.read())?.done).toBe(true);
    allFree();
  });
});

it("every operation that returns a PDF or a table is limited", async () => {
  const files = operations.filter(({ http }) => http.file === "application/pdf" || http.file === "text/csv");
  expect(files.length).toBeGreaterThan(10);
  // All slots are taken: an operation that still answers 200 isn't limited.
  fill("document", "full", 4);
  for (let index = 0; index < 3; index++) fill("document", `full-${index}`, 4);
  fill("table", "full", 2);
  fill("table", "fuller", 1);
  const cookies = [
    await portal.cookie("owner@northwind.example"),
    await portal.cookie("staff-accounting@portcullis.example"),
  ];
  const invoice = await portal.owner.invoice.findFirstOrThrow({ where: { accountId, status: "open" } });
  const note = await portal.owner.creditNote.findFirstOrThrow({ where: { accountId } });
  const importId = await checkedImport(portal);
  const signed = await portal.owner.meeting.findFirstOrThrow({ where: { accountId, minutesStatus: "signed" } });
  const closed = await portal.owner.decision.findFirstOrThrow({ where: { accountId, status: "closed" } });
  const workspace = { meetingId: signed.id, decisionId: closed.id };
  const input = { invoiceId: invoice.id, creditNoteId: note.id, importId, ...workspace, part: "actions" };
  for (const operation of files) {
    const its = Object.fromEntries(
      Object.entries(input).filter(([field]) => operation.http.path.includes(`{${field}}`)),
    );
    const cookie = cookies[operation.scope === "account" ? 0 : 1] ?? "";
    const answer = await restCall({ operation, accountId, input: its, cookie });
    expect(answer.status, operation.name).toBe(429);
  }
});
