-- CreateEnum
CREATE TYPE "TaxMode" AS ENUM ('exclusive', 'inclusive');

-- CreateEnum
CREATE TYPE "InvoiceLineKind" AS ENUM ('recurring', 'setup', 'proration', 'oneOff', 'discount');

-- CreateEnum
CREATE TYPE "LedgerAccount" AS ENUM ('receivable', 'cash', 'customerCredit', 'revenue', 'taxPayable', 'badDebt', 'disputed');

-- CreateEnum
CREATE TYPE "LedgerKind" AS ENUM ('invoiceIssued', 'invoiceVoided', 'invoiceWrittenOff', 'paymentReceived', 'creditApplied', 'creditGranted', 'creditNoteIssued', 'refundPaid', 'refundFailed', 'disputeOpened', 'disputeWon', 'disputeLost');

-- CreateEnum
CREATE TYPE "GatewayName" AS ENUM ('sandbox', 'stripe', 'manual');

-- CreateEnum
CREATE TYPE "PaymentStatus" AS ENUM ('processing', 'actionRequired', 'succeeded', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "PaymentOrigin" AS ENUM ('person', 'autopay', 'staff');

-- CreateEnum
CREATE TYPE "AllocationState" AS ENUM ('reserved', 'applied', 'released');

-- CreateEnum
CREATE TYPE "RefundStatus" AS ENUM ('processing', 'succeeded', 'failed');

-- CreateEnum
CREATE TYPE "DisputeStatus" AS ENUM ('open', 'won', 'lost');

-- CreateEnum
CREATE TYPE "SeriesKind" AS ENUM ('invoice', 'creditNote');

-- DropForeignKey
ALTER TABLE "Payment" DROP CONSTRAINT "Payment_accountId_invoiceId_fkey";

-- DropIndex
DROP INDEX "Payment_accountId_invoiceId_idx";

-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "autopay" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "vatIdCheckedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Invoice" ADD COLUMN     "chargeAttempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "creditedMinor" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "nextChargeAt" TIMESTAMPTZ(3),
ADD COLUMN     "reverseCharge" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "taxCountry" CHAR(2),
ADD COLUMN     "taxMode" "TaxMode" NOT NULL DEFAULT 'exclusive';

-- AlterTable
ALTER TABLE "InvoiceLine" ADD COLUMN     "counts" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "discountMinor" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "kind" "InvoiceLineKind" NOT NULL DEFAULT 'oneOff';

-- AlterTable
ALTER TABLE "Payment" ADD COLUMN     "actionUrl" TEXT,
ADD COLUMN     "claimedUntil" TIMESTAMPTZ(3),
ADD COLUMN     "contactId" UUID,
ADD COLUMN     "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "failureCode" TEXT,
ADD COLUMN     "failureMessage" TEXT,
ADD COLUMN     "gateway" "GatewayName" NOT NULL DEFAULT 'manual',
ADD COLUMN     "gatewayRef" TEXT,
ADD COLUMN     "origin" "PaymentOrigin" NOT NULL DEFAULT 'person',
ADD COLUMN     "payerName" TEXT,
ADD COLUMN     "paymentMethodId" UUID,
ADD COLUMN     "refundedMinor" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "status" "PaymentStatus" NOT NULL DEFAULT 'succeeded',
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ALTER COLUMN "receivedAt" DROP NOT NULL;
ALTER TABLE "Payment" ALTER COLUMN "gateway" DROP DEFAULT, ALTER COLUMN "origin" DROP DEFAULT,
ALTER COLUMN "status" DROP DEFAULT;

-- AlterTable
ALTER TABLE "PaymentMethod" ADD COLUMN     "gateway" "GatewayName" NOT NULL DEFAULT 'sandbox',
ADD COLUMN     "gatewayRef" TEXT,
ADD COLUMN     "removedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Product" ADD COLUMN     "taxCategory" TEXT NOT NULL DEFAULT 'standard';

-- AlterTable
ALTER TABLE "Service" ADD COLUMN     "billingDay" INTEGER,
ADD COLUMN     "cancelAtPeriodEnd" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "nextPlan" JSONB,
ADD COLUMN     "options" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "periodStart" TIMESTAMPTZ(3),
ADD COLUMN     "suspendedAt" TIMESTAMPTZ(3),
ADD COLUMN     "suspendedForDebt" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Order" ADD COLUMN     "invoiceId" UUID;

-- CreateTable
CREATE TABLE "CreditNote" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "invoiceId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "subtotalMinor" BIGINT NOT NULL,
    "taxMinor" BIGINT NOT NULL,
    "totalMinor" BIGINT NOT NULL,
    "appliedMinor" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "issuedByName" TEXT NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,
    "seller" JSONB NOT NULL,
    "buyer" JSONB NOT NULL,
    "reverseCharge" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "CreditNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CreditNoteLine" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "creditNoteId" UUID NOT NULL,
    "invoiceLineId" UUID,
    "position" INTEGER NOT NULL,
    "description" TEXT NOT NULL,
    "totalMinor" BIGINT NOT NULL,
    "taxMinor" BIGINT NOT NULL,
    "taxBasisPoints" INTEGER NOT NULL,

    CONSTRAINT "CreditNoteLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InvoiceReminder" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "invoiceId" UUID NOT NULL,
    "step" INTEGER NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,
    "sentTo" INTEGER NOT NULL,

    CONSTRAINT "InvoiceReminder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Coupon" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "basisPoints" INTEGER,
    "amountMinor" BIGINT,
    "currency" CHAR(3),
    "invoices" INTEGER DEFAULT 1,
    "validUntil" TIMESTAMPTZ(3),
    "maxUses" INTEGER,
    "uses" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Coupon_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AccountCoupon" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "couponId" UUID NOT NULL,
    "left" INTEGER,
    "redeemedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AccountCoupon_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LedgerEntry" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "kind" "LedgerKind" NOT NULL,
    "source" TEXT NOT NULL,
    "memo" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LedgerEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LedgerLine" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "entryId" UUID NOT NULL,
    "ledgerAccount" "LedgerAccount" NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amountMinor" BIGINT NOT NULL,
    "invoiceId" UUID,
    "taxCountry" CHAR(2),
    "taxBasisPoints" INTEGER,

    CONSTRAINT "LedgerLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PaymentAllocation" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "paymentId" UUID NOT NULL,
    "invoiceId" UUID NOT NULL,
    "amountMinor" BIGINT NOT NULL,
    "returnedMinor" BIGINT NOT NULL DEFAULT 0,
    "state" "AllocationState" NOT NULL,

    CONSTRAINT "PaymentAllocation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Refund" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "paymentId" UUID NOT NULL,
    "amountMinor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "status" "RefundStatus" NOT NULL,
    "reason" TEXT NOT NULL,
    "issuedByName" TEXT NOT NULL,
    "gatewayRef" TEXT,
    "failureMessage" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settledAt" TIMESTAMPTZ(3),
    "claimedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "Refund_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Dispute" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "paymentId" UUID NOT NULL,
    "gateway" "GatewayName" NOT NULL,
    "gatewayRef" TEXT NOT NULL,
    "amountMinor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "status" "DisputeStatus" NOT NULL,
    "reason" TEXT,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Dispute_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PaymentMethodSetup" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "gateway" "GatewayName" NOT NULL,
    "gatewayRef" TEXT NOT NULL,
    "kind" "PaymentMethodKind" NOT NULL,
    "makeDefault" BOOLEAN NOT NULL DEFAULT false,
    "replacesId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "PaymentMethodSetup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GatewayCustomer" (
    "accountId" UUID NOT NULL,
    "gateway" "GatewayName" NOT NULL,
    "gatewayRef" TEXT NOT NULL,

    CONSTRAINT "GatewayCustomer_pkey" PRIMARY KEY ("accountId","gateway")
);

