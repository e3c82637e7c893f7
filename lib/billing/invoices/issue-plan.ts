import { createHash } from "node:crypto";
import { type RepricedDraft, repriceDraft } from "@/lib/billing/core/invoicing/reprice-draft";
import { creditBalance } from "@/lib/billing/core/ledger/credit-balance";
import { partySchema, sellerSchema } from "@/lib/billing/core/pdf/party";
import { totalsOf } from "@/lib/billing/core/pricing/totals";
import { linesForReader } from "@/lib/platform/kernel/address/lines-for-reader";
import { dayOf, endOfDayUtc } from "@/lib/platform/kernel/calendar-day";
import { countryName } from "@/lib/platform/kernel/countries";
import { addDays } from "@/lib/platform/kernel/dates";
import { formatMoney } from "@/lib/platform/kernel/format-money";
import { lesser } from "@/lib/platform/kernel/money";
import { t } from "@/lib/platform/language/t";
import { currentLocale, withLanguage } from "@/lib/platform/language/with-language";
import type { Context } from "@/lib/platform/operations/operation";
import type { IssueChange } from "./schema";

const DAYS_TO_PAY = 14;

/** The result of issuing a draft now. */
export interface IssuePlan extends RepricedDraft {
  readonly dueAt: Date;
  /** The amount paid from account credit. */
  readonly creditMinor: bigint;
  /** Differences between the draft and the issued invoice. */
  readonly changes: readonly IssueChange[];
  /** The same for the activity log. */
  readonly changesInEnglish: readonly IssueChange[];
  /** Hash of everything the confirming person has seen; changes whenever any of it changes. */
  readonly seen: string;
}

/** Recalculates a draft and lists what would differ on the invoice. Throws as `repriceDraft` does. */
export async function issuePlan(context: Context<"account">, invoiceId: string): Promise<IssuePlan> {
  const repriced = await repriceDraft(context, invoiceId);
  const { draft, contents, parties } = repriced;
  const dueAt = dueDateOf(draft.dueAt, context.now);
  const credit = (await creditBalance(context)).get(draft.currency) ?? 0n;
  const creditMinor = lesser(credit, contents.invoice.totalMinor);
  const compared = () => {
    const before = inWords(draft, draft.lines, draft.dueAt ?? dueAt);
    const after = inWords(contents.invoice, contents.lines, dueAt);
    const changes = labels
      .map((what) => ({ what, drafted: before[what], issued: after[what] }))
      .filter(({ drafted, issued }) => drafted !== issued);
    return { after, changes };
  };
  // What was seen in one language may be issued in another.
  const { after, changes: changesInEnglish } = withLanguage("en-GB", compared);
  const { version, currency } = draft;
  const facts = [version, after, currency, parties.buyer.currency, String(creditMinor)];
  const seen = createHash("sha256").update(JSON.stringify(facts)).digest("base64url");
  return { ...repriced, dueAt, creditMinor, changes: compared().changes, changesInEnglish, seen };
}

/**
 * Rounded to the whole day, so a preview from the morning still matches in the afternoon. A past due date is replaced.
 */
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

/** The parts of an invoice that can change on issue, each in words. */
function inWords(
  { currency, totalMinor, taxMode, reverseCharge, taxCountry, seller, buyer }: Sums,
  lines: readonly SummedLine[],
  dueAt: Date,
): Record<(typeof labels)[number], string> {
  const amount = (minor: bigint) => formatMoney(minor, currency, currentLocale());
  const rate = new Intl.NumberFormat(currentLocale(), { style: "percent", maximumFractionDigits: 2 });
  const where = taxCountry === null ? "" : ` (${countryName(taxCountry, currentLocale())})`;
  const taxes = totalsOf(lines, taxMode)
    .taxes.map(({ basisPoints, taxMinor }) => `${rate.format(basisPoints / 10_000)}: ${amount(taxMinor)}`)
    .join(", ");
  return {
    buyer: partyInWords(partySchema.parse(buyer)),
    seller: sellerInWords(sellerSchema.parse(seller)),
    tax: `${reverseCharge ? t("Reverse charge, {taxes}", { taxes }) : taxes}${where}`,
    discount: amount(lines.reduce((sum, { discountMinor }) => sum + discountMinor, 0n)),
    total: amount(totalMinor),
    dueOn: dayOf(dueAt),
  };
}

interface Party {
  readonly name: string;
  readonly lines: readonly string[];
  readonly vatId?: string | null | undefined;
}

const partyInWords = ({ name, lines, vatId }: Party) =>
  [name, ...linesForReader({ lines }), ...(vatId ? [t("VAT ID {vatId}", { vatId })] : [])].join(", ");

function sellerInWords({ registration, email, phone, bank, ...party }: ReturnType<typeof sellerSchema.parse>): string {
  const rest = [registration, email, phone, bank && `${bank.name} ${bank.iban} ${bank.bic}`];
  return [partyInWords(party), ...rest.filter((one) => one)].join(", ");
}
