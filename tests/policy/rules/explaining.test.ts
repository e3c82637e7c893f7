import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planOf } from "@/lib/policy/access-plan";
import { canSome } from "@/lib/policy/evaluate";
import { explain } from "@/lib/policy/explain";
import { nameOf } from "@/lib/policy/permissions";
import { roleChange } from "@/lib/policy/role-change";
import { type Subject, viewerOf } from "@/lib/policy/viewer";
import { aContact, aPermission, aQuestion, aSubject } from "../arbitraries";
import { ask } from "../ask";
import { contact } from "../people";

// Thousands of cases, on a machine that may have other work.

const others = fc
  .array(aContact, { maxLength: 3 })
  .map((all) => all.map((subject, i) => ({ subject, name: `Person ${i}` })));

describe("rule 12: a refusal can always be explained", () => {
  it("and its answer is that of the check", () => {
    fc.assert(
      fc.property(aSubject, aQuestion, others, (subject, { permission, record }, people) => {
        const viewer = viewerOf(subject);
        const said = explain(viewer, permission, record, people);
        expect(said.allowed).toBe(ask(viewer, permission, record));
        expect(said.because).not.toEqual([]);
        expect(said.sentence).toMatch(/^\S.{8,}\.$/);
      }),
      { numRuns: 1000 },
    );
  });

  it("and without a record its answer is that of canSome", () => {
    fc.assert(
      fc.property(aSubject, aPermission, (subject, permission) => {
        const viewer = viewerOf(subject);
        expect(explain(viewer, permission).allowed).toBe(canSome(viewer, permission));
      }),
      { numRuns: 700 },
    );
  });

  it("naming what grants an allowed permission, or what a denied one lacks", () => {
    fc.assert(
      fc.property(aSubject, aQuestion, (subject, { permission, record }) => {
        const { allowed, because, sentence } = explain(viewerOf(subject), permission, record);
        const kinds = because.map(({ kind }) => kind);
        if (allowed) {
          expect(kinds.some((kind) => kind === "role" || kind === "grant")).toBe(true);
          expect(sentence).toMatch(/^Allowed by /);
        } else {
          const unmet = because.some((reason) => reason.kind === "condition" && reason.met === false);
          expect(unmet || kinds.includes("gate") || kinds.includes("not-given")).toBe(true);
          if (!kinds.includes("gate")) expect(sentence).toContain(nameOf(permission));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("naming people whose change is accepted and makes it possible", () => {
    let named = 0;
    fc.assert(
      fc.property(aContact, aQuestion, others, (unlike, { permission, record }, people) => {
        // Names are only shown to viewers who may see members.
        const seesMembers = { permission: "people.members.view", effect: "on", endsAt: null, givenBy: null } as const;
        const without = unlike.overrides.filter((it) => it.permission !== seesMembers.permission);
        const overrides = [...without, seesMembers];
        const subject: Subject = { ...unlike, overrides, gates: contact().gates };
        const { grantors } = explain(viewerOf(subject), permission, record, people);
        for (const { subject: giver, name } of people.filter((one) => grantors.includes(one.name))) {
          named++;
          const kept = subject.overrides.filter((it) => it.permission !== permission);
          const given = { permission, effect: "on" as const, endsAt: null, givenBy: name };
          const limits = [subject.serviceLimit, null].flatMap((serviceLimit) => [
            { serviceLimit, overrides: [...kept, given] },
            { serviceLimit, departmentsOff: [] },
          ]);
          const after = limits.map((limit) => ({ ...subject, ...limit }));
          const worked = after.some(
            (then) =>
              roleChange(viewerOf(giver), { subject }, planOf(then)).ok && ask(viewerOf(then), permission, record),
          );
          expect(worked).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
    expect(named).toBeGreaterThan(40);
  });
});
