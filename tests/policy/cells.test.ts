import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { activityRows } from "@/lib/policy/documents/activities";
import { areaRows } from "@/lib/policy/documents/areas";
import { capabilityRows } from "@/lib/policy/documents/capabilities";
import { type Proof, proofOfActivity, proofOfArea, proofOfCapability } from "@/lib/policy/documents/proofs";

const proofs: readonly Proof[] = [
  ...activityRows.map(proofOfActivity),
  ...areaRows.flatMap((row) => proofOfArea(row) ?? []),
  ...capabilityRows.map(proofOfCapability),
];

it.each(proofs.map((proof) => [`${proof.title} (${proof.file})`, proof] as const))(
  "names a test that exists: %s",
  (_, { title, file }) => {
    const text = readFileSync(file, "utf8");
    const [, area = "", activity = "", cell = ""] = /^(.+?), (.+?)(?:: (.+))?$/.exec(title) ?? [];
    // Driven row by row from the documents themselves, written out as a whole, or as the activity and its cell.
    const quoted = [activity, cell].map((part) => `"${part.replace(/[()&+*?.]/g, "\\$&")}"`).join("[,:]\\s*");
    expect(text.includes(`cellsOf("${area}"`) || text.includes(title) || new RegExp(quoted).test(text)).toBe(true);
  },
);

it("gives each row a title of its own", () => {
  expect(new Set(proofs.map(({ title }) => title)).size).toBe(proofs.length);
});
