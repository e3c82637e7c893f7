-- compatible: the version before writes mail that asks for nothing, and sends what asks as it always did
-- Mail may wait for hours. Who reads it and what it is about stay with it, so that both are asked again when it is sent.
ALTER TABLE "OutboxMail" ADD COLUMN "contactId" UUID,
ADD COLUMN "personId" UUID,
ADD COLUMN "permission" TEXT,
ADD COLUMN "about" TEXT,
ADD COLUMN "aboutIds" UUID[] DEFAULT ARRAY[]::UUID[],
ADD COLUMN "unwanted" BOOLEAN NOT NULL DEFAULT false;

-- Of exactly one reader on one account, or nothing is asked at all.
ALTER TABLE "OutboxMail" ADD CONSTRAINT "OutboxMail_reader" CHECK (
  CASE WHEN "contactId" IS NULL AND "personId" IS NULL THEN "permission" IS NULL AND "about" IS NULL
    ELSE "accountId" IS NOT NULL AND num_nonnulls("contactId", "personId") = 1 END) NOT VALID;
ALTER TABLE "OutboxMail" VALIDATE CONSTRAINT "OutboxMail_reader";

-- Few: for the list of staff.
CREATE INDEX "OutboxMail_unwanted" ON "OutboxMail" ("createdAt") WHERE "unwanted";
