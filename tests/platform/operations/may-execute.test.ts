import { describe, expect, it } from "vitest";
import { mayExecute, mayExecuteInFull } from "@/lib/platform/operations/may-execute";
import type { AnyOperation } from "@/lib/platform/operations/operation";
import { viewerLookingAs, viewerOf } from "@/lib/policy/viewer";
import { contact } from "@/tests/policy/people";
import { ownCommand, ownQuery } from "./own-operation";

const support = viewerOf(contact({ roles: ["support"] }));
const owner = viewerOf(contact({ roles: ["owner"] }));
const reading = ownQuery("account", "account.view");
const changing = ownCommand("account", "account.view");

describe("a menu or a button", () => {
  it("is shown for operations of which the viewer holds every permission that they need", () => {
    const both = ownQuery("account", "account.view", { alsoNeeds: ["billing.invoices.view"] });
    expect(mayExecute(support, reading, changing)).toBe(true);
    expect(mayExecute(support, both)).toBe(false);
    expect(mayExecute(support, reading, both)).toBe(false);
    expect(mayExecute(owner, both)).toBe(true);
  });

  it("is shown in a view as a member only for what reads", () => {
    const looking = viewerLookingAs(support.subject, owner);
    expect(mayExecute(looking, reading)).toBe(true);
    expect(mayExecute(looking, changing)).toBe(false);
    expect(mayExecute(looking, ownQuery("account", "billing.invoices.view"))).toBe(false);
  });

  it("is shown in full to those who also hold what the operation checks by itself", () => {
    const checking: AnyOperation = { ...reading, alsoChecks: ["billing.invoices.view"] };
    expect(mayExecuteInFull(support, reading)).toBe(true);
    expect(mayExecuteInFull(support, checking)).toBe(false);
    expect(mayExecuteInFull(owner, checking)).toBe(true);
    expect(mayExecuteInFull(support, { ...checking, permission: "billing.invoices.view" })).toBe(false);
  });
});
