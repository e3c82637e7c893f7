import { expect, type Page } from "@playwright/test";
import { demo } from "@/tests/fixtures/browser/demo";
import { newestMail } from "@/tests/fixtures/browser/mail";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount } from "@/tests/fixtures/browser/test-account";

const main = (page: Page) => page.getByRole("main");

test("staff set up an ordered service, and the customer is notified and finds the credentials", async ({
  db,
  browserOf,
}) => {
  const testAccount = await buildTestAccount(db);
  const code = `FREE${testAccount.id.slice(-6)}`.toUpperCase();
  await db.coupon.create({ data: { code, name: "All of it", basisPoints: 10_000 } });
  const { id: productId } = await db.product.findUniqueOrThrow({ where: { slug: "vps-m" } });
  const name = `new-${testAccount.id.slice(-6)}.halden.example`;

  const owner = await browserOf(testAccount.owner);
  await openPage(owner, `${testAccount.base}/services/order/${productId}?name=${name}&coupon=${code}&step=review`);
  await owner.getByRole("button", { name: "Order for €0.00" }).click();
  await expect(main(owner)).toContainText(`We're setting up ${name}`);
  await openPage(owner, `${testAccount.base}/services`);
  await expect(owner.getByRole("row", { name: new RegExp(name) })).toContainText("Setting up");
  await owner.getByRole("link", { name }).click();
  await expect(main(owner)).toContainText("Its credentials will appear here when it's ready");
  await expect(main(owner)).not.toContainText("has no credentials");

  const agent = await browserOf(demo.agent);
  await openPage(agent, "/staff/accounts");
  await agent.getByRole("navigation", { name: "Areas" }).getByRole("link", { name: "Setup queue" }).click();
  await agent.getByRole("link", { name }).click();
  await expect(main(agent)).toContainText("placed by Astrid Halden");
  const first = agent.getByRole("group", { name: "Login 1" });
  await first.getByLabel("Label").fill("SSH");
  await first.getByLabel("Username").fill("root");
  await first.getByLabel("Password or key").fill("Harbour-77-Quill");
  await agent.getByRole("button", { name: "Complete set-up" }).click();
  await expect(agent).toHaveURL("/staff/services");
  await expect(agent.getByRole("link", { name })).toHaveCount(0);

  await newestMail(db, testAccount.support, new RegExp(`^${name} was set up`));
  const support = await browserOf(testAccount.support);
  await openPage(support, `${testAccount.base}/services`);
  await support.getByRole("link", { name }).click();
  await expect(main(support)).toContainText("Active");
  await support.getByRole("button", { name: /Reveal/ }).click();
  await expect(main(support)).toContainText("root");
});

test("only a product without credentials says so", async ({ db, browserOf }) => {
  const testAccount = await buildTestAccount(db);
  const plain = await db.product.findUniqueOrThrow({ where: { slug: "domain-com" } });
  await db.service.update({ where: { id: testAccount.serviceId }, data: { productId: plain.id } });
  await db.serviceCredential.deleteMany({ where: { serviceId: testAccount.serviceId } });
  const page = await browserOf(testAccount.support);
  await openPage(page, `${testAccount.base}/services/${testAccount.serviceId}`);
  await expect(main(page)).toContainText("This service has no credentials.");
  const server = await db.product.findUniqueOrThrow({ where: { slug: "vps-m" } });
  await db.service.update({ where: { id: testAccount.serviceId }, data: { productId: server.id } });
  await openPage(page, `${testAccount.base}/services/${testAccount.serviceId}?again`);
  await expect(main(page)).not.toContainText("has no credentials");
});
