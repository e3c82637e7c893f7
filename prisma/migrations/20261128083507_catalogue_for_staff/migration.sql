-- compatible: the version before writes no products or prices, and a trigger adds a missing category
-- DropIndex
DROP INDEX "ProductPrice_productId_currency_interval_key";

-- DropIndex
DROP INDEX "OptionChoicePrice_choiceId_currency_interval_key";

-- AlterTable
ALTER TABLE "Product" ADD COLUMN     "hidden" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "pictureId" UUID,
ADD COLUMN     "position" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "ProductPrice" ADD COLUMN     "endedAt" TIMESTAMPTZ(3),
ADD COLUMN     "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- AlterTable
ALTER TABLE "ProductOption" ADD COLUMN     "archived" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "ProductOptionChoice" ADD COLUMN     "archived" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "OptionChoicePrice" ADD COLUMN     "endedAt" TIMESTAMPTZ(3),
ADD COLUMN     "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateTable
CREATE TABLE "Picture" (
    "id" UUID NOT NULL,
    "bytes" BYTEA NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Picture_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProductCategory" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "position" INTEGER NOT NULL DEFAULT 0,
    "hidden" BOOLEAN NOT NULL DEFAULT false,
    "pictureId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "ProductCategory_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ProductCategory_name_key" ON "ProductCategory"("name");

-- CreateIndex
CREATE INDEX "ProductPrice_productId_currency_interval_idx" ON "ProductPrice"("productId", "currency", "interval");

-- CreateIndex
CREATE INDEX "OptionChoicePrice_choiceId_currency_interval_idx" ON "OptionChoicePrice"("choiceId", "currency", "interval");

-- A category exists as soon as a product names it, also one that was there before categories had rows.
INSERT INTO "ProductCategory" ("id", "name") SELECT gen_random_uuid(), "family" FROM (SELECT DISTINCT "family" FROM "Product") p;
CREATE FUNCTION portcullis_category_exists() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  INSERT INTO "ProductCategory" ("id", "name") VALUES (gen_random_uuid(), new."family") ON CONFLICT ("name") DO NOTHING;
  RETURN new;
END
$$;
CREATE TRIGGER category_exists BEFORE INSERT OR UPDATE OF "family" ON "Product" FOR EACH ROW EXECUTE FUNCTION portcullis_category_exists();

-- AddForeignKey
ALTER TABLE "ProductCategory" ADD CONSTRAINT "ProductCategory_pictureId_fkey" FOREIGN KEY ("pictureId") REFERENCES "Picture"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Product" ADD CONSTRAINT "Product_family_fkey" FOREIGN KEY ("family") REFERENCES "ProductCategory"("name") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Product" ADD CONSTRAINT "Product_pictureId_fkey" FOREIGN KEY ("pictureId") REFERENCES "Picture"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- One current price for a currency and interval. An ended one stays: it is what was offered until then.
CREATE UNIQUE INDEX "ProductPrice_current" ON "ProductPrice" ("productId", "currency", "interval") WHERE "endedAt" IS NULL;
CREATE UNIQUE INDEX "OptionChoicePrice_current" ON "OptionChoicePrice" ("choiceId", "currency", "interval") WHERE "endedAt" IS NULL;
ALTER TABLE "ProductPrice" ADD CONSTRAINT "ProductPrice_amounts" CHECK ("priceMinor" >= 0 AND "setupMinor" >= 0);
ALTER TABLE "Picture" ADD CONSTRAINT "Picture_size" CHECK (octet_length("bytes") <= 2097152);

-- Staff look after the catalogue. Nothing of it is deleted, because services and orders go on pointing at it, and a
-- price is ended and never changed.
GRANT SELECT ON "ProductCategory", "Picture" TO portcullis_app, portcullis_staff;
GRANT INSERT, UPDATE ON "Product", "ProductCategory", "ProductOption", "ProductOptionChoice" TO portcullis_staff;
GRANT INSERT, UPDATE ("endedAt") ON "ProductPrice", "OptionChoicePrice" TO portcullis_staff;
GRANT INSERT, DELETE ON "Picture" TO portcullis_staff;
