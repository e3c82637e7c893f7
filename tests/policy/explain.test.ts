import { describe, expect, it } from "vitest";
import { explain } from "@/lib/policy/explain";
import type { Permission } from "@/lib/policy/permissions";
import { viewerOf } from "@/lib/policy/viewer";
import { contact, nextYear, staff, staffViewer, viewer, yesterday } from "./people";

const people = [
  { subject: contact({ roles: ["owner"] }), name: "Olga Owner" },
  { subject: contact({ roles: ["administrator"] }), name: "Adam Admin" },
  { subject: contact({ roles: ["billing"] }), name: "Bea Billing" },
];

describe("the explanation of an allowed permission", () => {
  it("names the role, who gave it and when, and the condition that is met", () => {
    const said = explain(viewer({ roles: ["billing"] }), "billing.invoices.view", { status: "open" });
    expect(said).toEqual({
      allowed: true,
      permission: "billing.invoices.view",
      because: [
        {
          kind: "role",
          role: "billing",
          condition: "ifIssued",
          givenBy: "Olga Owner",
          givenAt: yesterday,
          endsAt: null,
        },
        {
          kind: "condition",
          condition: "ifIssued",
          says: "once issued",
          sentence: "its status is not draft",
          met: true,
        },
      ],
      sentence: "Allowed by the Billing role, assigned on 1 March 2026 by Olga Owner, because its status is not draft.",
      grantors: [],
    });
  });

  it("names an individual permission, who granted it and until when, besides the role", () => {
    const grant = { permission: "links.add", effect: "on", endsAt: nextYear, givenBy: "Adam Admin" } as const;
    const custom = viewerOf({ ...contact({ roles: ["support"] }), overrides: [grant] });
    expect(explain(custom, "links.add").sentence).toBe(
      "Allowed by the Support role, assigned on 1 March 2026 by Olga Owner and an individual permission, granted by Adam Admin, until 2 March 2027.",
    );
  });

  it("names the conditions if no record is given", () => {
    expect(explain(viewer({ roles: ["support"] }), "meetings.view").sentence).toBe(
      "Allowed by the Support role, assigned on 1 March 2026 by Olga Owner if invited or as creator.",
    );
  });

  it("names only the staff role if the person's contact is suspended", () => {
    const both = {
      ...contact({ roles: ["administrator"], gates: { contactSuspended: true } }),
      ...{ staffRoles: ["agent"] as const },
    };
    expect(explain(viewerOf(both), "services.view", { id: "s" }).sentence).toBe("Allowed by the Support agent role.");
    expect(explain(viewerOf(staff()), "profile.manage").sentence).toBe("Allowed by your own login.");
  });
});

describe("the sentence for an allowed permission", () => {
  const me = viewer({ roles: ["billing"], contactId: "me" });
  const invited = { contactId: "me" };

  it("gives one condition that is met, and none that is not met", () => {
    const sentence = (record: object) => explain(me, "meetings.view", record).sentence;
    expect(sentence({ createdByContactId: "me", invitations: [] })).toMatch(/, because you are its creator\.$/);
    expect(sentence({ createdByContactId: "me", invitations: [invited] })).toMatch(
      /, because you are one of its invitees\.$/,
    );
  });

  it("gives no condition if one role needs none", () => {
    const both = viewer({ roles: ["administrator", "billing"] });
    expect(explain(both, "meetings.view").because.map(({ kind }) => kind)).toEqual(["role", "role"]);
    expect(explain(both, "meetings.view").sentence).toMatch(
      / and the Billing role, assigned on 1 March 2026 by Olga Owner\.$/,
    );
  });

  it("leaves out an individual permission of a suspended contact", () => {
    const shut = contact({ on: ["services.view"], gates: { contactSuspended: true } });
    const both = viewerOf({ ...shut, staffRoles: ["agent"] });
    expect(explain(both, "services.view", { id: "s" }).sentence).toBe("Allowed by the Support agent role.");
  });

  it("names no grantor for a staff role", () => {
    expect(explain(staffViewer("agent"), "services.view", { id: "s" }).because).toEqual([
      { kind: "role", role: "agent", condition: "always", givenBy: null, givenAt: null, endsAt: null },
    ]);
  });
});

