import { decode, encode } from "next-auth/jwt";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  openSession,
  SESSION_DAYS,
  sealSession,
  sessionCookieName,
  sessionCookieOptions,
} from "@/lib/identity/sign-in/session-cookie";
import { env, forgetEnvironment } from "@/lib/platform/config/env";
import {
  EMAIL_PROOF_DAYS,
  type EmailProof,
  emailProofLink,
  openEmailProof,
} from "@/lib/platform/operations/email-proof";

const DAY = 86_400_000;
const proof: EmailProof = { of: "contact", id: "01990000-0000-7000-8000-000000000001", email: "ana@example.com" };
const tokenOf = async (of: EmailProof) => (await emailProofLink(of)).split("/").at(-1) ?? "";
/** Sealed as by the portal, with any contents. */
const sealed = (token: Record<string, unknown>, salt?: string) =>
  encode({ token, secret: env().PORTAL_SECRET, salt, maxAge: 600 });
/** Advances the clock of both sides without waiting. */
const moveOn = (ms: number) => vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + ms });

const settle = (settings: Record<string, string>) => {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  forgetEnvironment();
};
beforeEach(() => settle({ PORTAL_MODE: "test", DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none" }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  forgetEnvironment();
});

describe("a link that proves an address", () => {
  it("points to this portal and states its purpose", async () => {
    const link = await emailProofLink(proof);
    expect(link.slice(0, -(link.split("/").at(-1)?.length ?? 0))).toBe(`${env().PORTAL_URL}/verify-email/`);
    expect(await openEmailProof(await tokenOf(proof))).toEqual(proof);
    expect(await openEmailProof(await tokenOf({ ...proof, of: "person" }))).toEqual({ ...proof, of: "person" });
  });

  it("is invalid after seven days", async () => {
    expect(EMAIL_PROOF_DAYS).toBe(7);
    const token = await tokenOf(proof);
    moveOn(7 * DAY - 60_000);
    expect(await openEmailProof(token)).toEqual(proof);
    moveOn(120_000);
    expect(await openEmailProof(token)).toBeNull();
  });

  it("is invalid if sealed as a session or for another purpose", async () => {
    expect(await openEmailProof("nonsense")).toBeNull();
    expect(await openEmailProof(await sealSession("session"))).toBeNull();
    expect(await openEmailProof(await sealed({ ...proof }))).toBeNull();
    expect(await openEmailProof(await sealed({ ...proof }, "unsubscribe"))).toBeNull();
    expect(await openEmailProof(await sealed({ ...proof, of: "account" }, "email-proof"))).toBeNull();
    expect(await openEmailProof(await sealed({ ...proof, id: "1" }, "email-proof"))).toBeNull();
    expect(await openEmailProof(await sealed({ ...proof }, "email-proof"))).toEqual(proof);
  });
});

describe("a session's cookie", () => {
  it("contains the random id and is valid for thirty days", async () => {
    expect(SESSION_DAYS).toBe(30);
    const cookie = await sealSession("secret-id");
    expect(cookie).not.toContain("secret-id");
    expect(await decode({ token: cookie, secret: env().PORTAL_SECRET })).toMatchObject({ sid: "secret-id" });
    moveOn(30 * DAY - 60_000);
    expect(await openSession(cookie)).toBe("secret-id");
    moveOn(120_000);
    expect(await openSession(cookie)).toBeNull();
  });

  it("is invalid if sealed with another key or for another purpose", async () => {
    expect(await openSession("nonsense")).toBeNull();
    expect(await openSession("")).toBeNull();
    expect(await openSession(await tokenOf(proof))).toBeNull();
    expect(await openSession(await sealed({ sid: 7 }))).toBeNull();
    expect(await openSession(await sealed({}))).toBeNull();
  });

  it.each([
    ["http://localhost:3000", "next-auth.session-token", false],
    ["https://portal.example", "__Secure-next-auth.session-token", true],
  ])("at %s is named and kept as next-auth keeps it", (url, name, secure) => {
    settle({ PORTAL_URL: url });
    expect(sessionCookieName()).toBe(name);
    expect(sessionCookieOptions()).toEqual({ httpOnly: true, sameSite: "lax", path: "/", secure, maxAge: 2_592_000 });
  });
});
