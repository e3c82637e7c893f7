import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { activityRows } from "@/lib/policy/documents/activities";
import { areaRows } from "@/lib/policy/documents/areas";
import { keysOfArea } from "@/lib/policy/documents/keys-of-area";
import { proofOfActivity, proofOfArea } from "@/lib/policy/documents/proofs";
import type { Permission } from "@/lib/policy/permissions";
import { type Driver, openDriver, operationsOf } from "./driver";

/**
 * A test for each row of an area of the billing contact document: drives its operations as a billing contact and as the owner.
 * `within` are permissions that no operation asks for first, only for a part of what it does.
 * Gives what drives them, for further tests of the same file.
 */
export function cellsOf(area: string, within: readonly Permission[] = []): () => Driver {
  let driver: Driver;
  beforeAll(async () => {
    driver = await openDriver();
  });
  afterAll(() => driver.close());

  describe(`a billing contact in ${area}`, () => {
    for (const row of activityRows.filter((one) => one.area === area)) {
      it(proofOfActivity(row).title, () => drive(driver, [row.key], row.told === "always"));
    }
    for (const row of areaRows.filter((one) => one.area === area)) {
      const proof = proofOfArea(row);
      if (proof !== null) it(proof.title, () => drive(driver, keysOfArea(row.key), row.every?.told === "all"));
    }
  });

  it("has operations for every permission of its rows", () => {
    const rows = activityRows.filter((one) => one.area === area).map(({ key }) => key);
    const keys = [
      ...rows,
      ...areaRows.filter((one) => one.area === area && one.every).flatMap(({ key }) => keysOfArea(key)),
    ];
    expect(keys.filter((key) => operationsOf(key).length === 0)).toEqual(within);
  });
  return () => driver;
}

/** Both ways: what the cell says, and the opposite for somebody of whom the opposite is true. */
async function drive(driver: Driver, keys: readonly Permission[], full: boolean): Promise<void> {
  for (const key of keys) {
    expect([key, await driver.holds(key, "billing"), await driver.holds(key, "owner")]).toEqual([key, full, true]);
    if (full) {
      await driver.allowed(key, "billing");
      await driver.without(key, "billing", () => driver.refused(key, "billing"));
    } else {
      await driver.refused(key, "billing");
      await driver.allowed(key, "owner");
    }
  }
}
