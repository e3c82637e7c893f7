import { NextRequest } from "next/server";
import type { JWT } from "next-auth/jwt";
import { afterAll, beforeAll, expect, it } from "vitest";
import { nextAuth } from "@/lib/http/next-auth";
import { type Failure, nextAuthOptions } from "@/lib/http/next-auth-options";
import { signOut } from "@/lib/identity/sign-in/sign-out";
import { env } from "@/lib/platform/config/env";
import { hashToken } from "@/lib/platform/kernel/secret-token";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
});
afterAll(() => portal.close());

const visitor = { ip: "192.0.2.80", userAgent: "Test/1.0" };
const user = { id: "the-session" };
const account = null;

function setUp() {
  const failure: Failure = {};
  const { callbacks, providers } = nextAuthOptions(visitor, failure);
  const { jwt, session, redirect } = callbacks ?? {};
  if (!jwt || !session || !redirect) throw new Error("next-auth would use callbacks of its own");
  const provider = providers[0] as {
    options?: { authorize?: (given: unknown, request: unknown) => Promise<{ id: string } | null> };
  };
  const authorize = (given: unknown) => provider.options?.authorize?.(given, {}) ?? Promise.resolve(null);
  return { failure, authorize, jwt, session, redirect };
}

it("next-auth keeps only the random session id in its token, whatever a client sends", async () => {
  const { jwt } = setUp();
  const first: JWT = { name: "Ada", email: "ada@x.example", sub: "1" };
  expect(await jwt({ token: first, user, account })).toEqual({ sid: "the-session" });
  const evil = { sid: "another", role: "owner", user: { name: "Mallory" } };
  const update = { token: { sid: "mine", role: "owner" }, trigger: "update", session: evil } as unknown as Parameters<
    typeof jwt
  >[0];
  expect(await jwt(update)).toEqual({ sid: "mine" });
});

it("next-auth signs in like the form, and returns the person as stored in the database", async () => {
  const { authorize, session, failure } = setUp();
  const opened = await authorize({ email: "Owner@Globex.example ", password: "portcullis-demo" });
  const shown = () =>
    session({ session: { expires: "2030-01-01" }, token: { sid: opened?.id } } as unknown as Parameters<
      typeof session
    >[0]);
  expect(await shown()).toEqual({
    expires: "2030-01-01",
    user: { name: expect.any(String), email: "owner@globex.example" },
  });
  await signOut({ by: "session", hash: hashToken(opened?.id ?? "") }, visitor.ip);
  expect(await shown()).toEqual({ expires: "2030-01-01", user: undefined });
  expect(failure.error).toBeUndefined();
});

it("next-auth refuses a wrong password and logs it", async () => {
  const { authorize, failure } = setUp();
  expect(await authorize({ email: "owner@globex.example", password: "nope" })).toBeNull();
  expect(failure.error).toMatchObject({ code: "invalid" });
  for (let n = 0; n < 6; n++) await authorize({ email: "owner@globex.example", password: "nope" });
  expect(failure.error).toMatchObject({ code: "too-many" });
  expect(await authorize(undefined)).toBeNull();
});

it("next-auth only redirects within the portal", async () => {
  const { redirect } = setUp();
  const baseUrl = "http://localhost:3000";
  for (const [url, to] of [
    ["/a/1", `${baseUrl}/a/1`],
    [`${baseUrl}/a/1?x=1`, `${baseUrl}/a/1?x=1`],
    ["https://evil.example/", `${baseUrl}/`],
    ["//evil.example", `${baseUrl}/`],
    [`${baseUrl}.evil.example/`, `${baseUrl}/`],
    ["::::", `${baseUrl}/`],
  ] as const) {
    expect(await redirect({ url, baseUrl })).toBe(to);
  }
});

it("next-auth answers other routes with 404, and lets no one write to the log", async () => {
  const ask = (method: string, step: string) => {
    const url = `${env().PORTAL_URL}/api/auth/${step}`;
    const body = method === "POST" ? "code=x&message=forged" : null;
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const context = { params: Promise.resolve({ nextauth: step.split("/") }) };
    return nextAuth(new NextRequest(url, { method, body, headers }), context);
  };
  for (const [method, step] of [
    ["GET", "callback/credentials"],
    ["GET", "verify-request"],
    ["POST", "_log"],
    ["POST", "callback/email"],
    ["GET", "constructor"],
  ] as const) {
    expect((await ask(method, step)).status, `${method} ${step}`).toBe(404);
  }
});
