import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { forgetEnvironment } from "@/lib/platform/config/env";
import { EMAIL_PROOF_DAYS, emailProofLink, openEmailProof } from "@/lib/platform/operations/email-proof";

const proof = { of: "person", id: "01900000-0000-7000-8000-000000000001", email: "a@northwind.example" } as const;
const issued = new Date("2026-03-01T12:00:00Z");
const after = (seconds: number) => new Date(issued.getTime() + seconds * 1000);

beforeEach(() => {
  const DATABASE_URL = "postgresql://nobody@localhost/nothing";
  Object.assign(process.env, { PORTAL_MODE: "test", DATABASE_URL });
  forgetEnvironment();
  vi.useFakeTimers({ toFake: ["Date"], now: issued });
});
afterEach(() => vi.useRealTimers());

const opened = async () => {
  const link = await emailProofLink(proof);
  return { token: link.slice(link.lastIndexOf("/") + 1), link };
};

it("proves an address for exactly seven days", async () => {
  const { token } = await opened();
  expect(EMAIL_PROOF_DAYS).toBe(7);
  vi.setSystemTime(after(7 * 86_400 - 60));
  expect(await openEmailProof(token)).toEqual(proof);
  // Clocks may differ by at most a minute.
  vi.setSystemTime(after(7 * 86_400 + 60));
  expect(await openEmailProof(token)).toBeNull();
});

it("is only valid with its own seal", async () => {
  const { token, link } = await opened();
  expect(link).toBe(`http://localhost:3000/verify-email/${token}`);
  expect(await openEmailProof(`${token.slice(0, -2)}xx`)).toBeNull();
  expect(await openEmailProof("")).toBeNull();
  process.env.PORTAL_SECRET = "another secret of thirty-two characters";
  forgetEnvironment();
  expect(await openEmailProof(token)).toBeNull();
});
