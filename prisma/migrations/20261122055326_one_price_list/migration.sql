-- AlterEnum
ALTER TYPE "OrderStatus" ADD VALUE 'cancelled';

-- AlterTable
ALTER TABLE "Product" DROP COLUMN "currency",
DROP COLUMN "interval",
DROP COLUMN "priceMinor";

-- AlterTable
ALTER TABLE "Order" ADD COLUMN     "couponId" UUID;

-- CreateIndex
CREATE INDEX "Order_accountId_invoiceId_idx" ON "Order"("accountId", "invoiceId");

-- AddForeignKey
ALTER TABLE "Order" ADD CONSTRAINT "Order_couponId_fkey" FOREIGN KEY ("couponId") REFERENCES "Coupon"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
