import { afterAll, beforeAll, expect, it } from "vitest";
import { listAccounts } from "@/lib/identity/profile/list-accounts";
import { findPasswordReset } from "@/lib/identity/sign-in/find-password-reset";
import { admitResetRequest, requestPasswordReset } from "@/lib/identity/sign-in/request-password-reset";
import { resetPassword } from "@/lib/identity/sign-in/reset-password";
import { signIn } from "@/lib/identity/sign-in/sign-in";
import { createToken } from "@/lib/identity/tokens/create-token";
import { hashToken } from "@/lib/platform/kernel/secret-token";
import type { Caller } from "@/lib/platform/operations/caller";
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

const ip = "192.0.2.30";
const visitor = { ip, userAgent: "Test/1.0" };
const newPassword = "a gate of seven bars";

async function asked(email: string): Promise<string> {
  await requestPasswordReset(email, ip);
  return tokenMailed(portal, email, "reset-password");
}

it("a password reset changes the password, ends all sessions and notifies the person", async () => {
  const email = "owner@northwind.example";
  const before = await portal.as(email);
  await execute(before, null, listAccounts, {});
  const token = await asked(email);
  await resetPassword({ token, newPassword }, visitor);
  expect((await problemOf(execute(before, null, listAccounts, {}))).code).toBe("not-signed-in");
  expect((await problemOf(signIn({ email, password: "portcullis-demo" }, visitor))).code).toBe("invalid");
  await expect(signIn({ email, password: newPassword }, visitor)).resolves.toBeTruthy();
  expect((await mailsTo(portal, email)).map(({ template, kind }) => [template, kind])).toEqual([
    ["password-reset", "security"],
    ["password-changed", "security"],
  ]);
});

it("a password reset revokes all API tokens", async () => {
  const email = "custom@northwind.example";
  const me = await portal.as(email);
  const { token } = await execute(me, null, createToken, { name: "deploy", permissions: ["profile.manage"] });
  const program: Caller = { credential: { by: "token", hash: hashToken(token) }, via: "token", ip };
  await execute(program, null, listAccounts, {});
  await resetPassword({ token: await asked(email), newPassword }, visitor);
  expect((await problemOf(execute(program, null, listAccounts, {}))).code).toBe("not-signed-in");
  expect(await portal.owner.apiToken.count({ where: { person: { email }, revokedAt: null } })).toBe(0);
});

it("a reset link is not used by viewing it, and its token is not stored", async () => {
  const email = "administrator@northwind.example";
  const token = await asked(email);
  for (let look = 0; look < 3; look++) expect(await findPasswordReset(token)).toEqual({ email, first: false });
  const row = await portal.owner.passwordReset.findUniqueOrThrow({ where: { tokenHash: hashToken(token) } });
  expect(JSON.stringify(row)).not.toContain(token);
  await resetPassword({ token, newPassword }, visitor);
  expect(await findPasswordReset(token)).toBeNull();
  expect((await problemOf(resetPassword({ token, newPassword }, visitor))).code).toBe("conflict");
});

it("a reset link works once, however many use it at once", async () => {
  const email = "billing@northwind.example";
  const token = await asked(email);
  const tries = Array.from({ length: 12 }, (_, n) =>
    resetPassword({ token, newPassword: `${newPassword} ${n}` }, visitor),
  );
  const { answers, problems } = await settle(tries);
  expect(answers).toHaveLength(1);
  expect(problems).toEqual(Array(11).fill("conflict"));
});

it("a password reset invalidates earlier links", async () => {
  const email = "support@northwind.example";
  const first = await asked(email);
  const second = await asked(email);
  await resetPassword({ token: second, newPassword }, visitor);
  expect(await findPasswordReset(first)).toBeNull();
});

it("a reset link expires after an hour", async () => {
  const email = "owner@globex.example";
  const token = await asked(email);
  const { expiresAt, createdAt } = await portal.owner.passwordReset.findUniqueOrThrow({
    where: { tokenHash: hashToken(token) },
  });
  expect(Math.round((expiresAt.getTime() - createdAt.getTime()) / 60_000)).toBe(60);
  await portal.owner.passwordReset.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
  expect(await findPasswordReset(token)).toBeNull();
  expect((await problemOf(resetPassword({ token, newPassword }, visitor))).code).toBe("conflict");
});

it("a password reset refuses a common password and keeps the link", async () => {
  const email = "custom@northwind.example";
  const token = await asked(email);
  for (const weak of ["aaaaaaaaaaaaaa", "custom@northwind.example"]) {
    const { code, extra } = await problemOf(resetPassword({ token, newPassword: weak }, visitor));
    expect([code, Object.keys(extra.fields ?? {})]).toEqual(["invalid", ["newPassword"]]);
  }
  expect(await findPasswordReset(token)).toEqual({ email, first: false });
});

it("a reset request sends nothing to unknown addresses, at most three emails an hour, and never reveals which", async () => {
  await expect(requestPasswordReset("nobody@northwind.example", ip)).resolves.toBeUndefined();
  expect(await mailsTo(portal, "nobody@northwind.example")).toEqual([]);
  const email = "billing-support@northwind.example";
  for (let n = 0; n < 5; n++) await expect(requestPasswordReset(email, ip)).resolves.toBeUndefined();
  expect(await mailsTo(portal, email)).toHaveLength(3);
});

it("reset requests are limited per network", async () => {
  const { answers, problems } = await settle(Array.from({ length: 25 }, () => admitResetRequest("198.51.100.30")));
  expect([answers.length, problems]).toEqual([20, Array(5).fill("too-many")]);
});
