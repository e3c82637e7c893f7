-- AlterTable
ALTER TABLE "Account" DROP COLUMN "vatIdCheckedAt";

-- AlterTable
ALTER TABLE "InvoiceLine" ADD COLUMN     "taxCategory" TEXT NOT NULL DEFAULT 'standard';
