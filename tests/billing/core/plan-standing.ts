import { expect } from "vitest";
import type { Books } from "./books";
import * as money from "./money-model";
import type { World } from "./plan-model";

type Cell = string | number | boolean | null;

/** The portal's state of an account, each list in order of creation. */
interface Standing {
  /** Id, status, total, paid, credited, due, next charge, attempts. */
  readonly invoices: readonly [string, ...Cell[]][];
  /** Invoice, service, kind, discount, net, rate, from, to, counts. */
  readonly lines: readonly [string, string, ...Cell[]][];
  /**
   * Id, version, order, its status, status, product, interval, price, choice, period's start, renews, billing day,
   * ends, next plan.
   */
  readonly services: readonly [string, number, string, ...Cell[]][];
  readonly notes: readonly Cell[][];
  readonly payments: readonly [string, ...Cell[]][];
  readonly coupons: readonly Cell[][];
  readonly sums: readonly [string, string][];
}

/** Compares the portal's account with the model; new records get their ids. */
export async function compare(books: Books, accountId: string, world: World): Promise<void> {
  const found = await standing(books, accountId);
  found.services.forEach(([id, version, orderId], index) => {
    const service = world.services[index];
    if (service !== undefined) Object.assign(service, { id, version }).order.id = orderId;
  });
  found.invoices.forEach(([id], index) => {
    const invoice = world.invoices[index];
    if (invoice !== undefined) invoice.id = id;
  });
  expect(found).toEqual(expected(world));
}

const iso = (at: Date | null | undefined): string | null => at?.toISOString() ?? null;

function expected(world: World): Standing {
  const { invoices, services, money: plain } = world;
  const owed = (status: string) =>
    plain.invoices.reduce((sum, one) => sum + (one.status === status ? money.openOf(one) : 0n), 0n);
  const sums = {
    badDebt: owed("uncollectible"),
    cash: plain.cash,
    customerCredit: -plain.credit,
    receivable: owed("open"),
  };
  return {
    invoices: invoices.map((one) => [
      one.id,
      one.status,
      ...[one.total, one.paid, one.credited].map(String),
      iso(one.dueAt),
      one.status === "open" ? iso(one.nextCharge) : null,
      one.attempts,
    ]),
    lines: invoices.flatMap(({ id, lines }) =>
      lines.map(({ service, kind, off, net, rate, span, counts }): [string, string, ...Cell[]] => [
        ...([id, service.id] as const),
        ...[kind, String(off), String(net), rate, iso(span?.start), iso(span?.end), counts],
      ]),
    ),
    services: services.map((one) => [
      ...([one.id, one.version, one.order.id] as const),
      ...[one.order.status, one.status, one.product.slug, one.interval, String(one.price), one.backup?.slug ?? null],
      ...[iso(one.span?.start), iso(one.renews), one.span === null ? null : one.billingDay, one.ends],
      one.next && `${one.next.product.slug} ${one.next.interval} ${one.next.price} ${one.next.backup?.slug ?? "-"}`,
    ]),
    notes: world.notes.map(({ invoice, total, applied }) => [invoice.id, String(total), String(applied)]),
    payments: plain.payments.map(({ id, status, refunded }) => [id, status, String(refunded)]),
    coupons: world.held.map(({ coupon, left }) => [coupon.code, left]),
    sums: Object.entries(sums).map(([name, sum]) => [name, String(sum)]),
  };
}

/** Everything in one query. The ledger as a whole must add up to zero. */
async function standing({ owner }: Books, accountId: string): Promise<Standing> {
  const [row] = await owner.$queryRaw<[Standing & { all: string }]>`with
    i as (select *, row_number() over (order by "issuedAt", "number") as place from "Invoice" where "accountId" = ${accountId}::uuid),
    l as (select "ledgerAccount" as name, "amountMinor" as amount from "LedgerLine" where "accountId" = ${accountId}::uuid)
  select
    coalesce((select jsonb_agg(jsonb_build_array("id", "status", "totalMinor"::text, "paidMinor"::text, "creditedMinor"::text,
      "dueAt", "nextChargeAt", "chargeAttempts") order by place) from i), '[]') as invoices,
    coalesce((select jsonb_agg(jsonb_build_array(i."id", n."serviceId", n."kind", n."discountMinor"::text, n."totalMinor"::text,
      n."taxBasisPoints", n."periodStart", n."periodEnd", n."counts") order by place, n."position")
      from i join "InvoiceLine" n on n."invoiceId" = i."id"), '[]') as lines,
    coalesce((select jsonb_agg(jsonb_build_array(s."id", s."version", o."id", o."status", s."status", p."slug", s."interval",
      s."priceMinor"::text, s."options" -> 0 ->> 'choice', s."periodStart", s."renewsAt", s."billingDay", s."cancelAtPeriodEnd",
      (select q."slug" || ' ' || (s."nextPlan" ->> 'interval') || ' ' || (s."nextPlan" ->> 'priceMinor')
        || ' ' || coalesce(s."nextPlan" -> 'options' -> 0 ->> 'choice', '-') from "Product" q
        where q."id"::text = s."nextPlan" ->> 'productId')) order by o."number")
      from "Service" s join "Order" o on o."serviceId" = s."id" join "Product" p on p."id" = s."productId"
      where s."accountId" = ${accountId}::uuid), '[]') as services,
    coalesce((select jsonb_agg(jsonb_build_array("invoiceId", "totalMinor"::text, "appliedMinor"::text) order by "issuedAt", "number")
      from "CreditNote" where "accountId" = ${accountId}::uuid), '[]') as notes,
    coalesce((select jsonb_agg(jsonb_build_array("id", "status", "refundedMinor"::text) order by "id")
      from "Payment" where "accountId" = ${accountId}::uuid), '[]') as payments,
    coalesce((select jsonb_agg(jsonb_build_array(c."code", a."left") order by a."redeemedAt", a."id")
      from "AccountCoupon" a join "Coupon" c on c."id" = a."couponId" where a."accountId" = ${accountId}::uuid), '[]') as coupons,
    (select jsonb_agg(jsonb_build_array(name, (select coalesce(sum(amount), 0)::text from l where l.name::text = n.name)) order by name)
      from (values ('badDebt'), ('cash'), ('customerCredit'), ('receivable')) n (name)) as sums,
    (select coalesce(sum(amount), 0)::text from l) as all`;
  const { all, ...found } = row;
  expect(all).toBe("0");
  return JSON.parse(JSON.stringify(found), (_, cell) => (isMoment(cell) ? new Date(cell).toISOString() : cell));
}

const isMoment = (cell: unknown): cell is string => typeof cell === "string" && /^\d{4}-\d\d-\d\dT/.test(cell);
