import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { listActivity } from "@/lib/accounts/activity/list-activity";
import { resetTwoFactor } from "@/lib/accounts/two-factor/reset-two-factor";
import { viewTwoFactor } from "@/lib/identity/two-factor/view-two-factor";
import { execute } from "@/lib/platform/operations/execute";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { withAuthenticator, withoutFactors, withRecoveryCode } from "@/tests/identity/two-factor/arrange";

let portal: TestPortal;
let accountId: string;
let contactId: string;
const email = "support@northwind.example";
const owner = "owner@northwind.example";
const manager = "staff-manager@portcullis.example";
const reason = "Lost the phone; called back on the number we know.";

beforeAll(async () => {
  portal = await testPortal();
  accountId = portal.demo.northwind.id;
  contactId = (await portal.owner.contact.findFirstOrThrow({ where: { accountId, email } })).id;
});
beforeEach(async () => {
  await withoutFactors(portal, email);
  await withAuthenticator(portal, email);
  await withRecoveryCode(portal, email);
});
afterAll(() => portal.close());

const reset = async (by: string, why = reason) =>
  execute(await portal.as(by), accountId, resetTwoFactor, { contactId, reason: why });

it("a reset by staff removes every factor and code, ends all sessions, and is said to the member and the owner", async () => {
  const caller = await portal.as(email);
  await reset(manager);
  expect((await problemOf(execute(caller, null, viewTwoFactor, {}))).code).toBe("not-signed-in");
  const seen = await execute(await portal.as(email), null, viewTwoFactor, {});
  expect(seen).toMatchObject({ since: null, authenticator: null, passkeys: [], recoveryCodesLeft: 0 });
  const mails = await portal.owner.outboxMail.findMany({ where: { template: "two-factor-reset" } });
  expect(mails.map(({ toAddress }) => toAddress).sort()).toEqual([owner, email].sort());
  for (const { text } of mails) expect(text.replace(/\s+/g, " ")).toContain(reason);
});

it("a reset is in the account's activity, with its reason", async () => {
  await reset(manager);
  const { items } = await execute(await portal.as(owner), accountId, listActivity, {});
  expect(items.some(({ summary }) => summary.includes(reason))).toBe(true);
  expect(await portal.owner.twoFactorReset.count({ where: { contactId, reason } })).toBeGreaterThan(0);
});

it("a reset needs a reason, a manager, and somebody with factors", async () => {
  expect((await problemOf(reset(manager, "lost"))).extra.fields).toHaveProperty("reason");
  for (const other of ["staff-support@portcullis.example", "staff-accounting@portcullis.example", owner]) {
    expect((await problemOf(reset(other))).code).toBe("refused");
  }
  await withoutFactors(portal, email);
  expect((await problemOf(reset(manager))).code).toBe("conflict");
});
