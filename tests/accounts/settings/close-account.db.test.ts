import { afterAll, beforeAll, expect, it } from "vitest";
import { closeAccount } from "@/lib/accounts/settings/close-account";
import { previewClosing } from "@/lib/accounts/settings/preview-closing";
import { viewAccountProfile } from "@/lib/accounts/settings/view-profile";
import { listInvoices } from "@/lib/billing/invoices/list-invoices";
import { addDays } from "@/lib/platform/kernel/dates";
import { execute } from "@/lib/platform/operations/execute";
import { listTickets } from "@/lib/support/tickets/list-tickets";
import { buildContact } from "@/prisma/seed/builders/contact";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

let portal: TestPortal;
let northwind: string;
beforeAll(async () => {
  portal = await testPortal();
  northwind = portal.demo.northwind.id;
});
afterAll(() => portal.close());

const as = (who: string) => portal.as(`${who}@northwind.example`);
const close = async (who: string, confirmName: string) =>
  execute(await as(who), northwind, closeAccount, { confirmName });

it("closing an account is for the owner only, requires its exact name, and is refused while a service is active", async () => {
  expect((await problemOf(close("administrator", "Northwind Robotics"))).code).toBe("refused");
  expect((await problemOf(close("owner", "northwind robotics"))).extra.fields).toHaveProperty("confirmName");
  const running = await problemOf(close("owner", "Northwind Robotics"));
  expect(running).toMatchObject({
    code: "conflict",
    detail: expect.stringMatching(/^8 services are still active\. Cancel them before/),
  });
  const account = await portal.owner.account.findUniqueOrThrow({ where: { id: northwind } });
  expect(account.status).toBe("active");
});

it("closing an account ends what is pending, keeps what outlives it, and notifies the people in charge", async () => {
  const at = new Date();
  await portal.owner.service.updateMany({
    where: { accountId: northwind },
    data: { status: "cancelled", cancelledAt: at },
  });
  const invited = { email: "new@northwind.example", name: "Noor", status: "invited" as const };
  const contactId = await buildContact(portal.owner, northwind, invited);
  const { email } = invited;
  const expiresAt = addDays(at, 7);
  await portal.owner.invitation.createMany({
    data: { accountId: northwind, contactId, email, tokenHash: "n", invitedByName: "Ingrid", expiresAt },
  });
  await portal.owner.ownershipTransfer.createMany({
    data: {
      accountId: northwind,
      fromContactId: portal.demo.northwind.ownerContactId,
      toContactId: portal.demo.northwind.contacts.administrator,
      expiresAt,
    },
  });
  const before = await execute(await as("owner"), northwind, previewClosing, {});
  expect(before).toMatchObject({ runningServices: 0, openInvitations: 1, openOffer: true });
  expect(before.remains).toContain("View invoices");

  await close("owner", "Northwind Robotics");

  expect(await portal.owner.account.findUnique({ where: { id: northwind } })).toMatchObject({ status: "closed" });
  expect(await portal.owner.invitation.count({ where: { accountId: northwind, revokedAt: null } })).toBe(0);
  const [offer] = await portal.owner.ownershipTransfer.findMany({ where: { accountId: northwind } });
  expect(offer?.status).toBe("withdrawn");

  const billing = await as("billing");
  expect((await execute(billing, northwind, listInvoices, {})).total).toBeGreaterThan(0);
  expect((await problemOf(execute(await as("support"), northwind, listTickets, {}))).code).toBe("refused");
  expect((await problemOf(execute(await as("owner"), northwind, viewAccountProfile, {}))).code).toBe("refused");

  const mails = await portal.owner.outboxMail.findMany({ where: { template: "account-closed" } });
  expect(mails.map(({ toAddress }) => toAddress).sort()).toEqual([
    "administrator@northwind.example",
    "owner@northwind.example",
  ]);
  expect(mails[0]).toMatchObject({ kind: "people", subject: "Northwind Robotics has been closed" });
});
