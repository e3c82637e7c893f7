import type { BillingContext } from "@/lib/billing/core/billing-context";
import { heldCoupons } from "@/lib/billing/core/pricing/held-coupons";
import { loadParties } from "@/lib/billing/core/tax/parties";
import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { draftContents } from "./draft-contents";

export type RepricedDraft = Awaited<ReturnType<typeof repriceDraft>>;

/**
 * A draft together with what it would contain if issued now: its lines at today's tax rates, less the account's current
 * coupons, with the current parties.
 *
 * @throws Problem `conflict` if it isn't a draft. Also throws as `loadParties` and `draftContents` do.
 */
export async function repriceDraft(work: BillingContext, invoiceId: string) {
  const { db, account } = work;
  const draft = await db.invoice.findFirst({
    where: { accountId: account.id, id: invoiceId, status: "draft" },
    include: { lines: { select: LINE, orderBy: { position: "asc" } } },
  });
  if (draft === null) throw new Problem("conflict", t("Only a draft can be issued."));
  const { currency, taxMode, note, lines } = draft;
  const parties = await loadParties(work);
  const coupons = await heldCoupons(work, currency, lines);
  const held = coupons.map(({ coupon }) => coupon);
  return {
    draft,
    parties,
    coupons,
    contents: await draftContents(work, { currency, taxMode, note, lines }, parties, held),
  };
}

/** The entered lines, without the calculated values, which are recalculated. */
const LINE = {
  kind: true,
  description: true,
  quantity: true,
  unitMinor: true,
  taxCategory: true,
  serviceId: true,
  periodStart: true,
  periodEnd: true,
  discountMinor: true,
  totalMinor: true,
  taxBasisPoints: true,
} as const;
