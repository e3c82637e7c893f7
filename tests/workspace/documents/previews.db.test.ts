import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import { execute } from "@/lib/platform/operations/execute";
import { preparePreviews } from "@/lib/workspace/documents/prepare-previews";
import { viewDocument } from "@/lib/workspace/documents/view-document";
import { viewPage } from "@/lib/workspace/documents/view-page";
import { buildDocument, buildFolder } from "@/prisma/seed/builders/document";
import { simplePdf } from "@/prisma/seed/builders/simple-pdf";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { contactOf, named } from "./arrange";

const BILLING = "billing@northwind.example";
const SUPPORT = "support@northwind.example";

let portal: TestPortal;
let account: string;
let folderId: string;

beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
  // The files of the demo are another worker's: drawing them takes longer than the tests.
  await portal.owner.filePreview.updateMany({ data: { claimedUntil: new Date(Date.now() + 3_600_000) } });
  const people = [await contactOf(portal.owner, account, BILLING)];
  folderId = await buildFolder(portal.owner, account, { name: named("Board"), people, viewOnly: true });
});
afterAll(() => portal.close());

const document = (name: string, contents: Uint8Array<ArrayBuffer>) =>
  buildDocument(portal.owner, account, { folderId, name, contents, preview: true });

it("the pages of a PDF are drawn, and shown to those who can open its folder alone", async () => {
  const documentId = await document("Minutes.pdf", simplePdf([["Minutes", "Present: 5"], ["Decisions"]]));
  expect((await execute(await portal.as(BILLING), account, viewDocument, { documentId })).preview.state).toBe(
    "waiting",
  );
  await preparePreviews();
  const { preview } = await execute(await portal.as(BILLING), account, viewDocument, { documentId });
  expect([preview.state, preview.pages, preview.shown.map(({ number }) => number)]).toEqual(["ready", 2, [1, 2]]);

  const page = await execute(await portal.as(BILLING), account, viewPage, { documentId, number: 2 });
  const parts: Buffer[] = [];
  for await (const part of await (page.body as { open(): Promise<AsyncIterable<Buffer>> }).open()) parts.push(part);
  const { format, width } = await sharp(Buffer.concat(parts)).metadata();
  expect([format, width]).toEqual(["webp", 1_200]);
  // Something is written on it: not every point is white.
  const { channels } = await sharp(Buffer.concat(parts)).stats();
  expect(channels[0]?.min).toBeLessThan(100);

  const hidden = execute(await portal.as(SUPPORT), account, viewPage, { documentId, number: 1 });
  expect((await problemOf(hidden)).code).toBe("not-found");
});

it("a picture is one page, no larger than a screen", async () => {
  const contents = await sharp({ create: { width: 4_000, height: 1_000, channels: 3, background: "red" } })
    .png()
    .toBuffer();
  const documentId = await document("Plan.png", new Uint8Array(contents));
  await preparePreviews();
  const { preview } = await execute(await portal.as(BILLING), account, viewDocument, { documentId });
  expect(preview).toEqual({ state: "ready", pages: 1, shown: [{ number: 1, width: 1_600, height: 400 }] });
});

it("a file that can't be drawn has no preview, and the others still get theirs", async () => {
  const broken = await document("Broken.pdf", new Uint8Array(Buffer.from("%PDF-1.4\nnothing of a document")));
  const whole = await document("Whole.pdf", simplePdf([["Whole"]]));
  await preparePreviews();
  const stateOf = async (documentId: string) =>
    (await execute(await portal.as(BILLING), account, viewDocument, { documentId })).preview.state;
  expect([await stateOf(broken), await stateOf(whole)]).toEqual(["failed", "ready"]);
});