-- CreateTable
CREATE TABLE "GatewayEvent" (
    "id" UUID NOT NULL,
    "gateway" "GatewayName" NOT NULL,
    "eventId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "handledAt" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "GatewayEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LegalEntity" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "lines" TEXT[],
    "country" CHAR(2) NOT NULL,
    "vatId" TEXT,
    "registration" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "bankName" TEXT,
    "iban" TEXT,
    "bic" TEXT,
    "isDefault" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "LegalEntity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NumberSeries" (
    "id" UUID NOT NULL,
    "legalEntityId" UUID NOT NULL,
    "kind" "SeriesKind" NOT NULL,
    "year" INTEGER NOT NULL,
    "prefix" TEXT NOT NULL,
    "next" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "NumberSeries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TaxRate" (
    "id" UUID NOT NULL,
    "country" CHAR(2) NOT NULL,
    "category" TEXT NOT NULL DEFAULT 'standard',
    "name" TEXT NOT NULL,
    "basisPoints" INTEGER NOT NULL,
    "validFrom" TIMESTAMPTZ(3) NOT NULL,
    "validUntil" TIMESTAMPTZ(3),

    CONSTRAINT "TaxRate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClockShift" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "shiftMs" BIGINT NOT NULL,
    "movedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ClockShift_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProductPrice" (
    "id" UUID NOT NULL,
    "productId" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "interval" "BillingInterval" NOT NULL,
    "priceMinor" BIGINT NOT NULL,
    "setupMinor" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "ProductPrice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProductOption" (
    "id" UUID NOT NULL,
    "productId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "ProductOption_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProductOptionChoice" (
    "id" UUID NOT NULL,
    "optionId" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "isDefault" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ProductOptionChoice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OptionChoicePrice" (
    "id" UUID NOT NULL,
    "choiceId" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "interval" "BillingInterval" NOT NULL,
    "priceMinor" BIGINT NOT NULL,
    "setupMinor" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "OptionChoicePrice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "CreditNote_number_key" ON "CreditNote"("number");

-- CreateIndex
CREATE INDEX "CreditNote_accountId_issuedAt_idx" ON "CreditNote"("accountId", "issuedAt");

-- CreateIndex
CREATE INDEX "CreditNote_accountId_invoiceId_idx" ON "CreditNote"("accountId", "invoiceId");

-- CreateIndex
CREATE UNIQUE INDEX "CreditNote_accountId_id_key" ON "CreditNote"("accountId", "id");

-- CreateIndex
CREATE INDEX "CreditNoteLine_accountId_creditNoteId_position_idx" ON "CreditNoteLine"("accountId", "creditNoteId", "position");

-- CreateIndex
CREATE INDEX "InvoiceReminder_accountId_invoiceId_idx" ON "InvoiceReminder"("accountId", "invoiceId");

-- CreateIndex
CREATE UNIQUE INDEX "InvoiceReminder_invoiceId_step_key" ON "InvoiceReminder"("invoiceId", "step");

-- CreateIndex
CREATE UNIQUE INDEX "Coupon_code_key" ON "Coupon"("code");

-- CreateIndex
CREATE UNIQUE INDEX "AccountCoupon_accountId_couponId_key" ON "AccountCoupon"("accountId", "couponId");

-- CreateIndex
CREATE UNIQUE INDEX "LedgerEntry_source_key" ON "LedgerEntry"("source");

-- CreateIndex
CREATE INDEX "LedgerEntry_accountId_at_idx" ON "LedgerEntry"("accountId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "LedgerEntry_accountId_id_key" ON "LedgerEntry"("accountId", "id");

-- CreateIndex
CREATE INDEX "LedgerLine_accountId_ledgerAccount_currency_idx" ON "LedgerLine"("accountId", "ledgerAccount", "currency");

-- CreateIndex
CREATE INDEX "LedgerLine_accountId_invoiceId_ledgerAccount_idx" ON "LedgerLine"("accountId", "invoiceId", "ledgerAccount");

-- CreateIndex
CREATE INDEX "LedgerLine_entryId_idx" ON "LedgerLine"("entryId");

-- CreateIndex
CREATE INDEX "PaymentAllocation_accountId_invoiceId_idx" ON "PaymentAllocation"("accountId", "invoiceId");

-- CreateIndex
CREATE UNIQUE INDEX "PaymentAllocation_accountId_id_key" ON "PaymentAllocation"("accountId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "PaymentAllocation_paymentId_invoiceId_key" ON "PaymentAllocation"("paymentId", "invoiceId");

-- CreateIndex
CREATE INDEX "Refund_accountId_paymentId_idx" ON "Refund"("accountId", "paymentId");

-- CreateIndex
CREATE INDEX "Refund_status_claimedUntil_idx" ON "Refund"("status", "claimedUntil");

-- CreateIndex
CREATE UNIQUE INDEX "Refund_accountId_id_key" ON "Refund"("accountId", "id");

-- CreateIndex
CREATE INDEX "Dispute_accountId_paymentId_idx" ON "Dispute"("accountId", "paymentId");

-- CreateIndex
CREATE UNIQUE INDEX "Dispute_gateway_gatewayRef_key" ON "Dispute"("gateway", "gatewayRef");

-- CreateIndex
CREATE UNIQUE INDEX "PaymentMethodSetup_gateway_gatewayRef_key" ON "PaymentMethodSetup"("gateway", "gatewayRef");

-- CreateIndex
CREATE UNIQUE INDEX "GatewayCustomer_gateway_gatewayRef_key" ON "GatewayCustomer"("gateway", "gatewayRef");

-- CreateIndex
CREATE UNIQUE INDEX "GatewayEvent_gateway_eventId_key" ON "GatewayEvent"("gateway", "eventId");

-- CreateIndex
CREATE UNIQUE INDEX "NumberSeries_legalEntityId_kind_year_key" ON "NumberSeries"("legalEntityId", "kind", "year");

-- CreateIndex
CREATE UNIQUE INDEX "NumberSeries_prefix_year_key" ON "NumberSeries"("prefix", "year");

-- CreateIndex
CREATE UNIQUE INDEX "TaxRate_country_category_validFrom_key" ON "TaxRate"("country", "category", "validFrom");

-- CreateIndex
CREATE UNIQUE INDEX "ProductPrice_productId_currency_interval_key" ON "ProductPrice"("productId", "currency", "interval");

-- CreateIndex
CREATE UNIQUE INDEX "ProductOption_productId_slug_key" ON "ProductOption"("productId", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "ProductOptionChoice_optionId_slug_key" ON "ProductOptionChoice"("optionId", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "OptionChoicePrice_choiceId_currency_interval_key" ON "OptionChoicePrice"("choiceId", "currency", "interval");

-- CreateIndex
CREATE INDEX "Invoice_status_nextChargeAt_idx" ON "Invoice"("status", "nextChargeAt");

-- CreateIndex
CREATE INDEX "Payment_accountId_createdAt_idx" ON "Payment"("accountId", "createdAt");

-- CreateIndex
CREATE INDEX "Payment_status_claimedUntil_idx" ON "Payment"("status", "claimedUntil");

-- CreateIndex
CREATE UNIQUE INDEX "Payment_gateway_gatewayRef_key" ON "Payment"("gateway", "gatewayRef");

-- AddForeignKey
ALTER TABLE "CreditNote" ADD CONSTRAINT "CreditNote_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CreditNote" ADD CONSTRAINT "CreditNote_accountId_invoiceId_fkey" FOREIGN KEY ("accountId", "invoiceId") REFERENCES "Invoice"("accountId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "CreditNoteLine" ADD CONSTRAINT "CreditNoteLine_accountId_creditNoteId_fkey" FOREIGN KEY ("accountId", "creditNoteId") REFERENCES "CreditNote"("accountId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InvoiceReminder" ADD CONSTRAINT "InvoiceReminder_accountId_invoiceId_fkey" FOREIGN KEY ("accountId", "invoiceId") REFERENCES "Invoice"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccountCoupon" ADD CONSTRAINT "AccountCoupon_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccountCoupon" ADD CONSTRAINT "AccountCoupon_couponId_fkey" FOREIGN KEY ("couponId") REFERENCES "Coupon"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerLine" ADD CONSTRAINT "LedgerLine_accountId_entryId_fkey" FOREIGN KEY ("accountId", "entryId") REFERENCES "LedgerEntry"("accountId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerLine" ADD CONSTRAINT "LedgerLine_accountId_invoiceId_fkey" FOREIGN KEY ("accountId", "invoiceId") REFERENCES "Invoice"("accountId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_accountId_paymentMethodId_fkey" FOREIGN KEY ("accountId", "paymentMethodId") REFERENCES "PaymentMethod"("accountId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "PaymentAllocation" ADD CONSTRAINT "PaymentAllocation_accountId_paymentId_fkey" FOREIGN KEY ("accountId", "paymentId") REFERENCES "Payment"("accountId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaymentAllocation" ADD CONSTRAINT "PaymentAllocation_accountId_invoiceId_fkey" FOREIGN KEY ("accountId", "invoiceId") REFERENCES "Invoice"("accountId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_accountId_paymentId_fkey" FOREIGN KEY ("accountId", "paymentId") REFERENCES "Payment"("accountId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dispute" ADD CONSTRAINT "Dispute_accountId_paymentId_fkey" FOREIGN KEY ("accountId", "paymentId") REFERENCES "Payment"("accountId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaymentMethodSetup" ADD CONSTRAINT "PaymentMethodSetup_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GatewayCustomer" ADD CONSTRAINT "GatewayCustomer_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NumberSeries" ADD CONSTRAINT "NumberSeries_legalEntityId_fkey" FOREIGN KEY ("legalEntityId") REFERENCES "LegalEntity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProductPrice" ADD CONSTRAINT "ProductPrice_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProductOption" ADD CONSTRAINT "ProductOption_productId_fkey" FOREIGN KEY ("productId") REFERENCES "Product"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProductOptionChoice" ADD CONSTRAINT "ProductOptionChoice_optionId_fkey" FOREIGN KEY ("optionId") REFERENCES "ProductOption"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OptionChoicePrice" ADD CONSTRAINT "OptionChoicePrice_choiceId_fkey" FOREIGN KEY ("choiceId") REFERENCES "ProductOptionChoice"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Order" ADD CONSTRAINT "Order_accountId_invoiceId_fkey" FOREIGN KEY ("accountId", "invoiceId") REFERENCES "Invoice"("accountId", "id") ON DELETE RESTRICT ON UPDATE NO ACTION;

-- Payments so far were each for one invoice.
INSERT INTO "PaymentAllocation" ("id", "accountId", "paymentId", "invoiceId", "amountMinor", "state")
SELECT gen_random_uuid(), "accountId", "id", "invoiceId", "amountMinor", 'applied' FROM "Payment";
UPDATE "Payment" SET "createdAt" = "receivedAt";
ALTER TABLE "Payment" DROP COLUMN "invoiceId";

-- The ledger begins with what has happened.
WITH issued AS (
  INSERT INTO "LedgerEntry" ("id", "accountId", "kind", "source", "memo", "at")
  SELECT gen_random_uuid(), "accountId", 'invoiceIssued', 'invoice:' || "id" || ':issued', 'Invoice ' || "number", "issuedAt"
  FROM "Invoice" WHERE "status" <> 'draft' AND "issuedAt" IS NOT NULL RETURNING "id", "accountId", "source"
), linked AS (
  SELECT e."id" AS "entryId", i.* FROM issued e JOIN "Invoice" i ON e."source" = 'invoice:' || i."id" || ':issued'
)
INSERT INTO "LedgerLine" ("id", "accountId", "entryId", "ledgerAccount", "currency", "amountMinor", "invoiceId", "taxBasisPoints")
SELECT gen_random_uuid(), "accountId", "entryId", 'receivable'::"LedgerAccount", "currency", "totalMinor", "id", NULL::int FROM linked WHERE "totalMinor" <> 0
UNION ALL SELECT gen_random_uuid(), "accountId", "entryId", 'revenue', "currency", -"subtotalMinor", "id", NULL FROM linked WHERE "subtotalMinor" <> 0
UNION ALL SELECT gen_random_uuid(), "accountId", "entryId", 'taxPayable', "currency", -"taxMinor", "id",
  (SELECT max("taxBasisPoints") FROM "InvoiceLine" l WHERE l."invoiceId" = linked."id") FROM linked WHERE "taxMinor" <> 0;

WITH ended AS (
  INSERT INTO "LedgerEntry" ("id", "accountId", "kind", "source", "memo", "at")
  SELECT gen_random_uuid(), "accountId", CASE "status" WHEN 'void' THEN 'invoiceVoided' ELSE 'invoiceWrittenOff' END::"LedgerKind",
    'invoice:' || "id" || CASE "status" WHEN 'void' THEN ':voided' ELSE ':writtenOff' END, 'Invoice ' || "number", "issuedAt"
  FROM "Invoice" WHERE "status" IN ('void', 'uncollectible') RETURNING "id", "accountId", "source"
), linked AS (
  SELECT e."id" AS "entryId", i.* FROM ended e JOIN "Invoice" i ON e."source" LIKE 'invoice:' || i."id" || ':%'
)
INSERT INTO "LedgerLine" ("id", "accountId", "entryId", "ledgerAccount", "currency", "amountMinor", "invoiceId", "taxBasisPoints")
SELECT gen_random_uuid(), "accountId", "entryId", 'receivable'::"LedgerAccount", "currency", "paidMinor" - "totalMinor", "id", NULL::int FROM linked WHERE "totalMinor" <> "paidMinor"
UNION ALL SELECT gen_random_uuid(), "accountId", "entryId", 'badDebt', "currency", "totalMinor" - "paidMinor", "id", NULL FROM linked WHERE "status" = 'uncollectible' AND "totalMinor" <> "paidMinor"
UNION ALL SELECT gen_random_uuid(), "accountId", "entryId", 'revenue', "currency", "subtotalMinor", "id", NULL FROM linked WHERE "status" = 'void' AND "subtotalMinor" <> 0
UNION ALL SELECT gen_random_uuid(), "accountId", "entryId", 'taxPayable', "currency", "taxMinor", "id",
  (SELECT max("taxBasisPoints") FROM "InvoiceLine" l WHERE l."invoiceId" = linked."id") FROM linked WHERE "status" = 'void' AND "taxMinor" <> 0;

WITH received AS (
  INSERT INTO "LedgerEntry" ("id", "accountId", "kind", "source", "memo", "at")
  SELECT gen_random_uuid(), "accountId", 'paymentReceived', 'payment:' || "id" || ':received', "method", "receivedAt"
  FROM "Payment" RETURNING "id", "accountId", "source"
), linked AS (
  SELECT e."id" AS "entryId", a.*, p."currency" FROM received e
  JOIN "Payment" p ON e."source" = 'payment:' || p."id" || ':received' JOIN "PaymentAllocation" a ON a."paymentId" = p."id"
)
INSERT INTO "LedgerLine" ("id", "accountId", "entryId", "ledgerAccount", "currency", "amountMinor", "invoiceId")
SELECT gen_random_uuid(), "accountId", "entryId", 'cash'::"LedgerAccount", "currency", "amountMinor", NULL::uuid FROM linked
UNION ALL SELECT gen_random_uuid(), "accountId", "entryId", 'receivable', "currency", -"amountMinor", "invoiceId" FROM linked;

-- Prices of products in the one currency and interval they had so far.
INSERT INTO "ProductPrice" ("id", "productId", "currency", "interval", "priceMinor")
SELECT gen_random_uuid(), "id", "currency", "interval", "priceMinor" FROM "Product";

UPDATE "InvoiceLine" SET "kind" = 'recurring' WHERE "serviceId" IS NOT NULL AND "periodStart" IS NOT NULL;
UPDATE "InvoiceLine" l SET "counts" = false FROM "Invoice" i WHERE i."id" = l."invoiceId" AND i."status" = 'void';

-- What the database itself holds to, whatever the code forgot.
ALTER TABLE "Invoice" DROP CONSTRAINT "Invoice_paid";
ALTER TABLE "Invoice" ADD CONSTRAINT "Invoice_paid"
  CHECK ("paidMinor" >= 0 AND "creditedMinor" >= 0 AND "paidMinor" + "creditedMinor" <= "totalMinor");
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_amount" CHECK ("amountMinor" > 0 AND "refundedMinor" BETWEEN 0 AND "amountMinor");
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_received" CHECK (("status" = 'succeeded') = ("receivedAt" IS NOT NULL));
ALTER TABLE "PaymentAllocation" ADD CONSTRAINT "PaymentAllocation_amount"
  CHECK ("amountMinor" > 0 AND "returnedMinor" BETWEEN 0 AND "amountMinor");
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_amount" CHECK ("amountMinor" > 0);
ALTER TABLE "Coupon" ADD CONSTRAINT "Coupon_one_kind" CHECK (("basisPoints" IS NULL) <> ("amountMinor" IS NULL)
  AND ("amountMinor" IS NULL) = ("currency" IS NULL) AND coalesce("basisPoints", 1) BETWEEN 1 AND 10000
  AND ("maxUses" IS NULL OR "uses" <= "maxUses"));
ALTER TABLE "Service" ADD CONSTRAINT "Service_billing_day" CHECK ("billingDay" BETWEEN 1 AND 31);
CREATE UNIQUE INDEX "LegalEntity_one_default" ON "LegalEntity" ("isDefault") WHERE "isDefault";
-- One payment under way for an invoice: whoever comes second is told so instead of charging again.
CREATE UNIQUE INDEX "PaymentAllocation_one_under_way" ON "PaymentAllocation" ("invoiceId") WHERE "state" = 'reserved';
-- One invoice for each period of a service.
CREATE UNIQUE INDEX "InvoiceLine_one_a_period" ON "InvoiceLine" ("serviceId", "periodStart")
  WHERE "kind" = 'recurring' AND "counts";
DROP INDEX "PaymentMethod_one_default";
CREATE UNIQUE INDEX "PaymentMethod_one_default" ON "PaymentMethod" ("accountId") WHERE "isDefault" AND "removedAt" IS NULL;
CREATE INDEX "Service_renewal" ON "Service" ("renewsAt") WHERE "status" IN ('active', 'suspended');
CREATE INDEX "Invoice_open_due" ON "Invoice" ("dueAt") WHERE "status" = 'open';

-- Each entry of the ledger balances in each currency, and has at least two sides, when its transaction ends.
CREATE FUNCTION portcullis_entry_balances() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "LedgerLine" WHERE "entryId" = new."entryId" GROUP BY "currency" HAVING sum("amountMinor") <> 0) THEN
    RAISE EXCEPTION 'a ledger entry must balance' USING errcode = 'check_violation', constraint = 'LedgerEntry_balances';
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER entry_balances AFTER INSERT ON "LedgerLine" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION portcullis_entry_balances();

-- Append-only for everybody, the owner of the tables included.
CREATE FUNCTION portcullis_never_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the ledger is append-only' USING errcode = 'check_violation', constraint = 'Ledger_append_only';
END
$$;
CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE ON "LedgerEntry" FOR EACH ROW EXECUTE FUNCTION portcullis_never_changed();
CREATE TRIGGER never_changed BEFORE UPDATE OR DELETE ON "LedgerLine" FOR EACH ROW EXECUTE FUNCTION portcullis_never_changed();

-- Row security: what belongs to an account can be reached within it alone.
DO $$
DECLARE
  owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['PaymentAllocation', 'Refund', 'Dispute', 'PaymentMethodSetup', 'GatewayCustomer',
    'CreditNote', 'CreditNoteLine', 'InvoiceReminder', 'AccountCoupon', 'LedgerEntry', 'LedgerLine'] LOOP
    EXECUTE format('alter table %I enable row level security', owned);
    EXECUTE format('alter table %I force row level security', owned);
    EXECUTE format('grant select, insert, update, delete on %I to portcullis_app', owned);
    EXECUTE format('create policy account_only on %I to portcullis_app
      using ("accountId" = portcullis_account()) with check ("accountId" = portcullis_account())', owned);
    EXECUTE format('create policy keeper on %I to %I using (true) with check (true)', owned, current_user);
  END LOOP;
  -- Staff read money over all accounts: what of it, their permission decides.
  FOREACH owned IN ARRAY ARRAY['Invoice', 'InvoiceLine', 'Payment', 'PaymentAllocation', 'Refund', 'Dispute', 'CreditNote',
    'CreditNoteLine', 'LedgerEntry', 'LedgerLine', 'Service'] LOOP
    EXECUTE format('grant select on %I to portcullis_staff', owned);
    EXECUTE format('create policy staff_reads on %I for select to portcullis_staff using (true)', owned);
  END LOOP;
  -- The worker looks for accounts with something to do, and then works within each.
  FOREACH owned IN ARRAY ARRAY['Account', 'Service', 'Invoice', 'Payment', 'Refund'] LOOP
    EXECUTE format('grant select on %I to portcullis_worker', owned);
    EXECUTE format('create policy worker_looks on %I for select to portcullis_worker using (true)', owned);
  END LOOP;
END
$$;
REVOKE UPDATE, DELETE ON "LedgerEntry", "LedgerLine", "CreditNote", "CreditNoteLine" FROM portcullis_app;
REVOKE DELETE ON "Payment", "PaymentAllocation", "Refund", "Dispute" FROM portcullis_app;

-- The catalogue, the seller and the taxes belong to nobody; staff look after them.
GRANT SELECT ON "ProductPrice", "ProductOption", "ProductOptionChoice", "OptionChoicePrice", "LegalEntity", "NumberSeries",
  "TaxRate", "Coupon", "ClockShift" TO portcullis_app, portcullis_staff, portcullis_worker;
GRANT SELECT ON "Product" TO portcullis_staff, portcullis_worker;
GRANT INSERT, UPDATE ("next") ON "NumberSeries" TO portcullis_app;
GRANT UPDATE ("uses") ON "Coupon" TO portcullis_app;
GRANT INSERT, UPDATE, DELETE ON "TaxRate", "Coupon", "ClockShift" TO portcullis_staff;
GRANT INSERT, UPDATE ON "LegalEntity" TO portcullis_staff;
-- Everybody's clock is read before it is known who asks.
GRANT SELECT ON "ClockShift" TO portcullis_identity;

-- What a gateway reports comes before it is known whose it is.
ALTER TABLE "GatewayEvent" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "GatewayEvent" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON "GatewayEvent" TO portcullis_worker;
CREATE POLICY worker_all ON "GatewayEvent" TO portcullis_worker USING (true) WITH CHECK (true);
DO $$
BEGIN
  EXECUTE format('create policy keeper on "GatewayEvent" to %I using (true) with check (true)', current_user);
END
$$;
