import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/platform/db/credential";
import type { AnyOperation } from "@/lib/platform/operations/operation";
import { requireVisit, staffBehind } from "@/lib/platform/operations/require-visit";
import { whyUnlisted } from "@/lib/platform/operations/unlisted";
import type { StaffStanding, Visit } from "@/lib/policy/staff-visit";
import { ownQuery } from "./own-operation";

const customer: Actor = {
  ...{ personId: "bea", contactId: "bea", name: "Bea Rossi", email: "bea@northwind.example", emailVerified: true },
  ...{ isStaff: false, locale: "en", timeZone: "UTC", credentialId: "session" },
};
const agent: Actor = { ...customer, personId: "amir", contactId: null, name: "Amir", isStaff: true };
const looking: Actor = { ...customer, look: { id: "look", endsAt: new Date(), looker: agent } };

const visit: Visit = { id: "visit", approved: false, needsApproval: false, endsAt: new Date() };
const nothing: StaffStanding = { approval: "off", visit: null };
const account = { id: "northwind" };
const invoices = ownQuery("account", "billing.invoices.view");

interface Asked {
  readonly actor?: Actor;
  readonly standing?: StaffStanding | null;
  readonly account?: { readonly id: string } | null;
}
const ask = (operation: AnyOperation, asked: Asked) => () =>
  requireVisit({ actor: agent, standing: nothing, account, ...asked }, operation);

const refused = (missing: "reason" | "approval", message: string) =>
  expect.objectContaining({
    ...{ code: "refused", message },
    extra: { reason: `visit-${missing}`, visitAccountId: "northwind" },
  });
const SAY_WHY = refused("reason", "Say first why you need this account's records. The customer can read it.");

describe("staff who open an account's records", () => {
  it("say why, also while they view it as a member", () => {
    expect(ask(invoices, {})).toThrow(SAY_WHY);
    expect(ask(invoices, { actor: looking })).toThrow(SAY_WHY);
    expect(ask(invoices, { standing: { approval: "off", visit } })).not.toThrow();
  });

  it("need the owner's approval if the account wants that, and are told whether they have asked", () => {
    expect(ask(invoices, { standing: { approval: "everything", visit } })).toThrow(
      refused("approval", "This account wants to approve it first. Ask its owner."),
    );
    const waiting = { ...visit, needsApproval: true };
    expect(ask(invoices, { standing: { approval: "everything", visit: waiting } })).toThrow(
      refused("approval", "This waits for an approval. You have access as soon as it is given."),
    );
    const approved = { ...visit, approved: true };
    expect(ask(invoices, { standing: { approval: "everything", visit: approved } })).not.toThrow();
  });

  it("need the approval for login details alone if the account wants that", () => {
    const logins: AnyOperation = { ...invoices, loginDetails: true };
    const standing: StaffStanding = { approval: "login-details", visit };
    expect(ask(invoices, { standing })).not.toThrow();
    expect(ask(logins, { standing })).toThrow(
      refused("approval", "This account wants to approve it first. Ask its owner."),
    );
  });
});

describe("no reason is needed", () => {
  it("by customers, and outside of accounts", () => {
    expect(ask(invoices, { actor: customer })).not.toThrow();
    expect(ask(ownQuery("staff", "staff.accounts.find"), {})).not.toThrow();
    expect(ask(invoices, { account: null })).not.toThrow();
    expect(ask(invoices, { standing: null })).not.toThrow();
  });

  it("for what isn't listed for the owner either", () => {
    expect(ask({ ...invoices, unlisted: "in-the-list" }, {})).not.toThrow();
    expect(ask(ownQuery("account", "support.tickets.note"), {})).not.toThrow();
  });
});

it("staff are behind their own requests and behind their views as a member", () => {
  expect(staffBehind({ actor: agent })).toBe(agent);
  expect(staffBehind({ actor: looking })).toBe(agent);
  expect(staffBehind({ actor: customer })).toBeNull();
});

it("only what is the customer's is listed", () => {
  expect(whyUnlisted(invoices)).toBeNull();
  expect(whyUnlisted({ ...invoices, unlisted: "shows-nothing" })).toBe("shows-nothing");
  expect(whyUnlisted({ permission: "profile.manage" })).toBe("personal");
  expect(whyUnlisted({ permission: "support.tickets.note" })).toBe("internal");
  expect(whyUnlisted({ permission: "support.tickets.view" })).toBeNull();
});
