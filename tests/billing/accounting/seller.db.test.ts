import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { updateSeller } from "@/lib/billing/accounting/update-seller";
import { viewSeller } from "@/lib/billing/accounting/view-seller";
import { execute } from "@/lib/platform/operations/execute";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
});
afterAll(() => portal.close());

const accounting = () => portal.as("staff-accounting@portcullis.example");
const save = async (name: string, version?: number) =>
  execute(await accounting(), null, updateSeller, {
    name,
    address: "Quay 1\n1000 AA Amsterdam",
    country: "NL",
    ...(version === undefined ? {} : { version }),
  });
const seen = async () => (await execute(await accounting(), null, viewSeller, {})).seller;

describe("seller details", () => {
  it("reject a change based on an outdated version", async () => {
    const before = await seen();
    const version = before?.version ?? 0;
    expect(version).toBeGreaterThan(0);
    expect(await save("First B.V.", version)).toEqual({ id: before?.id, version: version + 1 });
    for (const stale of [version, undefined]) {
      expect(await problemOf(save("Second B.V.", stale))).toMatchObject({ code: "conflict" });
    }
    expect(await seen()).toMatchObject({ name: "First B.V.", version: version + 1 });
    await save("Second B.V.", version + 1);
    expect((await seen())?.name).toBe("Second B.V.");
  });

  it("accept one of ten concurrent changes and report a conflict to the others", async () => {
    const { version = 0 } = (await seen()) ?? {};
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, (_, index) => save(`No ${index}`, version)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await seen())?.version).toBe(version + 1);
  });

  it("are set up once by concurrent requests", async () => {
    await portal.owner.legalEntity.updateMany({ data: { isDefault: false } });
    expect(await seen()).toBeNull();
    expect((await problemOf(save("Too early", 1))).code).toBe("conflict");
    // The page sends 0.
    const versions = Array.from({ length: 10 }, (_, index) => (index % 2 === 0 ? 0 : undefined));
    const outcomes = await Promise.allSettled(versions.map((version, index) => save(`No ${index}`, version)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "conflict" });
    }
    expect(await portal.owner.legalEntity.count({ where: { isDefault: true } })).toBe(1);
    expect((await seen())?.version).toBe(1);
  });
});
