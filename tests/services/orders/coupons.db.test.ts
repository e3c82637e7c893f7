import { afterAll, beforeAll, expect, it } from "vitest";
import { execute } from "@/lib/platform/operations/execute";
import { orderService } from "@/lib/services/orders/order-service";
import { quoteOrder } from "@/lib/services/orders/quote-order";
import { buildAccount } from "@/prisma/seed/builders/account";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { pay } from "./pay";

let portal: TestPortal;
let productId: string;

beforeAll(async () => {
  portal = await testPortal();
  productId = (await portal.owner.product.findUniqueOrThrow({ where: { slug: "vps-m" } })).id;
});
afterAll(() => portal.close());

let count = 0;
async function customer(currency = "EUR") {
  const email = `owner-${++count}@coupon.example`;
  const { id } = await buildAccount(portal.owner, {
    number: `C-coupon-${count}`,
    name: `Customer ${count}`,
    currency,
    owner: { email, name: "Olga Owner" },
  });
  return { id, caller: await portal.as(email) };
}
type Customer = Awaited<ReturnType<typeof customer>>;

const wanted = (coupon: string) => ({ productId, term: "month" as const, name: "coupon.example", coupon });
const order = ({ id, caller }: Customer, coupon: string) => execute(caller, id, orderService, wanted(coupon));
const quote = ({ id, caller }: Customer, coupon: string) => execute(caller, id, quoteOrder, wanted(coupon));
const newest = ({ id }: Customer) =>
  portal.owner.invoice.findFirstOrThrow({ where: { accountId: id }, orderBy: { createdAt: "desc" } });

it.each([
  ["NOSUCH", /code not found/],
  ["SPRING25", /expired/],
  ["LAUNCH50", /reached its redemption limit/],
])("reports %s at its field, before and when ordering, and writes nothing", async (code, words) => {
  const one = await customer();
  expect((await quote(one, code)).mistakes.coupon).toMatch(words);
  const problem = await problemOf(order(one, code));
  expect(problem).toMatchObject({ code: "invalid", extra: { fields: { coupon: [expect.stringMatching(words)] } } });
  expect(await portal.owner.invoice.count({ where: { accountId: one.id } })).toBe(0);
  expect(await portal.owner.service.count({ where: { accountId: one.id } })).toBe(0);
});

it("rejects a fixed amount in another currency", async () => {
  expect((await quote(await customer("USD"), "TENOFF")).mistakes.coupon).toMatch(/EUR.*USD/);
});

it("accepts a code in any case, and applies the quoted discount once", async () => {
  const one = await customer();
  const before = await quote(one, " welcome20 ");
  expect(before.invoice?.discount).toEqual({ amountMinor: -498, currency: "EUR" });
  await order(one, " welcome20 ");
  expect(await newest(one)).toMatchObject({
    subtotalMinor: 1992n,
    totalMinor: BigInt(before.invoice?.total.amountMinor ?? 0),
  });
  expect((await quote(one, "WELCOME20")).mistakes.coupon).toMatch(/already/);
  await order(one, "");
  expect((await newest(one)).subtotalMinor).toBe(2490n);
});

it("keeps discounting invoices for a recurring coupon, without its code", async () => {
  const one = await customer();
  await order(one, "PARTNER10");
  expect((await quote(one, "PARTNER10")).mistakes).toEqual({});
  await order(one, "");
  expect((await newest(one)).subtotalMinor).toBe(2241n);
});

it("enforces the limit on uses of a code under parallel orders", async () => {
  const { id } = await portal.owner.coupon.create({
    data: { code: "RACE", name: "For three", basisPoints: 1000, maxUses: 3 },
  });
  const customers: Customer[] = [];
  for (let index = 0; index < 10; index++) customers.push(await customer());
  const results = await Promise.allSettled(customers.map((one) => order(one, "RACE")));
  const failed = results.filter((result) => result.status === "rejected");
  expect(failed).toHaveLength(7);
  for (const { reason } of failed)
    expect(reason).toMatchObject({ code: "invalid", extra: { fields: { coupon: [expect.any(String)] } } });
  expect((await portal.owner.coupon.findUniqueOrThrow({ where: { id } })).uses).toBe(3);
  expect(await portal.owner.accountCoupon.count({ where: { couponId: id } })).toBe(3);
  expect(await portal.owner.service.count({ where: { accountId: { in: customers.map((one) => one.id) } } })).toBe(3);
});

it("counts one use if one account orders twice in parallel", async () => {
  const one = await customer();
  const { id } = await portal.owner.coupon.create({ data: { code: "SAME", name: "Once", basisPoints: 5000 } });
  const results = await Promise.allSettled([order(one, "SAME"), order(one, "SAME")]);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect((await portal.owner.coupon.findUniqueOrThrow({ where: { id } })).uses).toBe(1);
  await pay(portal, (await newest(one)).id, new Date());
  expect((await portal.owner.service.findFirstOrThrow({ where: { accountId: one.id } })).status).toBe("active");
});
