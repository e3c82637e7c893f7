import { afterAll, beforeAll, expect, it } from "vitest";
import { requestEmailChange } from "@/lib/identity/profile/request-email-change";
import { sendVerification } from "@/lib/identity/profile/send-verification";
import { viewOwnProfile } from "@/lib/identity/profile/view-own-profile";
import { withdrawEmailChange } from "@/lib/identity/profile/withdraw-email-change";
import { confirmEmailChange } from "@/lib/identity/sign-in/confirm-email-change";
import { findEmailChange } from "@/lib/identity/sign-in/find-email-change";
import { findPasswordReset } from "@/lib/identity/sign-in/find-password-reset";
import { requestPasswordReset } from "@/lib/identity/sign-in/request-password-reset";
import { signIn } from "@/lib/identity/sign-in/sign-in";
import { verifyEmail } from "@/lib/identity/sign-in/verify-email";
import { emailProofLink } from "@/lib/platform/operations/email-proof";
import { execute } from "@/lib/platform/operations/execute";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { mailsTo, tokenMailed } from "./mail-link";
import { settle } from "./settle";

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
});
afterAll(() => portal.close());

const currentPassword = "portcullis-demo";
const ip = "192.0.2.50";

async function asked(email: string, newEmail: string) {
  await execute(await portal.as(email), null, requestEmailChange, { newEmail, currentPassword });
  return {
    old: await tokenMailed(portal, email, "confirm-email"),
    new: await tokenMailed(portal, newEmail, "confirm-email"),
  };
}

const contactsOf = (email: string) =>
  portal.owner.contact.findMany({
    where: { person: { email } },
    select: { email: true, account: { select: { name: true } } },
  });

it("an email change takes effect when both addresses are confirmed, and not before", async () => {
  const [from, to] = ["billing@northwind.example", "priya@northwind.example"];
  const me = await portal.as(from);
  const tokens = await asked(from, to);
  await requestPasswordReset(from, ip);
  const reset = await tokenMailed(portal, from, "reset-password");
  for (let look = 0; look < 2; look++) {
    expect(await findEmailChange(tokens.old)).toEqual({ oldEmail: from, newEmail: to, side: "old", confirmed: false });
  }
  expect(await confirmEmailChange(tokens.new, ip)).toEqual({ done: false, waitsFor: from });
  expect(await confirmEmailChange(tokens.new, ip)).toEqual({ done: false, waitsFor: from });
  expect((await execute(me, null, viewOwnProfile, {})).email).toBe(from);
  expect(await confirmEmailChange(tokens.old, ip)).toEqual({ done: true, waitsFor: null });

  expect(await execute(me, null, viewOwnProfile, {})).toMatchObject({
    email: to,
    emailVerified: true,
    emailChange: null,
  });
  expect((await contactsOf(to)).map((one) => [one.account.name, one.email]).sort()).toEqual([
    ["Globex Labs", to],
    ["Northwind Robotics", to],
  ]);
  await expect(signIn({ email: to, password: currentPassword }, { ip, userAgent: "" })).resolves.toBeTruthy();
  expect((await problemOf(signIn({ email: from, password: currentPassword }, { ip, userAgent: "" }))).code).toBe(
    "invalid",
  );
  for (const address of [from, to]) expect((await mailsTo(portal, address)).at(-1)?.template).toBe("email-changed");
  expect(await findEmailChange(tokens.old)).toBeNull();
  expect(await findPasswordReset(reset)).toBeNull();
});

it("an email change is made once, whichever address confirms last and however often", async () => {
  const [from, to] = ["support@northwind.example", "support-2@northwind.example"];
  const tokens = await asked(from, to);
  const clicks = Array.from({ length: 12 }, (_, n) => confirmEmailChange(n % 2 === 0 ? tokens.old : tokens.new, ip));
  const { answers, problems } = await settle(clicks);
  expect(answers.filter(({ done }) => done)).toHaveLength(1);
  expect(problems.length).toBeGreaterThan(0);
  expect(new Set(problems)).toEqual(new Set(["conflict"]));
  expect((await mailsTo(portal, to)).filter(({ template }) => template === "email-changed")).toHaveLength(1);
});

