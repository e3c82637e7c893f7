import { expect, type Page } from "@playwright/test";
import { desk, phone } from "@/tests/fixtures/browser/barriers";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { type OwnPortal, ownPortal } from "@/tests/fixtures/browser/own-portal";
import { picture } from "@/tests/fixtures/browser/picture";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount } from "@/tests/fixtures/browser/test-account";

let portal: OwnPortal;
test.beforeAll(async () => {
  portal = await ownPortal({ environment: { PUSH_CONTACT: "mailto:admin@portal.example" } });
  await portal.start();
});
test.afterAll(() => portal.stop());

/** What the browser's own push service would answer: there is none on this machine. */
const withPushService = (page: Page, endpoint: string) =>
  page.addInitScript((endpoint) => {
    const keys = { p256dh: "BKey", auth: "auth" };
    PushManager.prototype.getSubscription = async () => null;
    PushManager.prototype.subscribe = async () => ({ toJSON: () => ({ endpoint, keys }) }) as never;
  }, endpoint);

const panel = (page: Page) => page.getByRole("region", { name: "Notifications on your devices" });
const turnOn = (page: Page) => page.getByRole("button", { name: "Turn on for this browser" });

for (const viewport of [phone, desk]) {
  test(`notifications of a browser are turned on and off again, at ${viewport.width} px`, async ({ db, browserOf }) => {
    const account = await buildTestAccount(db);
    const page = await browserOf(account.support, { viewport, baseURL: portal.url, permissions: ["notifications"] });
    const endpoint = `https://fcm.googleapis.com/fcm/send/${account.id}`;
    await withPushService(page, endpoint);
    await openPage(page, "/profile/notices");
    await turnOn(page).click();
    await expect(panel(page).getByText("This session")).toBeVisible();
    await expect(turnOn(page)).toHaveCount(0);
    expect(await db.pushSubscription.count({ where: { endpoint } })).toBe(1);
    await picture(page, `push-${viewport.width}`);
    await panel(page).getByRole("button", { name: "Turn off" }).click();
    await expect(panel(page).getByText("This session")).toBeHidden();
    await expect(turnOn(page)).toBeEnabled();
    expect(await db.pushSubscription.count({ where: { endpoint } })).toBe(0);
  });
}

test("a browser that doesn't allow them says so, and nothing is turned on", async ({ db, browserOf }) => {
  const account = await buildTestAccount(db);
  const page = await browserOf(account.support, { baseURL: portal.url });
  await page.addInitScript(() => {
    Notification.requestPermission = async () => "denied";
  });
  await openPage(page, "/profile/notices");
  await turnOn(page).click();
  await expect(page.getByText("Allow notifications in the browser first.")).toBeVisible();
  const { personId } = await db.contact.findUniqueOrThrow({ where: { id: account.contacts.support } });
  expect(await db.pushSubscription.count({ where: { personId: personId ?? "" } })).toBe(0);
});

test("a browser whose push service doesn't answer says so", async ({ db, browserOf }) => {
  const account = await buildTestAccount(db);
  const page = await browserOf(account.support, { baseURL: portal.url, permissions: ["notifications"] });
  await page.addInitScript(() => {
    PushManager.prototype.subscribe = async () => Promise.reject(new DOMException("No service", "AbortError"));
  });
  await openPage(page, "/profile/notices");
  await turnOn(page).click();
  await expect(page.getByText("This browser could not turn them on.")).toBeVisible();
});

test("a portal without a contact for push services doesn't offer them", async ({ db, browserOf }) => {
  const account = await buildTestAccount(db);
  const page = await browserOf(account.support);
  await openPage(page, "/profile/notices");
  await expect(page.getByRole("heading", { name: "Notifications", exact: true })).toBeVisible();
  await expect(turnOn(page)).toHaveCount(0);
});
