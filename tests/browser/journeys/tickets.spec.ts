import { expect, type Page } from "@playwright/test";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { picture } from "@/tests/fixtures/browser/picture";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount } from "@/tests/fixtures/browser/test-account";

const screens = [
  { name: "a phone", viewport: { width: 390, height: 844 } },
  { name: "a desktop", viewport: { width: 1280, height: 900 } },
];

const messagesOf = (page: Page) => page.getByRole("region", { name: "Conversation" }).getByRole("listitem");
const reply = (page: Page) => page.getByRole("textbox", { name: "Reply" });

for (const { name, viewport } of screens) {
  test(`on ${name}: opens a ticket with a preview, replies, undoes, and rates it once closed`, async ({
    db,
    browserOf,
  }) => {
    const testAccount = await buildTestAccount(db);
    const page = await browserOf(testAccount.support, { viewport });
    await openPage(page, `${testAccount.base}/tickets/new`);
    await page.getByLabel("Subject").fill("Certificate expires");
    await page.getByLabel("Description").fill("It ends **tomorrow**:\n\n- `edge`\n- `mail`");
    await page.getByRole("button", { name: "Preview" }).click();
    const preview = page.getByRole("region", { name: "Preview" });
    await expect(preview.locator("strong")).toHaveText("tomorrow");
    await expect(page.getByLabel("Description")).toHaveValue("It ends **tomorrow**:\n\n- `edge`\n- `mail`");
    await page.getByRole("button", { name: "Open ticket" }).click();
    await expect(page.getByRole("heading", { name: "Certificate expires" })).toBeVisible();
    await expect(messagesOf(page).first().locator("strong")).toHaveText("tomorrow");

    await reply(page).fill("Sent too early");
    await page.getByRole("button", { name: "Send reply" }).click();
    const waiting = page.getByRole("article", { name: "Your reply, not sent yet" });
    await expect(waiting).toContainText("Sent too early");
    await expect(waiting.getByRole("button", { name: "Undo" })).toBeInViewport({ ratio: 1 });
    await expect(reply(page)).toHaveValue("");
    await waiting.getByRole("button", { name: "Undo" }).click();
    await expect(waiting).toHaveCount(0);
    await expect(reply(page)).toHaveValue("Sent too early");

    await reply(page).fill("Now it is complete.");
    await page.getByRole("button", { name: "Send reply" }).click();
    await expect(page.getByRole("article", { name: "Dmitri Orlov, customer" })).toHaveCount(2);
    await expect(waiting).toHaveCount(0);

    await page.getByRole("button", { name: "Close ticket" }).click();
    const question = page.getByRole("region", { name: "How did we handle your ticket?" });
    await question.getByLabel("Comment").fill("Quick.");
    await question.getByRole("button", { name: "Good" }).click();
    await expect(page.getByRole("region", { name: "Rating" })).toContainText("Quick.");

    const staff = await browserOf("staff-support@portcullis.example", { viewport });
    await openPage(staff, new URL(page.url()).pathname);
    await expect(staff.getByRole("region", { name: "Rating" })).toContainText("Quick.");
    await expect(staff.getByRole("button", { name: "Good" })).toHaveCount(0);
  });

  test(`on ${name}: shows what is new before a reply goes out, and keeps it`, async ({ db, browserOf }) => {
    const testAccount = await buildTestAccount(db);
    const page = await browserOf(testAccount.support, { viewport });
    await openPage(page, `${testAccount.base}/tickets/${testAccount.ticketId}`);
    await reply(page).fill("It is still black.");
    await db.ticketMessage.create({
      data: {
        accountId: testAccount.id,
        ticketId: testAccount.ticketId,
        authorName: "Sam Whitfield",
        authorIsStaff: true,
        body: "We have replaced the cable.",
      },
    });
    await page.getByRole("button", { name: "Send reply" }).click();
    await expect(page.getByRole("main").getByRole("alert")).toContainText("a new message in this ticket");
    await expect(messagesOf(page).last()).toContainText("We have replaced the cable.");
    await expect(reply(page)).toHaveValue("It is still black.");
    await page.getByRole("button", { name: "Send reply" }).click();
    await page.getByRole("button", { name: "Send now" }).click();
    await expect(messagesOf(page).last()).toContainText("It is still black.");
  });

  test(`on ${name}: a reply that others have overtaken within its ten seconds waits below what is new`, async ({
    db,
    browserOf,
  }) => {
    const testAccount = await buildTestAccount(db);
    const page = await browserOf(testAccount.support, { viewport });
    await openPage(page, `${testAccount.base}/tickets/${testAccount.ticketId}`);
    await reply(page).fill("It is still black.");
    await page.getByRole("button", { name: "Send reply" }).click();
    const waiting = page.getByRole("article", { name: "Your reply, not sent yet" });
    await expect(waiting).toBeVisible();
    const { id: accountId, ticketId } = testAccount;
    const answer = { authorName: "Sam Whitfield", authorIsStaff: true, body: "We have replaced the cable." };
    await db.ticketMessage.create({ data: { accountId, ticketId, ...answer } });
    await expect(waiting).toContainText("This reply wasn't sent", { timeout: 40_000 });
    await expect(waiting).toContainText("new messages in this ticket");
    await expect(page.getByRole("article", { name: /^Sam Whitfield/ }).last()).toContainText("replaced the cable");
    await picture(page, `overtaken reply ${name}`);
    await waiting.getByRole("button", { name: "Send now" }).click();
    await expect(waiting).toHaveCount(0);
    await expect(messagesOf(page).last()).toContainText("It is still black.");
  });
}