it("an email change requires the password, and is cancelled by a newer one or by the person", async () => {
  const email = "custom@northwind.example";
  const me = await portal.as(email);
  const wrong = execute(me, null, requestEmailChange, { newEmail: "x@y.example", currentPassword: "nope" });
  expect(Object.keys((await problemOf(wrong)).extra.fields ?? {})).toEqual(["currentPassword"]);
  const first = await asked(email, "first@y.example");
  const second = await asked(email, "second@y.example");
  expect(await findEmailChange(first.old)).toBeNull();
  expect((await execute(me, null, viewOwnProfile, {})).emailChange).toMatchObject({ newEmail: "second@y.example" });
  await execute(me, null, withdrawEmailChange, {});
  expect((await problemOf(confirmEmailChange(second.new, ip))).code).toBe("conflict");
  expect((await problemOf(execute(me, null, withdrawEmailChange, {}))).code).toBe("not-found");
});

it("of email changes requested at once one remains", async () => {
  const me = await portal.as("owner@bluewater.example");
  const requests = Array.from({ length: 5 }, (_, n) =>
    execute(me, null, requestEmailChange, { newEmail: `at-once-${n}@y.example`, currentPassword: "portcullis-demo" }),
  );
  await Promise.all(requests);
  expect(await portal.owner.emailChange.count({ where: { newEmail: { startsWith: "at-once-" } } })).toBe(1);
});

it("an email change does not reveal whose address it is, and never takes one over", async () => {
  const [from, to] = ["administrator@northwind.example", "owner@globex.example"];
  const tokens = await asked(from, to);
  await confirmEmailChange(tokens.old, ip);
  expect((await problemOf(confirmEmailChange(tokens.new, ip))).detail).toMatch(/already has its own login/);
  expect(await portal.owner.person.count({ where: { email: { in: [from, to] } } })).toBe(2);
});

it("an email change keeps the old address on accounts where the new one is someone else's", async () => {
  const [from, to] = ["owner@northwind.example", "notices@northwind.example"];
  const tokens = await asked(from, to);
  await confirmEmailChange(tokens.old, ip);
  await confirmEmailChange(tokens.new, ip);
  expect((await contactsOf(to)).map((one) => one.email)).toEqual([from]);
});

it("a confirmation link confirms the address of people and notification-only contacts", async () => {
  const email = "billing-support@northwind.example";
  await portal.owner.person.update({ where: { email }, data: { emailVerifiedAt: null } });
  const me = await portal.as(email);
  await execute(me, null, sendVerification, {});
  const token = await tokenMailed(portal, email, "verify-email");
  expect((await execute(me, null, viewOwnProfile, {})).emailVerified).toBe(false);
  expect(await verifyEmail(token, ip)).toBe(email);
  expect((await execute(me, null, viewOwnProfile, {})).emailVerified).toBe(true);
  expect((await problemOf(execute(me, null, sendVerification, {}))).code).toBe("conflict");

  const { id } = await portal.owner.contact.findFirstOrThrow({ where: { kind: "nonMember" } });
  await portal.owner.contact.update({
    where: { id },
    data: { emailVerifiedAt: null, email: "post@northwind.example" },
  });
  const link = await emailProofLink({ of: "contact", id, email: "post@northwind.example" });
  await verifyEmail(link.split("/").at(-1) ?? "", ip);
  const contact = await portal.owner.contact.findUniqueOrThrow({ where: { id } });
  expect(contact.emailVerifiedAt).not.toBeNull();
});

it("a confirmation link is refused if forged, or if the address has changed", async () => {
  const { id } = await portal.owner.contact.findFirstOrThrow({ where: { kind: "nonMember" } });
  const link = await emailProofLink({ of: "contact", id, email: "before@northwind.example" });
  const token = link.split("/").at(-1) ?? "";
  expect((await problemOf(verifyEmail(token, ip))).code).toBe("conflict");
  expect((await problemOf(verifyEmail(`${token}x`, ip))).code).toBe("conflict");
});
