import { describe, expect, it } from "vitest";
import { Problem } from "@/lib/platform/kernel/problem";
import type { AnyOperation } from "@/lib/platform/operations/operation";
import { isOpenInLook, looksElsewhere, refuseInLook } from "@/lib/platform/operations/refuse-in-look";
import { ownCommand, ownQuery } from "./own-operation";

const reading = ownQuery("account", "account.view");
const changing = ownCommand("account", "account.view");
const file = (type: NonNullable<AnyOperation["http"]["file"]>): AnyOperation => ({
  ...reading,
  http: { ...reading.http, file: type },
});

const problemOf = (work: () => void): Problem | null => {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
};

describe("a view as a member", () => {
  it("is open to what only reads, pictures included", () => {
    expect(isOpenInLook(reading)).toBe(true);
    expect(isOpenInLook(file("image/webp"))).toBe(true);
    expect(problemOf(() => refuseInLook(reading, "Bea Rossi"))).toBeNull();
  });

  it("is closed to what changes something, logs, asks somebody outside or hands out a file", () => {
    const logged = ownQuery("account", "account.view", { logged: () => ({ summary: "Read it" }) });
    const asking = ownQuery("account", "account.view", { after: async () => ({ said: null }) });
    const files = ["text/csv", "application/pdf", "application/zip", "application/octet-stream"] as const;
    for (const operation of [changing, logged, asking, ...files.map(file)]) expect(isOpenInLook(operation)).toBe(false);
  });

  it("says whom one is viewing as, and what can't be done meanwhile", () => {
    expect(problemOf(() => refuseInLook(changing, "Bea Rossi"))).toMatchObject({
      code: "refused",
      message: "You're viewing the portal as Bea Rossi, so nothing can be changed. Leave the view first.",
      extra: { reason: "looking", permission: "account.view" },
    });
    expect(problemOf(() => refuseInLook(file("text/csv"), "Bea Rossi"))).toMatchObject({
      code: "refused",
      message: "You're viewing the portal as Bea Rossi, so files can't be downloaded. Leave the view first.",
    });
  });

  it("names the account to go back to when somebody opens another one", () => {
    const look = { id: "look", accountId: "here", contactId: "bea", endsAt: new Date() };
    expect(looksElsewhere(look)).toMatchObject({
      code: "refused",
      message: "You're viewing the portal as someone else. Leave that view to continue here as yourself.",
      extra: { reason: "looking", lookAccountId: "here" },
    });
  });
});