test("a draft survives a reload and reaches another device, and nobody else", async ({ db, browserOf }) => {
  const testAccount = await buildTestAccount(db);
  const path = `${testAccount.base}/tickets/${testAccount.ticketId}`;
  const page = await browserOf(testAccount.support);
  await openPage(page, path);
  await reply(page).pressSequentially("Half a sentence");
  await expect(page.getByText("Draft saved")).toBeVisible();
  await openPage(page, path);
  await expect(reply(page)).toHaveValue("Half a sentence");
  const phone = await browserOf(testAccount.support);
  await openPage(phone, path);
  await expect(reply(phone)).toHaveValue("Half a sentence");
  const colleague = await browserOf(testAccount.administrator);
  await openPage(colleague, path);
  await expect(reply(colleague)).toHaveValue("");
});

test("a name is completed from those who may see the ticket, who can be copied in", async ({ db, browserOf }) => {
  const testAccount = await buildTestAccount(db);
  const page = await browserOf(testAccount.support);
  await openPage(page, `${testAccount.base}/tickets/${testAccount.ticketId}`);
  await reply(page).pressSequentially("Please look, @ben");
  await page.getByRole("button", { name: "Benoit Carlier" }).click();
  await expect(reply(page)).toHaveValue("Please look, @Benoit Carlier ");
  await reply(page).pressSequentially("and @chi");
  await expect(page.getByRole("button", { name: "Chiara Donati" })).toHaveCount(0);
  await page.getByLabel("Colleague").selectOption({ label: "Benoit Carlier" });
  await page.getByRole("button", { name: "Copy in" }).click();
  await expect(page.getByRole("list", { name: "Also notified" })).toContainText("Copied in by Dmitri Orlov");
});

test("without scripts: previews, sends and takes a reply back", async ({ db, browserOf }) => {
  const testAccount = await buildTestAccount(db);
  const page = await browserOf(testAccount.support, { javaScriptEnabled: false });
  await page.goto(`${testAccount.base}/tickets/${testAccount.ticketId}`);
  await reply(page).fill("It is **still** black.");
  await page.getByRole("button", { name: "Preview" }).first().click();
  await expect(page.getByRole("region", { name: "Preview" }).locator("strong")).toHaveText("still");
  await expect(reply(page)).toHaveValue("It is **still** black.");
  await page.getByRole("button", { name: "Send reply" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(reply(page)).toHaveValue("It is **still** black.");
});

test("what somebody else typed runs nothing, and the browser has nothing to block", async ({ db, browserOf }) => {
  const testAccount = await buildTestAccount(db);
  const attacks = [
    "<script>document.title = 'ran'</script><img src=x onerror=\"document.title = 'ran'\">",
    "[x](javascript:document.title='ran') ![x](javascript:alert(1)) ![y](https://evil.example/y.png)",
    "<svg/onload=alert(1)><iframe srcdoc='<script>parent.document.title=1</script>'></iframe>",
    '[x](https://a.example/"onmouseover="alert(1)) <style>@import "https://evil.example/"</style>',
  ];
  await db.ticketMessage.createMany({
    data: attacks.map((body) => ({
      ...{ accountId: testAccount.id, ticketId: testAccount.ticketId, body },
      ...{ authorName: "Mallory", authorContactId: testAccount.contacts.administrator },
    })),
  });
  const page = await browserOf(testAccount.support);
  const events: string[] = [];
  page.on("dialog", (dialog) => dialog.dismiss().then(() => events.push("dialog")));
  page.on("request", (request) => request.url().includes("evil.example") && events.push(request.url()));
  page.on("console", (message) => /Content Security Policy/.test(message.text()) && events.push(message.text()));
  await openPage(page, `${testAccount.base}/tickets/${testAccount.ticketId}`);
  await expect(page.getByText("<script>document.title")).toBeVisible();
  expect(await page.locator(".markdown").locator("script, img, svg, iframe, style, [href^='javascript']").count()).toBe(
    0,
  );
  expect(await page.title()).not.toBe("ran");
  expect(events).toEqual([]);
});
