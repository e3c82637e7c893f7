import { describe, expect, it } from "vitest";
import { withLanguage } from "@/lib/platform/language/with-language";
import type { CatalogueProduct } from "@/lib/services/core/catalogue";
import { choosePlan, locationOf, planInWords } from "@/lib/services/core/plan";
import { locationInWords } from "@/lib/services/core/schema";
import { problemOf } from "@/tests/fixtures/problem-of";

const price = (interval: "month" | "year", priceMinor: bigint, setupMinor = 0n) => ({
  interval,
  currency: "GBP",
  priceMinor,
  setupMinor,
});
const choice = (slug: string, isDefault: boolean, ...prices: ReturnType<typeof price>[]) => ({
  slug,
  name: slug.toUpperCase(),
  isDefault,
  prices,
});
const server: CatalogueProduct = {
  id: "p",
  slug: "server",
  name: "Server",
  description: "",
  family: "Servers",
  taxCategory: "standard",
  position: 0,
  pictureId: null,
  category: { name: "Servers", description: "", pictureId: null, position: 0 },
  prices: [price("month", 1000n, 300n), price("year", 10_000n, 300n)],
  options: [
    {
      slug: "memory",
      name: "Memory",
      choices: [choice("8gb", true), choice("16gb", false, price("month", 250n, 70n), price("year", 2500n, 70n))],
    },
    { slug: "location", name: "Location", choices: [choice("ams", false), choice("fra", true)] },
  ],
};

describe("a plan", () => {
  it("uses the default choices at no extra cost", () => {
    expect(choosePlan(server, "month", {})).toEqual({
      interval: "month",
      currency: "GBP",
      priceMinor: 1000n,
      setupMinor: 300n,
      options: [
        { option: "memory", choice: "8gb", name: "8GB" },
        { option: "location", choice: "fra", name: "FRA" },
      ],
    });
  });

  it("adds the recurring and one-time cost of a choice", () => {
    expect(choosePlan(server, "month", { memory: "16gb" })).toMatchObject({ priceMinor: 1250n, setupMinor: 370n });
    expect(choosePlan(server, "year", { memory: "16gb" })).toMatchObject({ priceMinor: 12_500n, setupMinor: 370n });
  });

  it("states the location, and describes the rest as on an invoice", () => {
    const plan = choosePlan(server, "year", { location: "ams", memory: "16gb" });
    expect(locationOf(plan)).toBe("AMS");
    expect(locationOf({ options: [] })).toBe("Global");
    expect(planInWords("Server", "web.example", plan)).toBe("Server, web.example, one year (16GB)");
    expect(planInWords("Domain", "a.example", { interval: "year", options: [] })).toBe("Domain, a.example, one year");
    withLanguage("de-DE", () => {
      expect(planInWords("Server", "web.example", plan)).toBe("Server, web.example, ein Jahr (16GB)");
      expect([locationOf({ options: [] }), "AMS"].map(locationInWords)).toEqual(["Weltweit", "AMS"]);
    });
  });

  it.each([
    ["term", { ...server, prices: [price("year", 10_000n)] }, {}],
    ["options.disk", server, { disk: "1tb" }],
    ["options.memory", server, { memory: "32gb" }],
    ["options.constructor", server, { constructor: "x" }],
  ])("says at %s what is wrong", async (field, product, wanted) => {
    const attempt = Promise.resolve().then(() => choosePlan(product, "month", wanted as Record<string, string>));
    expect(await problemOf(attempt)).toMatchObject({
      code: "invalid",
      extra: { fields: { [field]: [expect.any(String)] } },
    });
  });
});
