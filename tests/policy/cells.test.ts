import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { activityRows } from "@/lib/policy/documents/activities";
import { areaRows } from "@/lib/policy/documents/areas";
import { capabilityRows } from "@/lib/policy/documents/capabilities";
import { type Proof, proofOfActivity, proofOfArea, proofOfCapability } from "@/lib/policy/documents/proofs";

/** Areas that are still to be built. Their tests must exist once their file does. */
const notYetWritten = ["discussions", "meetings", "decisions", "documents", "links"].map(
  (noun) => `tests/workspace/${noun}/cells.db.test.ts`,
);

const proofs: readonly Proof[] = [
  ...activityRows.map(proofOfActivity),
  ...areaRows.flatMap((row) => proofOfArea(row) ?? []),
  ...capabilityRows.map(proofOfCapability),
];

it.each(proofs.map((proof) => [`${proof.title} (${proof.file})`, proof] as const))(
  "names a test that exists: %s",
  (_, { title, file }) => {
    if (!existsSync(file)) {
      expect(notYetWritten).toContain(file);
      return;
    }
    const text = readFileSync(file, "utf8");
    const area = title.slice(0, title.indexOf(","));
    // Driven row by row from the documents themselves, or written out.
    expect(text.includes(`cellsOf("${area}"`) || text.includes(title)).toBe(true);
  },
);

it("gives each row a title of its own", () => {
  expect(new Set(proofs.map(({ title }) => title)).size).toBe(proofs.length);
});
