import * as money from "./money-model";
import { daysOf, type Interval, later, midnight, type Span, spanFrom, unusedShare } from "./plan-calendar";
import {
  afterPaid,
  type Backup,
  type Coupon,
  credit,
  type Invoice,
  issue,
  type Line,
  type Plan,
  type Product,
  returnCoupons,
  type Service,
  stop,
  unused,
  type World,
  whatIsLeft,
  withdraw,
} from "./plan-model";

/** The steps people and time take on the model. False if a step isn't allowed, and then nothing changes. */

/** A product with the new, previous or default choices; null if it isn't sold. */
function choose(product: Product, interval: Interval, wanted: string | undefined, had: Backup | null) {
  const price = product.prices[interval];
  const offered = (slug: string | undefined) => product.backups.find((one) => one.slug === slug);
  if (price === undefined || (wanted !== undefined && offered(wanted) === undefined)) return null;
  const backup = offered(wanted) ?? offered(had?.slug) ?? product.backups[0] ?? null;
  const adds = backup?.prices[interval] ?? { price: 0n, setup: 0n };
  const plan: Plan = { product, interval, backup, price: price.price + adds.price };
  return { plan, setup: price.setup + adds.setup };
}

export function order(
  world: World,
  product: Product,
  { interval, backup }: { readonly interval: Interval; readonly backup: string | undefined },
  coupon: Coupon | null,
): boolean {
  const chosen = choose(product, interval, backup, null);
  const held = world.held.find((one) => one.coupon === coupon);
  if (chosen === null || held?.left === 0) return false;
  if (coupon !== null && held === undefined) world.held.push({ coupon, left: coupon.times });
  const { plan, setup: once } = chosen;
  const service = { id: "", version: 1, status: "pending", ...plan } as Service;
  Object.assign(service, { startedAt: null, span: null, renews: null, billingDay: 0, ends: false, next: null });
  const { category } = product;
  const lines = [{ kind: "recurring" as const, amount: plan.price, service, category, span: null }];
  const setup = { kind: "setup" as const, amount: once, service, category, span: null };
  const invoice = issue(world, once > 0n ? [...lines, setup] : lines);
  Object.assign(service, { order: { id: "", status: "placed", invoice } });
  world.services.push(service);
  afterPaid(world, invoice);
  return true;
}

export function changePlan(
  world: World,
  service: Service,
  product: Product,
  wanted: { readonly interval: Interval | undefined; readonly backup: string | undefined },
  asked: "now" | "renewal" | undefined,
): boolean {
  const interval = wanted.interval ?? service.interval;
  const plan = choose(product, interval, wanted.backup, service.backup)?.plan;
  const { span, renews } = service;
  if (service.status !== "active" || service.ends || span === null || renews === null || plan === undefined)
    return false;
  const { price, backup } = plan;
  if (product.family !== service.product.family) return false;
  if (product === service.product && interval === service.interval && backup === service.backup) return false;
  const smaller = interval === service.interval ? price < service.price : interval === "month";
  if ((asked ?? (smaller ? "renewal" : "now")) === "renewal") {
    service.next = plan;
    return true;
  }
  const charge = chargeNow(world, service, plan, { start: span.start, end: renews });
  if (charge.amount !== null) {
    const back = unused(world, service);
    if (back !== null && money.isReserved(world.money, back.invoice)) return false;
    if (back !== null) credit(world, back.invoice, [[back.line, back.net]]);
    issue(world, [{ kind: charge.kind, amount: charge.amount, service, category: product.category, span: charge.of }]);
  }
  if (interval !== service.interval) service.billingDay = world.now.getUTCDate();
  Object.assign(service, {
    product,
    interval,
    price,
    backup,
    span: charge.period,
    renews: charge.period.end,
    next: null,
  });
  return true;
}

interface ChargeNow {
  readonly kind: "proration" | "recurring";
  /** Null on the last day of a period. */
  readonly amount: bigint | null;
  readonly of: Span;
  /** The service's choices after the change. */
  readonly period: Span;
}

/** The remaining days at the new price, or a whole new period if the interval differs. */
function chargeNow({ now }: World, service: Service, plan: Plan, period: Span): ChargeNow {
  if (plan.interval !== service.interval) {
    const fresh = spanFrom(now, plan.interval, now.getUTCDate());
    return { kind: "recurring", amount: plan.price, of: fresh, period: fresh };
  }
  const { of, used, rest } = daysOf(period, now);
  const amount = used === of ? null : unusedShare(plan.price, period, now);
  return { kind: "proration", amount, of: { start: rest, end: period.end }, period };
}

export function keepPlan(service: Service): boolean {
  if (service.next === null) return false;
  service.next = null;
  return true;
}

