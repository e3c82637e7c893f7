import { describe, expect, it } from "vitest";
import { addMinutes } from "@/lib/platform/kernel/dates";
import type { Caller } from "@/lib/platform/operations/caller";
import type { AnyOperation } from "@/lib/platform/operations/operation";
import { CONFIRMED_MINUTES, requireConfirmation } from "@/lib/platform/operations/require-confirmation";
import { ownCommand, ownQuery } from "./own-operation";

const now = new Date("2026-03-01T12:00:00Z");
const plain = ownCommand("account", "account.view");
const always: AnyOperation = { ...plain, stepUp: "always" };
const withFactor: AnyOperation = { ...plain, stepUp: "with-factor" };

interface Asked {
  readonly by?: "session" | "token" | null;
  readonly hasFactor?: boolean;
  readonly at?: Date | null;
}

const ask = (operation: AnyOperation, { by = "session", hasFactor = false, at = null }: Asked) => {
  const credential = by === null ? null : by === "token" ? { by, hash: "hash" } : { by, hash: "hash" };
  const caller = { credential, via: "form", ip: "127.0.0.1" } as Caller;
  return () => requireConfirmation(caller, { confirmation: { hasFactor, at }, now }, operation);
};

const needed = expect.objectContaining({
  code: "confirmation-needed",
  message: "Confirm that it's you with your password, or a code if you use two-factor sign-in.",
});

describe("a sensitive operation", () => {
  it("needs a session that was confirmed less than ten minutes ago", () => {
    expect(ask(always, { at: null })).toThrow(needed);
    expect(ask(always, { at: addMinutes(now, -CONFIRMED_MINUTES) })).toThrow(needed);
    expect(ask(always, { at: new Date(addMinutes(now, -CONFIRMED_MINUTES).getTime() + 1) })).not.toThrow();
    expect(CONFIRMED_MINUTES).toBe(10);
  });

  it("isn't asked of an API token, but of whoever has no session at all", () => {
    expect(ask(always, { by: "token" })).not.toThrow();
    expect(ask(always, { by: null })).toThrow(needed);
  });

  it("is only asked of people with a second factor where it says so", () => {
    expect(ask(withFactor, { hasFactor: false })).not.toThrow();
    expect(ask(withFactor, { hasFactor: true })).toThrow(needed);
    expect(ask(always, { hasFactor: false })).toThrow(needed);
  });
});

it("what only reads, or isn't sensitive, needs no confirmation", () => {
  expect(ask(plain, {})).not.toThrow();
  expect(ask(ownQuery("account", "account.view"), {})).not.toThrow();
});
