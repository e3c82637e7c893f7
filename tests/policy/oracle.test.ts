import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canSome } from "@/lib/policy/evaluate";
import { viewerOf } from "@/lib/policy/viewer";
import { aQuestion, aSubject } from "./arbitraries";
import { ask } from "./ask";
import { oracle } from "./oracle";

// Thousands of cases, on a machine that may have other work.

describe("can", () => {
  it("agrees with a plain reading of the golden table, for anyone and any gates", () => {
    fc.assert(
      fc.property(aSubject, fc.array(aQuestion, { minLength: 10, maxLength: 30 }), (subject, questions) => {
        const viewer = viewerOf(subject);
        for (const { permission, record } of questions) {
          expect([permission, ask(viewer, permission, record)]).toEqual([
            permission,
            oracle(subject, permission, record),
          ]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("is never yes if canSome is no", () => {
    fc.assert(
      fc.property(aSubject, aQuestion, (subject, { permission, record }) => {
        const viewer = viewerOf(subject);
        expect(canSome(viewer, permission) || !ask(viewer, permission, record)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
