import type { BillingContext } from "@/lib/billing/core/billing-context";
import { currentBrand } from "@/lib/platform/brand/current-brand";
import { type Address, addressLines } from "@/lib/platform/kernel/address/address-lines";
import { countryName } from "@/lib/platform/kernel/countries";
import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";

/** The default seller. Throws a `conflict` Problem if none is set up. */
export async function loadSeller({ db }: BillingContext) {
  const seller = await db.legalEntity.findFirst({ where: { isDefault: true } });
  if (seller === null)
    throw new Problem(
      "conflict",
      t("Invoices can't be issued until our billing team has set up the seller's details under Billing setup."),
    );
  return seller;
}

type Seller = Awaited<ReturnType<typeof loadSeller>>;

/** The current seller and buyer. Throws as `loadSeller` does. */
export async function loadParties(work: BillingContext): Promise<Parties> {
  const buyer = await work.db.account.findUniqueOrThrow({ where: { id: work.account.id } });
  return { seller: await loadSeller(work), buyer };
}

export interface Parties {
  readonly seller: Seller;
  readonly buyer: Addressed & { readonly currency: string };
}

/** The seller as copied onto invoices. */
export function sellerCopy(seller: Seller) {
  const { name, lines, vatId, registration, email, phone, bankName, iban, bic } = seller;
  const bank = bankName === null || iban === null || bic === null ? null : { name: bankName, iban, bic };
  return { name, lines: [...lines, countryName(seller.country, "en-GB")], vatId, registration, email, phone, bank };
}

/** The seller on documents other than invoices: only the company name if the details aren't set up. */
export async function sellerOnPaper({ db }: BillingContext): Promise<ReturnType<typeof sellerCopy>> {
  const seller = await db.legalEntity.findFirst({ where: { isDefault: true } });
  if (seller !== null) return sellerCopy(seller);
  const unknown = { vatId: null, registration: null, email: null, phone: null, bank: null };
  return { name: (await currentBrand()).name, lines: [], ...unknown };
}

interface Addressed extends Address {
  readonly legalName: string;
  readonly vatId: string | null;
}

/** The buyer as copied onto invoices. */
export const partyOf = (account: Addressed) => ({
  name: account.legalName,
  lines: [...addressLines(account), countryName(account.country, "en-GB")],
  vatId: account.vatId,
});
