import { expect, type Page } from "@playwright/test";
import { addDays } from "@/lib/platform/kernel/dates";
import { buildPerson } from "@/prisma/seed/builders/person";
import { desk, expectNoBarrier, phone } from "@/tests/fixtures/browser/barriers";
import { demo } from "@/tests/fixtures/browser/demo";
import { openPage } from "@/tests/fixtures/browser/open-page";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount } from "@/tests/fixtures/browser/test-account";

test.describe.configure({ mode: "parallel" });

/** For whoever wants to look. */
async function pictures(page: Page, name: string): Promise<void> {
  if (!process.env.PICTURES) return;
  for (const [size, viewport] of [
    ["390", phone],
    ["1280", desk],
  ] as const)
    for (const colorScheme of ["light", "dark"] as const) {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `${process.env.PICTURES}/${name}-${size}-${colorScheme}.png` });
    }
}

test("a member who has to set up two-factor sign-in sees the day above every page", async ({ browserOf, db }) => {
  const account = await buildTestAccount(db);
  const twoFactorFrom = addDays(new Date(), 9);
  await db.account.update({ where: { id: account.id }, data: { twoFactorFrom } });
  const support = await browserOf(account.support);
  await openPage(support, `${account.base}/tickets`);
  await expect(support.getByText("Two-factor sign-in is required soon.")).toBeVisible();
  await expect(support.getByRole("link", { name: "Set up two-factor sign-in" })).toBeVisible();
  await pictures(support, "banner");
  await expectNoBarrier(support);
});

test("a removal says before what it ends in the workspace", async ({ browserOf, db }) => {
  const account = await buildTestAccount(db);
  const group = await db.discussionGroup.create({ data: { accountId: account.id, name: "Board", isPrivate: true } });
  const contactId = account.contacts.billing;
  await db.discussionMember.create({
    data: { accountId: account.id, groupId: group.id, contactId, joinedAt: new Date() },
  });
  const owner = await browserOf(account.owner);
  await openPage(owner, `${account.base}/people/${contactId}`);
  await owner.getByRole("button", { name: "Remove", exact: true }).click();
  const dialog = owner.getByRole("dialog");
  await expect(dialog.getByText("They lose their place in 1 discussion group.")).toBeVisible();
  await pictures(owner, "removal");
  await expectNoBarrier(owner);
  await dialog.getByRole("button", { name: "Remove", exact: true }).click();
  await expect.poll(() => db.discussionMember.count({ where: { contactId } })).toBe(0);
});

test("a manager confirms what another one asked for, and removes the factors of a colleague alone", async ({
  browserOf,
  db,
}) => {
  const colleague = async (roles: ("agent" | "manager")[], name: string) => {
    const email = `${crypto.randomUUID()}@portcullis.example`;
    const personId = await buildPerson(db, { email, name });
    await db.staffMember.create({ data: { personId, roles, jobTitle: "Support engineer" } });
    await db.authenticatorApp.create({ data: { personId, secret: "x", confirmedAt: new Date() } });
    return personId;
  };
  const factor = (personId: string) => async () =>
    (await db.person.findUniqueOrThrow({ where: { id: personId } })).twoFactorSince;
  const boss = await colleague(["manager"], "Ingrid Solheim");
  const asking = await colleague(["manager"], "Tomás Rivera");
  const reason = "Lost her phone on a journey; we spoke in the office.";
  await db.staffFactorReset.create({
    data: { personId: boss, reason, requestedById: asking, requestedByName: "Tomás Rivera" },
  });
  const manager = await browserOf(demo.manager);
  await openPage(manager, `/staff/team/${boss}`);
  await expect(manager.getByText("Tomás Rivera asks to remove it")).toBeVisible();
  await pictures(manager, "confirm");
  await expectNoBarrier(manager);
  await manager.getByRole("button", { name: "Confirm…" }).click();
  await manager.getByRole("dialog").getByRole("button", { name: "Remove it" }).click();
  await expect.poll(factor(boss)).toBeNull();

  const agent = await colleague(["agent"], "Lena Fischer");
  await openPage(manager, `/staff/team/${agent}`);
  await manager.getByRole("button", { name: "Remove two-factor sign-in" }).click();
  await manager.getByRole("dialog").getByLabel("Reason").fill("She lost her phone; we spoke in the office.");
  await pictures(manager, "reset");
  await manager.getByRole("dialog").getByRole("button", { name: "Remove it" }).click();
  await expect.poll(factor(agent)).toBeNull();
});
