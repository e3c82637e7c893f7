import type { Model, ModelInvoice } from "./money-model";
import * as money from "./money-model";
import { type Interval, later, type Span, spanFrom, taxOn, unusedShare } from "./plan-calendar";

/** A product, net, in cents. */
export interface Product {
  readonly slug: string;
  readonly family: string;
  readonly category: "standard" | "reduced";
  readonly prices: Prices;
  /** The choices; the first is the default. */
  readonly backups: readonly Backup[];
}

export type Prices = Readonly<Partial<Record<Interval, { readonly price: bigint; readonly setup: bigint }>>>;

export interface Backup {
  readonly slug: string;
  /** The surcharge; zero for an interval without a price. */
  readonly prices: Prices;
}

export interface Coupon {
  readonly code: string;
  readonly basisPoints: number | null;
  readonly amount: bigint | null;
  /** Number of invoices it discounts; null for all. */
  readonly times: number | null;
}

/** A plain model of an account's services, orders, plans, coupons and money. */
export interface World {
  readonly money: Model;
  readonly rateOf: Readonly<Record<Product["category"], number>>;
  readonly invoices: Invoice[];
  readonly services: Service[];
  readonly held: { readonly coupon: Coupon; left: number | null }[];
  readonly notes: { readonly invoice: Invoice; readonly total: bigint; readonly applied: bigint }[];
  now: Date;
}

export interface Invoice extends ModelInvoice {
  readonly lines: Line[];
  /** Coupons that discounted the invoice, until it is undone and their use is returned. */
  readonly coupons: World["held"];
  readonly dueAt: Date;
  /** Autopay attempts, and the time of the next. */
  attempts: number;
  nextCharge: Date | null;
}

export interface Line {
  readonly kind: "recurring" | "setup" | "proration";
  readonly service: Service;
  readonly off: bigint;
  readonly net: bigint;
  readonly rate: number;
  /** None for an order, since its period starts on payment. */
  readonly span: Span | null;
  counts: boolean;
  credited: bigint;
}

export interface Plan {
  readonly product: Product;
  readonly interval: Interval;
  readonly price: bigint;
  readonly backup: Backup | null;
}

export interface Service extends Plan {
  id: string;
  version: number;
  status: "pending" | "active" | "suspended" | "cancelled";
  product: Product;
  interval: Interval;
  price: bigint;
  backup: Backup | null;
  startedAt: Date | null;
  span: Span | null;
  /** When it renews or ends; null before setup and after its end. */
  renews: Date | null;
  billingDay: number;
  ends: boolean;
  next: Plan | null;
  readonly order: {
    id: string;
    status: "placed" | "fulfilled" | "cancelled";
    readonly invoice: Invoice;
  };
}

export const TERM_DAYS = 14;

type Priced = Pick<Line, "kind" | "service" | "span"> & Pick<Product, "category"> & { readonly amount: bigint };

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

/** Issues an invoice with the account's coupons, and applies account credit. */
export function issue(world: World, priced: readonly Priced[]): Invoice {
  const coupons: World["held"] = [];
  const off = discounts(world, priced, coupons);
  const lines = priced.map(({ amount, category, ...line }, index): Line => {
    const less = off[index] ?? 0n;
    return { ...line, off: less, net: amount - less, rate: world.rateOf[category], counts: true, credited: 0n };
  });
  const { total, ...byRate } = withTax(lines);
  const invoice: Invoice = {
    id: "",
    status: "open",
    total,
    paid: 0n,
    credited: 0n,
    released: 0n,
    fromCredit: 0n,
    coupons,
    ...byRate,
    creditedByRate: new Map(),
    taxBackByRate: new Map(),
    lines,
    dueAt: later(world.now, TERM_DAYS),
    attempts: 0,
    nextCharge: null,
  };
  money.payFromCredit(world.money, invoice);
  money.settle(invoice);
  world.invoices.push(invoice);
  world.money.invoices.push(invoice);
  return invoice;
}

/** Tax is calculated once per rate. */
function withTax(lines: readonly Pick<Line, "net" | "rate">[]) {
  const netByRate = new Map<number, bigint>();
  for (const { net, rate } of lines) netByRate.set(rate, (netByRate.get(rate) ?? 0n) + net);
  const taxByRate = new Map([...netByRate].map(([rate, net]) => [rate, taxOn(net, rate)]));
  const total = [...netByRate].reduce((sum, [rate, net]) => sum + net + (taxByRate.get(rate) ?? 0n), 0n);
  return { total, netByRate, taxByRate };
}

