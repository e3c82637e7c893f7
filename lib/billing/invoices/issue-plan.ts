import { createHash } from "node:crypto";
import { type RepricedDraft, repriceDraft } from "@/lib/billing/core/invoicing/reprice-draft";
import { creditBalance } from "@/lib/billing/core/ledger/credit-balance";
import { partySchema, sellerSchema } from "@/lib/billing/core/pdf/party";
import { totalsOf } from "@/lib/billing/core/pricing/totals";
import { dayOf, endOfDayUtc } from "@/lib/platform/kernel/calendar-day";
import { countryName } from "@/lib/platform/kernel/countries";
import { addDays } from "@/lib/platform/kernel/dates";
import { formatMoney } from "@/lib/platform/kernel/format-money";
import { lesser } from "@/lib/platform/kernel/money";
import type { Context } from "@/lib/platform/operations/operation";
import type { IssueChange } from "./schema";

const DAYS_TO_PAY = 14;

/** What issuing a draft comes to now. */
export interface IssuePlan extends RepricedDraft {
  readonly dueAt: Date;
  /** What account credit pays of it. */
  readonly creditMinor: bigint;
  /** Where the invoice would say something else than the draft does. */
  readonly changes: readonly IssueChange[];
  /** Stands for all that the person who confirms it has seen: another as soon as any of it is another. */
  readonly seen: string;
}

/** Works out what a draft would be issued as, and where that differs from what it says. Throws as `repriceDraft` does. */
export async function issuePlan(context: Context<"account">, invoiceId: string): Promise<IssuePlan> {
  const repriced = await repriceDraft(context, invoiceId);
  const { draft, contents, parties } = repriced;
  const dueAt = dueDateOf(draft.dueAt, context.now);
  const credit = (await creditBalance(context)).get(draft.currency) ?? 0n;
  const creditMinor = lesser(credit, contents.invoice.totalMinor);
  const before = inWords(draft, draft.lines, draft.dueAt ?? dueAt);
  const after = inWords(contents.invoice, contents.lines, dueAt);
  const changes = labels
    .map((what) => ({ what, drafted: before[what], issued: after[what] }))
    .filter(({ drafted, issued }) => drafted !== issued);
  const { version, currency } = draft;
  const facts = [version, after, currency, parties.buyer.currency, String(creditMinor)];
  const seen = createHash("sha256").update(JSON.stringify(facts)).digest("base64url");
  return { ...repriced, dueAt, creditMinor, changes, seen };
}

/** The whole day counts, so that what was shown in the morning holds in the afternoon. A day that has passed is not taken over. */
function dueDateOf(drafted: Date | null, now: Date): Date {
  return drafted !== null && drafted > now ? drafted : endOfDayUtc(dayOf(addDays(now, DAYS_TO_PAY)));
}

const labels = ["buyer", "seller", "tax", "discount", "total", "dueOn"] as const;

interface Sums {
  readonly currency: string;
  readonly totalMinor: bigint;
  readonly taxMode: "exclusive" | "inclusive";
  readonly reverseCharge: boolean;
  readonly taxCountry: string | null;
  readonly seller: unknown;
  readonly buyer: unknown;
}

interface SummedLine {
  readonly totalMinor: bigint;
  readonly discountMinor: bigint;
  readonly taxBasisPoints: number;
}

/** What an invoice says, a sentence for each thing that may be another on issue. The same for every reader. */
function inWords(
  { currency, totalMinor, taxMode, reverseCharge, taxCountry, seller, buyer }: Sums,
  lines: readonly SummedLine[],
  dueAt: Date,
): Record<(typeof labels)[number], string> {
  const amount = (minor: bigint) => formatMoney(minor, currency, "en-GB");
  const where = taxCountry === null ? "" : ` (${countryName(taxCountry, "en-GB")})`;
  const taxes = totalsOf(lines, taxMode).taxes.map(
    ({ basisPoints, taxMinor }) => `${basisPoints / 100}%: ${amount(taxMinor)}`,
  );
  return {
    buyer: partyInWords(partySchema.parse(buyer)),
    seller: sellerInWords(sellerSchema.parse(seller)),
    tax: `${reverseCharge ? "Reverse charge, " : ""}${taxes.join(", ")}${where}`,
    discount: amount(lines.reduce((sum, { discountMinor }) => sum + discountMinor, 0n)),
    total: amount(totalMinor),
    dueOn: dayOf(dueAt),
  };
}

const partyInWords = ({ name, lines, vatId }: { name: string; lines: string[]; vatId?: string | null | undefined }) =>
  [name, ...lines, ...(vatId ? [`VAT ID ${vatId}`] : [])].join(", ");

function sellerInWords({ registration, email, phone, bank, ...party }: ReturnType<typeof sellerSchema.parse>): string {
  const rest = [registration, email, phone, bank && `${bank.name} ${bank.iban} ${bank.bic}`];
  return [partyInWords(party), ...rest.filter((one) => one)].join(", ");
}
