import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { previewAudience } from "@/lib/workspace/decisions/preview-audience";
import { viewDecision } from "@/lib/workspace/decisions/view-decision";
import { buildContact } from "@/prisma/seed/builders/contact";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { worldOf } from "./world";

let portal: TestPortal;
let world: ReturnType<typeof worldOf>;
beforeAll(async () => {
  portal = await testPortal();
  world = worldOf(portal);
});
afterAll(() => portal.close());

const NOT_SEEN = "Invited, but won't see it.";
const BILLING_ONLY = "Holds the billing role only.";

/** People of every kind that such a preview has to tell apart, all of them invited but the last. */
async function invitedPeople() {
  const { accountId } = world;
  const make = async (name: string, plan: Omit<Parameters<typeof buildContact>[2], "email" | "name">) => {
    const email = `${name.toLowerCase()}@previews.example`;
    return { name, email, id: await buildContact(portal.owner, accountId, { email, name, ...plan }) };
  };
  const off = (permission: "decisions.search" | "decisions.proposals.view") => ({ permission, effect: "off" as const });
  return {
    plain: await make("Plain", { roles: ["billing", "support"] }),
    biller: await make("Biller", { roles: ["billing"] }),
    recused: await make("Recused", { roles: ["support"] }),
    administrator: await make("Admin", { roles: ["administrator"] }),
    without: await make("Without", { permissions: [{ permission: "links.search" }] }),
    switchedOff: await make("Switched", {
      roles: ["support"],
      permissions: [off("decisions.search"), off("decisions.proposals.view")],
    }),
    suspended: await make("Suspended", { roles: ["support"], status: "suspended" }),
    outsider: await make("Outsider", { login: false }),
    uninvited: await make("Uninvited", { roles: ["administrator"] }),
  };
}

type People = Awaited<ReturnType<typeof invitedPeople>>;

/** A proposal that has been sent to all of them but the last. */
async function proposal({ uninvited, recused, ...others }: People) {
  const voters = [...Object.values(others), recused].map(({ id }) => id);
  return world.build({
    title: "Who reads this",
    voters,
    recused: [{ contactId: recused.id, reason: "Owns shares" }],
  });
}

const preview = (decisionId: string) => world.run("owner", previewAudience, { decisionId });

/** Who opens it, by opening it as each of them. */
async function opened(people: People, decisionId: string): Promise<string[]> {
  const names: string[] = [];
  for (const [kind, { email, name }] of Object.entries(people)) {
    // Somebody without a login can't ask at all.
    if (kind === "outsider") continue;
    const seen = await world.run(email, viewDecision, { decisionId }).then(
      () => true,
      () => false,
    );
    if (seen) names.push(name);
  }
  return names.sort();
}

describe("the preview of a proposal", () => {
  let people: People;
  let decisionId: string;
  let shown: Awaited<ReturnType<typeof preview>>;
  beforeAll(async () => {
    people = await invitedPeople();
    decisionId = await proposal(people);
    shown = await preview(decisionId);
  });

  it("names as readers exactly those who can open it, each asked for themselves", async () => {
    const made = new Set(Object.values(people).map(({ name }) => name));
    const readers = shown.readers.map(({ name }) => name).filter((name) => made.has(name));
    expect(readers.sort()).toEqual(await opened(people, decisionId));
    expect(readers).toEqual(expect.arrayContaining(["Admin", "Biller", "Plain"]));
    expect(readers).not.toContain("Uninvited");
  });

  it("marks whoever was invited and won't see it, with the reason, and nobody else", () => {
    const { recused, without, switchedOff, suspended, outsider } = people;
    const shutOut = shown.shutOut.map(({ id, why, surprise }) => [id, why, surprise]);
    const none = "None of their roles or permissions allows it.";
    const reasons = [
      [recused.id, "They are recused from it."],
      [without.id, none],
      [switchedOff.id, "This permission has been taken away from them."],
      [suspended.id, "Their access is suspended."],
    ];
    expect(shutOut).toEqual(expect.arrayContaining(reasons.map((one) => [...one, NOT_SEEN])));
    const expected = new Set([...reasons.map(([id]) => id), outsider.id]);
    expect(shutOut.filter(([id]) => !expected.has(id ?? ""))).toEqual([]);
  });

  it("says who holds the billing role only, and finds nothing surprising in anybody else who reads it", () => {
    const surprises = new Map(shown.readers.map(({ name, surprise }) => [name, surprise]));
    expect(surprises.get("Biller")).toBe(BILLING_ONLY);
    expect(surprises.get("Plain")).toBeNull();
    expect(surprises.get("Admin")).toBeNull();
    const marked = shown.readers.filter(({ surprise }) => surprise !== null);
    expect(marked.map(({ surprise }) => surprise)).toEqual(marked.map(() => BILLING_ONLY));
  });

  it("follows when somebody is given the area, or the recusal is lifted", async () => {
    const { recused, without } = people;
    await portal.owner.decisionRecusal.deleteMany({ where: { decisionId, contactId: recused.id } });
    const role = { accountId: world.accountId, contactId: without.id, role: "support" as const };
    await portal.owner.contactRole.create({ data: { ...role, givenByName: "Test" } });
    const now = await preview(decisionId);
    expect(now.readers.map(({ id }) => id)).toEqual(expect.arrayContaining([recused.id, without.id]));
    const readers = now.readers.map(({ name }) => name);
    const made = new Set(Object.values(people).map(({ name }) => name));
    expect(readers.filter((name) => made.has(name)).sort()).toEqual(await opened(people, decisionId));
  });

  it("is not there while the area is turned off, as the proposal isn't", async () => {
    const { id } = await portal.owner.account.findUniqueOrThrow({ where: { id: world.accountId } });
    const before = await portal.owner.account.findUniqueOrThrow({ where: { id }, select: { areasOff: true } });
    await portal.owner.account.update({ where: { id }, data: { areasOff: ["decisions"] } });
    expect(await world.answer("owner", previewAudience, { decisionId })).not.toBe("allowed");
    expect(await opened(people, decisionId)).toEqual([]);
    await portal.owner.account.update({ where: { id }, data: before });
    expect(await world.answer("owner", previewAudience, { decisionId })).toBe("allowed");
  });
});