/** The discount per line, each coupon on what earlier ones left; prorated lines are excluded. */
function discounts(world: World, priced: readonly Priced[], used: World["held"]): bigint[] {
  const whole = priced.map(({ kind, amount }) => (kind === "proration" ? 0n : amount));
  if (whole.every((amount) => amount === 0n)) return whole;
  const left = [...whole];
  for (const one of world.held.filter((held) => held.left !== 0)) {
    const { basisPoints, amount } = one.coupon;
    const shares = basisPoints === null ? spread(amount ?? 0n, left) : left.map((net) => taxOn(net, basisPoints));
    if (shares.every((share) => share === 0n)) continue;
    used.push(one);
    if (one.left !== null) one.left--;
    for (const [index, share] of shares.entries()) left[index] = (left[index] ?? 0n) - share;
  }
  return whole.map((amount, index) => amount - (left[index] ?? 0n));
}

/** Splits an amount proportionally over lines; rounding remainders go to the later ones. */
function spread(amount: bigint, lines: readonly bigint[]): bigint[] {
  const whole = lines.reduce((sum, one) => sum + one, 0n);
  const off = least(amount, whole);
  const upTo = (count: number) =>
    whole === 0n ? 0n : (off * lines.slice(0, count).reduce((sum, one) => sum + one, 0n)) / whole;
  return lines.map((_, index) => upTo(index + 1) - upTo(index));
}

/** Follow-up once an invoice is paid: services ordered with it start, unless it was credited in full. */
export function afterPaid(world: World, invoice: Invoice): void {
  if (invoice.status !== "paid") return;
  invoice.nextCharge = null;
  if (money.creditedInFull(invoice)) {
    withdraw(world, invoice);
    return;
  }
  for (const service of world.services) {
    if (service.order.invoice !== invoice || service.order.status !== "placed") continue;
    service.order.status = "fulfilled";
    if (service.status === "pending") start(service, world.now);
  }
}

function start(service: Service, now: Date): void {
  const billingDay = now.getUTCDate();
  const span = spanFrom(now, service.interval, billingDay);
  Object.assign(service, { status: "active", startedAt: now, span, renews: span.end, billingDay });
}

/** Cancels the orders waiting for an invoice. */
export function withdraw(world: World, invoice: Invoice): void {
  for (const service of world.services) {
    const { order } = service;
    if (order.invoice !== invoice || order.status !== "placed") continue;
    order.status = "cancelled";
    if (service.status === "pending") stop(service);
  }
}

/** Returns an invoice's coupon uses. */
export function returnCoupons({ coupons }: Invoice): void {
  for (const held of coupons.splice(0)) if (held.left !== null) held.left++;
}

export function stop(service: Service): void {
  Object.assign(service, { status: "cancelled", ends: false, next: null, renews: null });
}

/** The credit for ending a service's period now: a share of the invoiced amount, as far as it isn't credited yet. */
export function unused(world: World, service: Service): { line: Line; invoice: Invoice; net: bigint } | null {
  const { span, renews } = service;
  if (span === null || renews === null) return null;
  const first = service.startedAt?.getTime() === span.start.getTime();
  const charges = world.invoices
    .filter(({ status }) => status !== "void")
    .flatMap((invoice) => invoice.lines.map((line) => ({ invoice, line })))
    .filter(({ line }) => line.service === service && line.kind !== "setup" && line.counts)
    .filter(({ line }) => (line.span === null ? first : line.span.end.getTime() === renews.getTime()));
  const last = charges.at(-1);
  if (last === undefined || last.invoice.status === "uncollectible") return null;
  const { line } = last;
  const net = least(unusedShare(line.net, line.span ?? span, world.now), line.net - line.credited);
  return net > 0n ? { ...last, net } : null;
}

/** A credit note reduces the amount due; anything paid becomes account credit. */
export function credit(world: World, invoice: Invoice, lines: readonly (readonly [Line, bigint])[]): void {
  const total = lines.reduce((sum, [{ rate }, net]) => sum + net + money.takeBack(invoice, rate, net), 0n);
  for (const [line, net] of lines) line.credited += net;
  const applied = money.creditInvoice(world.money, invoice, total);
  world.notes.push({ invoice, total, applied });
  if (money.creditedInFull(invoice)) returnCoupons(invoice);
  afterPaid(world, invoice);
}

export const whatIsLeft = (invoice: Invoice) =>
  invoice.lines.map((line) => [line, line.net - line.credited] as const).filter(([, net]) => net > 0n);
