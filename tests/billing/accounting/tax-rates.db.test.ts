import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addTaxRate } from "@/lib/billing/accounting/add-tax-rate";
import { listTaxRates } from "@/lib/billing/accounting/list-tax-rates";
import { execute } from "@/lib/platform/operations/execute";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
});
afterAll(() => portal.close());

const manager = () => portal.as("staff-manager@portcullis.example");

describe("a tax rate", () => {
  it("lists the territories it includes and excludes", async () => {
    const pages = [1, 2].map(async (page) => execute(await manager(), null, listTaxRates, { page }));
    const items = (await Promise.all(pages)).flatMap((list) => list.items);
    const coverageOf = (country: string) => items.find((one) => one.country === country)?.coverage;
    expect(coverageOf("FR")).toBe("Includes Monaco. Excludes the overseas departments and territories.");
    expect(coverageOf("ES")).toBe("Excludes the Canary Islands, Ceuta and Melilla.");
    expect(coverageOf("NL")).toMatch(/^Excludes Aruba/);
    expect(coverageOf("SE")).toBeNull();
  });

  it("is rejected for a country that uses another country's rates", async () => {
    const rate = { name: "TVA", percent: "20", from: "2099-01-01" };
    for (const [country, words] of [
      ["MC", "Monaco uses the tax rates of France. Add the rate there."],
      ["IM", "Isle of Man uses the tax rates of United Kingdom. Add the rate there."],
    ] as const) {
      const problem = await problemOf(execute(await manager(), null, addTaxRate, { country, ...rate }));
      expect(problem.extra.fields).toEqual({ country: [words] });
    }
  });
});
