import { expect, type Page } from "@playwright/test";
import { addMinutes } from "@/lib/platform/kernel/dates";
import type { OwnerDatabase } from "@/prisma/seed/builders/owner-database";
import { codeNow, forgetUsedCodes } from "@/tests/fixtures/browser/authenticator";
import { desk, expectNoBarrier, phone } from "@/tests/fixtures/browser/barriers";
import { demo } from "@/tests/fixtures/browser/demo";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount } from "@/tests/fixtures/browser/test-account";

test.describe.configure({ mode: "parallel" });

/** Sets up an authenticator app, and lets the time run out for which its confirmation counts. Returns its key. */
async function withApp(page: Page, db: OwnerDatabase, email: string): Promise<string> {
  await openPage(page, "/profile/security/authenticator");
  await page.getByText("Show the key").click();
  await expect(page.getByRole("img", { name: /QR code/ })).toBeVisible();
  const key = ((await page.locator("p.font-mono").textContent()) ?? "").replaceAll(" ", "");
  await page.getByLabel("Code").fill(await codeNow(key));
  await page.keyboard.press("Enter");
  await expect(page.getByText("Your authenticator app is set up.")).toBeVisible();
  await forgetConfirmation(db, email);
  return key;
}

async function forgetConfirmation(db: OwnerDatabase, email: string): Promise<void> {
  await forgetUsedCodes(db, email);
  const { id: personId } = await db.person.findUniqueOrThrow({ where: { email } });
  await db.session.updateMany({ where: { personId }, data: { confirmedAt: addMinutes(new Date(), -11) } });
}

for (const [size, viewport] of [
  ["a desk", desk],
  ["a phone", phone],
] as const) {
  test(`on ${size}, an owner with an app confirms with its code before staff are let in and before a view`, async ({
    browserOf,
    db,
  }) => {
    const account = await buildTestAccount(db);
    await db.staffVisit.deleteMany({ where: { accountId: account.id } });
    await db.account.update({ where: { id: account.id }, data: { staffApproval: "everything" } });
    const agent = await browserOf(demo.agent, { viewport });
    await openPage(agent, `${account.base}/services`);
    await agent.getByLabel("A security problem").check();
    await agent.getByLabel("In your words").first().fill("Your server sends spam.");
    await agent.getByRole("button", { name: "Ask the owner" }).click();
    await expect(agent.getByText("Waiting for the account's owner")).toBeVisible();

    const owner = await browserOf(account.owner, { viewport });
    const key = await withApp(owner, db, account.owner);
    await openPage(owner, `${account.base}/settings/staff-access`);
    await owner.getByRole("group", { name: "Approve access of" }).getByLabel("For how long?").selectOption("8");
    await owner.getByRole("button", { name: "Approve" }).click();
    await expect(owner.getByText("Confirm that it's you")).toBeVisible();
    await expectNoBarrier(owner, [viewport]);
    await owner.setViewportSize(viewport);
    await expect(owner.getByRole("group", { name: "Approve access of" }).getByLabel("For how long?")).toHaveValue("8");
    await owner.getByLabel("Your password or a code").fill("000000");
    await owner.getByRole("button", { name: "Approve" }).click();
    await expect(owner.getByText("That isn't your password or a valid code.").first()).toBeVisible();
    await owner.getByLabel("Your password or a code").fill(await codeNow(key));
    await owner.getByRole("button", { name: "Approve" }).click();
    await expect(owner.getByRole("button", { name: "Approve" })).toHaveCount(0);
    const [visit] = await db.staffVisit.findMany({ where: { accountId: account.id } });
    expect(visit).toMatchObject({ approval: "approved", endedAt: null });

    await forgetConfirmation(db, account.owner);
    await openPage(owner, `${account.base}/people/${account.contacts.support}`);
    await owner.getByRole("button", { name: "View as Dmitri Orlov" }).click();
    await expect(owner.getByText("Confirm that it's you")).toBeVisible();
    await owner.getByLabel("Your password or a code").fill(await codeNow(key));
    await owner.getByRole("button", { name: "View as Dmitri Orlov" }).click();
    await expect(
      owner.getByRole("complementary", { name: "You're viewing the portal as Dmitri Orlov." }),
    ).toBeVisible();
  });
}
