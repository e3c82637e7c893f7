import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCoupon } from "@/lib/billing/accounting/create-coupon";
import { execute } from "@/lib/platform/operations/execute";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
});
afterAll(() => portal.close());

const create = async (code: string, value: string) =>
  execute(await portal.as("staff-accounting@portcullis.example"), null, createCoupon, { code, name: "Spring", value });

describe("the percentage of a coupon", () => {
  it.each([
    ["12.5", 1250],
    ["33,33", 3333],
    ["100", 10_000],
  ])("%s is stored exactly", async (value, basisPoints) => {
    const { id } = await create(`EXACT-${basisPoints}`, value);
    expect((await portal.owner.coupon.findUniqueOrThrow({ where: { id } })).basisPoints).toBe(basisPoints);
  });

  it.each(["12.345", "0.004", "0", "100.01"])("%s is refused at its field rather than rounded", async (value) => {
    const problem = await problemOf(create("REFUSED", value));
    expect(Object.keys(problem.extra.fields ?? {})).toEqual(["value"]);
    expect(await portal.owner.coupon.count({ where: { code: "REFUSED" } })).toBe(0);
  });
});
