import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { execute } from "@/lib/platform/operations/execute";
import { checkImport } from "@/lib/staff/import/check-import";
import { exportImportProblems } from "@/lib/staff/import/export-import-problems";
import { runImports } from "@/lib/staff/import/run-imports";
import { startImport } from "@/lib/staff/import/start-import";
import { viewImport } from "@/lib/staff/import/view-import";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { header, line } from "./arrange";

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
});
afterAll(() => portal.close());

const ACCOUNTING = "staff-accounting@portcullis.example";
const check = async (text: string) => {
  const file = Buffer.from(text).toString("base64");
  return (await execute(await portal.as(ACCOUNTING), null, checkImport, { file })).id;
};
const view = async (importId: string) => execute(await portal.as(ACCOUNTING), null, viewImport, { importId });
const start = async (importId: string, invite = false) =>
  execute(await portal.as(ACCOUNTING), null, startImport, { importId, invite });
const outcomes = async (importId: string) =>
  (await view(importId)).rows.items.map(({ reference, outcome }) => `${reference} ${outcome}`);
const accounts = (reference: string) => portal.owner.account.findMany({ where: { reference } });
const mails = () => portal.owner.outboxMail.count();

describe("a checked file", () => {
  it("says for every row what importing it would do, and creates nothing", async () => {
    const before = [await portal.owner.account.count(), await portal.owner.person.count(), await mails()];
    await portal.owner.account.updateMany({ where: { id: portal.demo.globex.id }, data: { reference: "OLD-1" } });
    const rows = [line("A-1"), line("OLD-1"), line("A-1"), line("A-2", { zip: "x" }), line("A-3", { currency: "XXX" })];
    const importId = await check(
      [header, ...rows, line("A-4", { email: "staff-support@portcullis.example" })].join("\n"),
    );
    const { rows: found, counts } = await view(importId);
    expect(found.items.map((row) => [row.line, row.outcome, row.message])).toEqual([
      [2, "ready", null],
      [3, "exists", null],
      [4, "invalid", "Reference: Line 2 has the same one."],
      [5, "invalid", expect.stringMatching(/^Postal code: Enter a valid/)],
      [6, "invalid", "Currency: Choose a currency from the list."],
      [7, "invalid", expect.stringMatching(/belongs to our team/)],
    ]);
    expect(counts).toMatchObject({ ready: 1, exists: 1, invalid: 4 });
    expect([await portal.owner.account.count(), await portal.owner.person.count(), await mails()]).toEqual(before);
  });

  it("is read with semicolons, a byte order mark, other headings and columns that mean nothing", async () => {
    const text = `\ufeffid;Account Name;Address;Postcode;Town;Country Code;currency;Owner;Email;Mood\r\nS-1;"Å; B";Gate 1;1771;Halden;no;nok;Ola;ola@halden.example;good\r\n`;
    const importId = await check(text.replace(";no;", ";NO;"));
    const { rows, ignored } = await view(importId);
    expect([rows.items[0]?.name, rows.items[0]?.outcome, ignored]).toEqual(["Å; B", "ready", ["Mood"]]);
  });

  it.each([
    ["without required columns", "name\nx", /needs these columns: reference, address/],
    ["with one column twice", `${header},Email\n${line("T-1")},x`, /Two columns mean “owner email”/],
    ["with nothing but headings", header, /no rows below/],
    ["with too many rows", [header, ...Array.from({ length: 5_001 }, () => "1")].join("\n"), /up to 5,000 rows/],
    ["that is not CSV", `${header}\n"open`, /can't be read as CSV/],
    ["that is a spreadsheet", "PK\u0003\u0004\0\0", /isn't a CSV file/],
  ])("is refused %s", async (_, text, sentence) => {
    const before = await portal.owner.accountImport.count();
    expect((await problemOf(check(text))).extra.fields?.file?.[0]).toMatch(sentence);
    expect(await portal.owner.accountImport.count()).toBe(before);
  });
});

describe("an import", () => {
  it("creates the accounts of its rows once, under two workers, and sends no mail unless asked to", async () => {
    const references = Array.from({ length: 12 }, (_, index) => `B-${index}`);
    const importId = await check([header, ...references.map((reference) => line(reference))].join("\n"));
    const before = await mails();
    await start(importId);
    await Promise.all([runImports(), runImports(), runImports()]);
    expect((await view(importId)).counts).toMatchObject({ created: 12, ready: 0, failed: 0 });
    expect((await view(importId)).status).toBe("done");
    for (const reference of references) expect(await accounts(reference)).toHaveLength(1);
    expect(await mails()).toBe(before);
    const event = await portal.owner.auditEvent.findFirst({ where: { accountId: (await accounts("B-0"))[0]?.id } });
    expect(event?.summary).toMatch(/^Imported the account Halden Instruments \(C-1\d{4}\), owned by Solveig Aas$/);
    const again = await check([header, line("B-0"), line("C-0")].join("\n"));
    expect(await outcomes(again)).toEqual(["B-0 exists", "C-0 ready"]);
  });

  it("invites the owners if asked to", async () => {
    const importId = await check([header, line("D-1")].join("\n"));
    await start(importId, true);
    await runImports();
    expect(await portal.owner.outboxMail.count({ where: { toAddress: "d-1@halden.example" } })).toBe(1);
  });

  it("leaves out a row that has become impossible, with the reason, and imports the others", async () => {
    const importId = await check([header, line("E-1"), line("E-2"), line("E-3")].join("\n"));
    await portal.owner.account.updateMany({ where: { id: portal.demo.northwind.id }, data: { reference: "E-1" } });
    await portal.owner.person.create({
      data: { email: "e-2@halden.example", name: "Ex", suspendedAt: new Date() },
    });
    await start(importId);
    await runImports();
    expect(await outcomes(importId)).toEqual(["E-1 exists", "E-2 failed", "E-3 created"]);
    const file = await execute(await portal.as(ACCOUNTING), null, exportImportProblems, { importId });
    const csv = Buffer.concat(file.body as Uint8Array[]).toString("utf8");
    expect(csv).toContain("3,Ex's login is suspended.,E-2,Halden Instruments");
    expect(csv).not.toContain("E-3");
  });

  it("stops once whoever started it may no longer create accounts, and another can continue it", async () => {
    const importId = await check([header, line("F-1")].join("\n"));
    await start(importId);
    const personId = portal.demo.staff.accountingId;
    await portal.owner.staffMember.update({ where: { personId }, data: { roles: ["agent"] } });
    await runImports();
    const manager = await portal.as("staff-manager@portcullis.example");
    const stopped = await execute(manager, null, viewImport, { importId });
    expect([stopped.status, stopped.stoppedBecause]).toEqual(["stopped", expect.stringMatching(/may no longer/)]);
    expect(await accounts("F-1")).toEqual([]);
    await execute(manager, null, startImport, { importId });
    await runImports();
    expect(await accounts("F-1")).toHaveLength(1);
    await portal.owner.staffMember.update({ where: { personId }, data: { roles: ["accounting"] } });
  });

  it("is started once", async () => {
    const importId = await check([header, line("G-1")].join("\n"));
    const answers = await Promise.allSettled(Array.from({ length: 4 }, () => start(importId)));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const empty = await check([header, line("G-2", { country: "QQ" })].join("\n"));
    expect((await problemOf(start(empty))).code).toBe("conflict");
  });
});