export function cancelNow(world: World, service: Service): boolean {
  if (service.status === "cancelled") return false;
  const back = unused(world, service);
  if (back !== null && money.isReserved(world.money, back.invoice)) return false;
  const waits = service.order.status === "placed";
  if (waits && !canTakeBack(world, service.order.invoice)) return false;
  stop(service);
  if (back !== null) credit(world, back.invoice, [[back.line, back.net]]);
  if (waits) takeBack(world, service.order.invoice);
  return true;
}

export function cancelLater(service: Service): boolean {
  if (service.status === "cancelled" || service.status === "pending" || service.ends) return false;
  Object.assign(service, { ends: true, next: null });
  return true;
}

export function undo(service: Service): boolean {
  if (!service.ends) return false;
  service.ends = false;
  return true;
}

export function cancelOrder(world: World, { order: placed }: Service): boolean {
  if (placed.status !== "placed" || !canTakeBack(world, placed.invoice)) return false;
  takeBack(world, placed.invoice);
  return true;
}

const untouched = ({ paid, credited }: Invoice): boolean => paid === 0n && credited === 0n;

const canTakeBack = (world: World, invoice: Invoice): boolean =>
  !money.isReserved(world.money, invoice) && (untouched(invoice) || invoice.status === "open");

/** Cancels an order and its invoice: void, or credited if anything was paid on it. */
function takeBack(world: World, invoice: Invoice): void {
  withdraw(world, invoice);
  if (untouched(invoice)) voided(invoice);
  else credit(world, invoice, whatIsLeft(invoice));
}

function voided(invoice: Invoice): void {
  invoice.status = "void";
  returnCoupons(invoice);
  for (const line of invoice.lines) line.counts = false;
}

export function takeBackInvoice(world: World, invoice: Invoice): boolean {
  if (!untouched(invoice) || money.openOf(invoice) === 0n || money.isReserved(world.money, invoice)) return false;
  voided(invoice);
  withdraw(world, invoice);
  return true;
}

/** Runs the scheduled jobs in order. Returns what autopay must charge. */
export function endAndRenew(world: World): void {
  const over = (service: Service) =>
    (service.status === "active" || service.status === "suspended") &&
    service.renews !== null &&
    service.renews.getTime() <= world.now.getTime();
  for (const service of world.services) if (over(service) && service.ends) stop(service);
  const lines = world.services.filter(over).flatMap((service) => renew(service, world.now));
  if (lines.length > 0) issue(world, lines);
}

/** Every period started meanwhile, on the plan selected for it. */
function renew(service: Service, now: Date) {
  if (service.next !== null) Object.assign(service, service.next, { next: null });
  const { price: amount, product } = service;
  const lines = [];
  while (service.renews !== null && service.renews.getTime() <= now.getTime()) {
    const span = spanFrom(service.renews, service.interval, service.billingDay);
    lines.push({ kind: "recurring" as const, amount, service, category: product.category, span });
    Object.assign(service, { span, renews: span.end });
  }
  return lines;
}

/** Due by the end of the day the given number of days ago. */
const dueFor = (world: World, invoice: Invoice, days: number): boolean =>
  invoice.dueAt.getTime() < midnight(later(world.now, 1 - days));

const RETRY_DAYS = [1, 3, 5];
const PATIENCE_DAYS = 21;

/** What autopay charges now; the next attempt is saved with it. */
export function toCharge(world: World): Invoice[] {
  const due = world.invoices.filter(
    (invoice) =>
      invoice.status === "open" &&
      !money.isReserved(world.money, invoice) &&
      (invoice.nextCharge === null
        ? invoice.attempts === 0 && dueFor(world, invoice, 0)
        : invoice.nextCharge.getTime() <= world.now.getTime()),
  );
  for (const invoice of due) {
    const wait = RETRY_DAYS[invoice.attempts];
    const before = RETRY_DAYS[invoice.attempts - 1] ?? 0;
    invoice.attempts++;
    invoice.nextCharge = wait === undefined ? null : new Date(midnight(later(world.now, wait - before)));
  }
  return due;
}

/** Accounts overdue for too long have their services suspended until they pay. */
export function stopOrRestore(world: World): void {
  const waits = (invoice: Invoice) =>
    world.services.some(({ order: placed }) => placed.invoice === invoice && placed.status === "placed");
  const late = world.invoices.filter(
    (one) => one.status === "open" && dueFor(world, one, PATIENCE_DAYS) && !waits(one),
  );
  const tooLate = late.some((invoice) => !money.isReserved(world.money, invoice));
  for (const service of world.services) {
    if (service.status === "suspended" && late.length === 0) service.status = "active";
    else if (service.status === "active" && tooLate) service.status = "suspended";
  }
}

export const creditable = (world: World, invoice: Invoice): (readonly [Line, bigint])[] =>
  invoice.status !== "void" && !money.isReserved(world.money, invoice) ? whatIsLeft(invoice) : [];
