import { describe, expect, it } from "vitest";
import { sentenceOfNo, sentenceOfYes } from "@/lib/policy/explanation";
import type { Reason } from "@/lib/policy/reasons";

const at = new Date("2026-03-02T09:00:00Z");
const source = (more: object): Reason[] => [
  { kind: "role", role: "billing", givenBy: null, givenAt: null, endsAt: null, ...more } as Reason,
];
const gate = (name: string): Reason[] => [{ kind: "gate", gate: name, endsAt: null } as Reason];

describe("what allows something is said with whoever gave it and when, as far as that is known", () => {
  it.each([
    [{}, "the billing role"],
    [{ givenBy: "Olga" }, "the billing role, assigned by Olga"],
    [{ givenAt: at }, "the billing role, assigned on 2 March 2026"],
    [{ givenBy: "Olga", givenAt: at }, "the billing role, assigned on 2 March 2026 by Olga"],
    [{ kind: "grant", role: null }, "an individual permission"],
    [{ kind: "grant", role: null, givenBy: "Olga" }, "an individual permission, granted by Olga"],
    [{ kind: "grant", role: null, givenAt: at }, "an individual permission, granted on 2 March 2026"],
    [
      { kind: "grant", role: null, givenBy: "Olga", givenAt: at, endsAt: at },
      "an individual permission, granted on 2 March 2026 by Olga, until 2 March 2026",
    ],
    [{ kind: "opened", role: null, givenBy: "Olga" }, "access that Olga opened to support"],
    [
      { kind: "opened", role: null, givenBy: "Olga", endsAt: at },
      "access that Olga opened to support, until 2 March 2026",
    ],
  ])("%j", (more, said) => {
    expect(sentenceOfYes(source(more)).toLowerCase()).toBe(`allowed by ${said}.`.toLowerCase());
  });
});

it("says the condition of somebody else's access without calling them you", () => {
  const condition = {
    kind: "condition" as const,
    condition: "ifInvited" as const,
    says: "as an attendee",
    sentence: "you are one of its attendees",
    met: true,
  };
  const reasons = [...source({ role: "billing" }), condition];
  expect(sentenceOfYes(reasons, "somebody")).toBe("Allowed by the Billing role: as an attendee.");
  expect(sentenceOfYes(reasons)).toBe("Allowed by the Billing role, because you are one of its attendees.");
});

const told = (grantors: readonly string[] | null) => ({ grantors, named: true, staffRoles: [] });

describe("what denies something is said with who can change that", () => {
  it("names no date of an access that has ended where there is none", () => {
    expect(sentenceOfNo("links.add", gate("contact-ended"), told(null))).toBe("Your access to this account ended.");
  });

  it("names the permission that whoever looks lacks", () => {
    expect(sentenceOfNo("links.add", gate("looker-without"), told(null))).toContain("you don't have “Add links” here");
  });

  it("refers who is recused to the chair, or for folders to whoever may change access", () => {
    expect(sentenceOfNo("documents.view", gate("recused"), told([]))).toContain("Only someone else");
    expect(sentenceOfNo("decisions.titles.view", gate("recused"), told([]))).toContain(
      "Only its chair can change that.",
    );
    expect(sentenceOfNo("links.add", gate("area-off"), told([]))).toMatch(/turned off for this account\.$/);
  });
});
