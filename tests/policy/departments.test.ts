import { describe, expect, it } from "vitest";
import { planOf } from "@/lib/policy/access-plan";
import type { Department } from "@/lib/policy/departments";
import { can, canSome } from "@/lib/policy/evaluate";
import { explain } from "@/lib/policy/explain";
import { contactGates } from "@/lib/policy/gates";
import { roleChange } from "@/lib/policy/role-change";
import { viewerOf } from "@/lib/policy/viewer";
import { contact, now } from "./people";

const owner = contact({ roles: ["owner"] });
const administrator = contact({ roles: ["administrator"] });
const supporter = (departmentsOff: readonly Department[], services: readonly string[] | null = null) =>
  contact({ roles: ["support"], departmentsOff, serviceLimit: services });
const ticketTo = (department: Department, serviceId: string | null = null) =>
  ({ id: "ticket", department, serviceId, openedByContactId: null }) as const;
const sees = (subject: ReturnType<typeof contact>, department: Department, serviceId: string | null = null) =>
  can(viewerOf(subject), "support.tickets.view", ticketTo(department, serviceId));

describe("a department that is taken away", () => {
  it("closes its tickets, and no others", () => {
    const person = supporter(["billing"]);
    expect([sees(person, "support"), sees(person, "billing"), sees(person, "sales")]).toEqual([true, false, true]);
  });

  it("is taken away whatever grants the permission, since roles only add", () => {
    const both = contact({
      roles: ["administrator", "support"],
      on: ["support.tickets.view"],
      departmentsOff: ["sales"],
    });
    expect([sees(both, "support"), sees(both, "sales")]).toEqual([true, false]);
  });

  it("is never taken away from the owner", () => {
    expect(sees(contact({ roles: ["owner"], departmentsOff: ["billing", "sales"] }), "billing")).toBe(true);
  });

  it("narrows a limit to services further", () => {
    const person = supporter(["billing"], ["web"]);
    expect([sees(person, "support", "web"), sees(person, "billing", "web")]).toEqual([true, false]);
    expect(sees(person, "support", "mail")).toBe(false);
  });

  it("leaves no ticket at all if it is the last one", () => {
    const person = viewerOf(supporter(["support", "billing", "sales"]));
    expect(canSome(person, "support.tickets.open")).toBe(false);
    expect(explain(person, "support.tickets.open").because).toContainEqual(
      expect.objectContaining({ gate: "department-off" }),
    );
  });

  it("leaves everything that is not about tickets", () => {
    expect(canSome(viewerOf(supporter(["support", "billing", "sales"])), "services.credentials.view")).toBe(true);
  });
});

describe("a refusal because of it", () => {
  const people = [
    { subject: owner, name: "Olga" },
    { subject: supporter([]), name: "Sam" },
  ];

  it("says so, and who can give it back", () => {
    const said = explain(viewerOf(supporter(["billing"])), "support.tickets.reply", ticketTo("billing"), people);
    expect(said.sentence).toBe(
      "“Reply to tickets” has been taken away from you for this department. Olga can change that.",
    );
  });

  it("names nobody where giving it back wouldn't help", () => {
    const said = explain(
      viewerOf(contact({ departmentsOff: ["billing"] })),
      "support.tickets.reply",
      undefined,
      people,
    );
    expect(said.because).not.toContainEqual(expect.objectContaining({ gate: "department-off" }));
  });
});

describe("taking departments away and giving them back", () => {
  const change = (actor: typeof owner, target: typeof owner, departmentsOff: readonly Department[]) =>
    roleChange(viewerOf(actor), { subject: target }, { ...planOf(target), departmentsOff });

  it("is the owner's, and an administrator's, in both directions", () => {
    for (const actor of [owner, administrator]) {
      expect(change(actor, supporter([]), ["billing"])).toMatchObject({ ok: true, gains: [] });
      expect(change(actor, supporter(["billing"]), [])).toMatchObject({ ok: true, loses: [] });
    }
  });

  it("is not for someone who lacks the department themselves, for anyone", () => {
    const half = contact({ roles: ["administrator"], departmentsOff: ["billing"] });
    expect(change(half, supporter(["billing", "sales"]), ["billing"]).ok).toBe(true);
    expect(change(half, supporter(["billing"]), [])).toMatchObject({ refusal: "not-yours-to-give" });
    const toOneself = contact({ roles: ["administrator"], contactId: half.contactId, departmentsOff: ["billing"] });
    expect(change(half, toOneself, []).ok).toBe(false);
  });

  it("is not staff's", () => {
    const agent = viewerOf({ ...contact(), contactId: null, staffRoles: ["agent"], now });
    const target = supporter(["billing"]);
    expect(roleChange(agent, { subject: target }, { ...planOf(target), departmentsOff: [] }).ok).toBe(false);
  });

  it("lets a person limited to services give the same services in fewer departments", () => {
    const limited = contact({ roles: ["administrator"], serviceLimit: ["web"] });
    const target = supporter([], ["web"]);
    expect(change(limited, target, ["sales"]).ok).toBe(true);
    expect(change(limited, supporter(["sales"], ["web"]), []).ok).toBe(true);
  });
});

it("is only the reason where no other department is left", () => {
  const gates = (off: readonly Department[], record?: object) =>
    contactGates(supporter(off), "support.tickets.view", record).map(({ gate }) => gate);
  expect(gates(["billing"])).toEqual([]);
  expect(gates(["billing"], ticketTo("billing"))).toEqual(["department-off"]);
  expect(gates(["support", "billing", "sales"])).toEqual(["department-off"]);
});
