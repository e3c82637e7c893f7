import type { Feature } from "@/lib/platform/operations/feature";
import { addTaxRate } from "./add-tax-rate";
import { createCoupon } from "./create-coupon";
import { endCoupon } from "./end-coupon";
import { endTaxRate } from "./end-tax-rate";
import { exportInvoices } from "./export-invoices";
import { exportJournal } from "./export-journal";
import { exportPayments } from "./export-payments";
import { exportReceivables } from "./export-receivables";
import { exportTaxes } from "./export-taxes";
import { listCoupons } from "./list-coupons";
import { listFailedPayments } from "./list-failed-payments";
import { listHeldCredits } from "./list-held-credits";
import { listReceivables } from "./list-receivables";
import { listReturned } from "./list-returned";
import { listTaxRates } from "./list-tax-rates";
import { reportTaxes } from "./report-taxes";
import { updateSeller } from "./update-seller";
import { viewSeller } from "./view-seller";

export const accountingFeature: Feature = {
  name: "billing/accounting",
  operations: [
    addTaxRate,
    createCoupon,
    endCoupon,
    endTaxRate,
    exportInvoices,
    exportJournal,
    exportPayments,
    exportReceivables,
    exportTaxes,
    listCoupons,
    listFailedPayments,
    listHeldCredits,
    listReceivables,
    listReturned,
    listTaxRates,
    reportTaxes,
    updateSeller,
    viewSeller,
  ],
};