describe("the explanation of a denied permission", () => {
  const sentence = (...[who, permission, record]: Parameters<typeof explain>) =>
    explain(who, permission, record, people).sentence;

  it("names the permission, and who on the account can grant it", () => {
    const said = explain(viewer({ roles: ["support"] }), "billing.invoices.pay", undefined, people);
    expect(said.sentence).toBe("You need “Pay invoices”. Olga Owner or Adam Admin can grant it to you.");
    expect(said.grantors).toEqual(["Olga Owner", "Adam Admin"]);
    expect(said.because).toEqual([{ kind: "not-given" }]);
  });

  it("names two of many, and counts the others", () => {
    const many = ["Ana", "Ben", "Cleo", "Dan"].map((name) => ({ ...(people[0] as (typeof people)[number]), name }));
    const said = explain(viewer({ roles: ["support"] }), "billing.invoices.pay", undefined, many);
    expect(said.sentence).toBe("You need “Pay invoices”. Ana, Ben, or one of 2 others can grant it to you.");
    expect(said.grantors).toEqual(["Ana", "Ben", "Cleo", "Dan"]);
  });

  it("names three of three", () => {
    const three = ["Ana", "Ben", "Cleo"].map((name) => ({ ...(people[0] as (typeof people)[number]), name }));
    const said = explain(viewer({ roles: ["support"] }), "billing.invoices.pay", undefined, three);
    expect(said.sentence).toBe("You need “Pay invoices”. Ana, Ben, or Cleo can grant it to you.");
  });

  it("names no one in general who could lift a suspension", () => {
    const shut = viewer({ roles: ["support"], gates: { contactSuspended: true } });
    expect(explain(shut, "links.add").sentence).toBe("Your access to this account is suspended.");
  });

  it("includes the gate besides an expired role and a current one", () => {
    const person = contact({ roles: ["support"], gates: { contactSuspended: true } });
    const ended = { role: "billing", endsAt: yesterday, givenBy: null, givenAt: yesterday } as const;
    const kinds = explain(viewerOf({ ...person, roles: [ended, ...person.roles] }), "links.add").because;
    expect(kinds.map(({ kind }) => kind)).toEqual(["ended", "role", "gate"]);
  });

  it("includes an expired individual permission, and none that cannot be granted", () => {
    const override = { effect: "on", endsAt: yesterday, givenBy: "Adam Admin" } as const;
    const because = (permission: Permission) =>
      explain(viewerOf({ ...contact(), overrides: [{ ...override, permission }] }), permission).because;
    expect(because("reports.view")).toMatchObject([
      { kind: "ended", role: null, endsAt: yesterday },
      { kind: "not-given" },
    ]);
    expect(because("services.cancel")).toEqual([{ kind: "not-given" }]);
    expect(because("billing.refunds.issue")).toEqual([{ kind: "not-given" }]);
  });

  it("names the roles that could grant it if the people are not known", () => {
    const support = viewer({ roles: ["support"] });
    expect(explain(support, "billing.invoices.pay").sentence).toBe(
      "You need “Pay invoices”. The account owner or an administrator can grant it to you.",
    );
    expect(explain(support, "services.order").sentence).toBe(
      "You need “Order services”. The account owner can grant it to you.",
    );
  });

  it("names only roles to a viewer who may not see members", () => {
    const blind = viewer({ roles: ["support"], off: ["people.members.view"] });
    const said = explain(blind, "billing.invoices.pay", undefined, people);
    expect(said.sentence).toBe("You need “Pay invoices”. The account owner or an administrator can grant it to you.");
    expect(said.grantors).toEqual([]);
    expect(sentence(blind, "services.order")).toBe("You need “Order services”. The account owner can grant it to you.");
    expect(sentence(blind, "billing.refunds.issue")).toBe("You need “Issue refunds”. Only staff can do this.");
    const token = viewer({ roles: ["support"], gates: { tokenPermissions: ["account.view"] } });
    expect(explain(token, "billing.invoices.pay", undefined, people).grantors).toEqual([]);
  });

  it("names no one if no one could grant it, also to a viewer who may not see members", () => {
    const blind = viewer({ on: ["account.view"] });
    expect(explain(blind, "billing.invoices.pay", undefined, []).sentence).toBe("You need “Pay invoices”.");
  });

  it("names no one on the account to staff, but the roles of the staff that have it", () => {
    expect(explain(staffViewer("agent"), "billing.overview.view").sentence).toBe(
      "You need “View billing overview”. It comes with the Accounting or Manager role.",
    );
    expect(explain(staffViewer("agent"), "staff.team.manage").sentence).toBe(
      "You need “Manage the team”. It comes with the Manager role.",
    );
    expect(explain(staffViewer("manager"), "services.cancel").sentence).toBe(
      "You need “Cancel services”. Only the account owner can do this.",
    );
    // Their own role has it, for billing tickets.
    expect(
      explain(staffViewer("accounting"), "support.tickets.reply", { department: "support" }).sentence,
    ).not.toContain("role");
  });

  it("names only the owner for orders, and no one for cancellations or staff permissions", () => {
    const administrator = viewer({ roles: ["administrator"] });
    expect(sentence(administrator, "services.order")).toBe(
      "You need “Order services”. Olga Owner can grant it to you.",
    );
    expect(sentence(administrator, "services.cancel", { id: "s" })).toBe(
      "You need “Cancel services”. Only the account owner can do this.",
    );
    expect(sentence(administrator, "billing.refunds.issue")).toBe("You need “Issue refunds”. Only staff can do this.");
  });

  it("names no one if granting it would not help", () => {
    const uninvited = explain(
      viewer({ roles: ["administrator"] }),
      "decisions.proposals.vote",
      { invitations: [], recusals: [] },
      people,
    );
    expect(uninvited.sentence).toBe("You have “Vote” with a condition that isn't met here: if invited to vote.");
    expect(uninvited.grantors).toEqual([]);
    expect(sentence(staffViewer("accounting"), "support.tickets.note", { department: "sales" })).toContain(
      "You have “Add internal notes” with a condition that isn't met here: if sent to billing",
    );
  });

  it("names the people who could lift a condition or a limit", () => {
    const meeting = { createdByContactId: null, invitations: [] };
    expect(sentence(viewer({ roles: ["billing"] }), "meetings.view", meeting)).toBe(
      "You have “View meetings” with a condition that isn't met here: if invited or as creator. Olga Owner or Adam Admin can grant it to you.",
    );
    expect(sentence(viewer({ roles: ["support"], serviceLimit: ["web"] }), "services.view", { id: "mail" })).toBe(
      "You have “View services” with a condition that isn't met here: for chosen services. Olga Owner or Adam Admin can grant it to you.",
    );
  });

  it.each<[string, Parameters<typeof contact>[0], Permission, string]>([
    [
      "a switched-off permission",
      { off: ["links.add"] },
      "links.add",
      "“Add links” has been denied for you. Olga Owner or Adam Admin can change that.",
    ],
    [
      "a suspended contact",
      { gates: { contactSuspended: true } },
      "links.add",
      "Your access to this account is suspended. The account owner or an administrator can change that.",
    ],
    [
      "an ended contact",
      { gates: { contactEndsAt: yesterday } },
      "links.add",
      "Your access to this account ended on 1 March 2026. The account owner or an administrator can change that.",
    ],
    [
      "two-factor sign-in that the account requires",
      { gates: { twoFactorDue: yesterday } },
      "links.add",
      "This account requires two-factor sign-in. Set it up in your profile under Security to get your access back.",
    ],
    [
      "an area that is off",
      { gates: { areasOff: ["links"] } },
      "links.add",
      "The Links area is turned off for this account. Olga Owner or Adam Admin can change that.",
    ],
    [
      "a closed account",
      { gates: { accountClosed: true } },
      "links.add",
      "This account is closed, so “Add links” is no longer available.",
    ],
    [
      "a contact who is one of staff",
      { gates: { contactIsStaff: true } },
      "links.add",
      "Staff can't have access to a customer's account as a contact.",
    ],
    ["a suspended person", { gates: { personSuspended: true } }, "links.add", "Your login is suspended."],
    [
      "a token for other things",
      { gates: { tokenPermissions: [] } },
      "links.add",
      "This token doesn't include “Add links”.",
    ],
  ])("names %s", (_, traits, permission, said) => {
    const gated = viewer({ roles: ["support"], ...traits });
    expect(sentence(gated, permission)).toBe(said);
    expect(explain(gated, permission).because.map(({ kind }) => kind)).toEqual(["role", "gate"]);
  });

  it("names what has ended", () => {
    const role = { role: "billing", endsAt: yesterday, givenBy: null, givenAt: yesterday } as const;
    const ended = viewerOf({ ...contact(), roles: [role] });
    expect(sentence(ended, "billing.overview.view")).toBe(
      "You had “View billing overview” until 1 March 2026. The account owner or an administrator can grant it to you.",
    );
  });
});
