import fc from "fast-check";
import { expect, it } from "vitest";
import { can } from "@/lib/policy/evaluate";
import { viewer } from "./people";

const people = Array.from({ length: 200 }, (_, n) => `contact ${n}`);

it("a long list decides as the same rows do in a short one", () => {
  fc.assert(
    fc.property(fc.subarray(people, { minLength: 40 }), fc.subarray(people), fc.nat(199), (voters, others, n) => {
      const contactId = people[n] as string;
      const rows = [
        ...voters.map((id) => ({ contactId: id, mayVote: false })),
        ...others.map((id) => ({ contactId: id, mayVote: true })),
      ];
      const decision = (invitations: typeof rows) => ({ invitations, recusals: [] }) as const;
      const asked = viewer({ contactId, roles: ["support"] });
      const long = can(asked, "decisions.proposals.vote", decision(rows) as never);
      const short = can(
        asked,
        "decisions.proposals.vote",
        decision(rows.filter((one) => one.contactId === contactId)) as never,
      );
      expect(long).toBe(short);
      expect(long).toBe(others.includes(contactId));
    }),
  );
});

it("a long list whose rows were loaded without what is asked for is an error", () => {
  const invitations = people.map((id) => ({ id }));
  expect(() =>
    can(viewer({ roles: ["support"] }), "decisions.proposals.vote", { invitations, recusals: [] } as never),
  ).toThrow(TypeError);
});

it("of a long list every row is read once, however many people are asked about it", () => {
  let reads = 0;
  const row = (id: string) => ({
    mayVote: true,
    get contactId() {
      reads += 1;
      return id;
    },
  });
  const decision = { invitations: people.map(row), recusals: [] };
  const asked = people.filter((contactId) =>
    can(viewer({ contactId, roles: ["billing"] }), "decisions.proposals.vote", decision as never),
  );
  expect(asked).toEqual(people);
  // Once to index it, and once for the row that names the person.
  expect(reads).toBe(2 * people.length);
});
