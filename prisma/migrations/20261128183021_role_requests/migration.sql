-- compatible: the version before never writes PermissionRequest.hours, which is new
-- AlterTable
ALTER TABLE "PermissionRequest" ADD COLUMN     "hours" INTEGER;

-- CreateTable
CREATE TABLE "RoleRequest" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "source" TEXT NOT NULL,
    "proof" TEXT NOT NULL,
    "senderAddress" TEXT,
    "reference" TEXT,
    "original" TEXT,
    "requesterId" UUID,
    "requesterName" TEXT NOT NULL,
    "contactId" UUID,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "roleEndsAt" TIMESTAMPTZ(3),
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "recordedById" UUID,
    "recordedByName" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedById" UUID,
    "decidedByName" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "appliedById" UUID,
    "appliedByName" TEXT,
    "appliedAt" TIMESTAMPTZ(3),
    "appliedRole" TEXT,
    "appliedContactId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "RoleRequest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "RoleRequest_number_key" ON "RoleRequest"("number");

-- CreateIndex
CREATE INDEX "RoleRequest_accountId_createdAt_idx" ON "RoleRequest"("accountId", "createdAt");

-- CreateIndex
CREATE INDEX "RoleRequest_status_createdAt_idx" ON "RoleRequest"("status", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "RoleRequest_accountId_id_key" ON "RoleRequest"("accountId", "id");

-- AddForeignKey
ALTER TABLE "RoleRequest" ADD CONSTRAINT "RoleRequest_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleRequest" ADD CONSTRAINT "RoleRequest_accountId_requesterId_fkey" FOREIGN KEY ("accountId", "requesterId") REFERENCES "Contact"("accountId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "RoleRequest" ADD CONSTRAINT "RoleRequest_accountId_contactId_fkey" FOREIGN KEY ("accountId", "contactId") REFERENCES "Contact"("accountId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- One open request for a person: asked twice, it is answered and applied once.
CREATE UNIQUE INDEX "RoleRequest_one_open" ON "RoleRequest" ("accountId", "email") WHERE "status" IN ('waiting', 'approved');
CREATE INDEX "RoleRequest_open_until" ON "RoleRequest" ("expiresAt") WHERE "status" IN ('waiting', 'approved');

ALTER TABLE "PermissionRequest" ADD CONSTRAINT "PermissionRequest_hours" CHECK ("hours" BETWEEN 1 AND 720);
ALTER TABLE "RoleRequest"
  ADD CONSTRAINT "RoleRequest_source" CHECK ("source" IN ('portal', 'mail', 'ticket', 'call')),
  ADD CONSTRAINT "RoleRequest_proof" CHECK ("proof" IN ('signedIn', 'verified', 'weak', 'unproven')),
  -- Only the portal itself knows who is signed in.
  ADD CONSTRAINT "RoleRequest_signed_in" CHECK (("source" = 'portal') = ("proof" = 'signedIn') AND ("source" = 'portal') = ("recordedById" IS NULL)),
  ADD CONSTRAINT "RoleRequest_role" CHECK ("role" IN ('billing', 'support', 'billing-support', 'administrator', 'owner')),
  ADD CONSTRAINT "RoleRequest_status" CHECK ("status" IN ('waiting', 'approved', 'refused', 'applied', 'expired', 'withdrawn')),
  ADD CONSTRAINT "RoleRequest_email_lower" CHECK ("email" = lower("email")),
  ADD CONSTRAINT "RoleRequest_bounded" CHECK (length("original") <= 20000),
  ADD CONSTRAINT "RoleRequest_decided" CHECK ("status" NOT IN ('approved', 'refused')
    OR ("decidedById" IS NOT NULL AND "decidedByName" IS NOT NULL AND "decidedAt" IS NOT NULL)),
  ADD CONSTRAINT "RoleRequest_applied" CHECK (("status" = 'applied') = ("appliedById" IS NOT NULL)
    AND ("status" <> 'applied' OR ("appliedByName" IS NOT NULL AND "appliedAt" IS NOT NULL AND "appliedRole" IS NOT NULL
      AND "appliedContactId" IS NOT NULL))),
  -- A role takes somebody's approval. A change of owner, which the new owner accepts, takes two members of staff.
  ADD CONSTRAINT "RoleRequest_approved_first" CHECK ("status" <> 'applied' OR "role" = 'owner' OR "decidedById" IS NOT NULL),
  ADD CONSTRAINT "RoleRequest_four_eyes" CHECK ("status" <> 'applied' OR "role" <> 'owner' OR "appliedById" IS DISTINCT FROM "recordedById"),
  ADD CONSTRAINT "RoleRequest_no_more_than_asked" CHECK ("appliedRole" IS NULL OR "appliedRole" = "role"
    OR ("role" = 'billing-support' AND "appliedRole" IN ('billing', 'support'))
    OR ("role" = 'administrator' AND "appliedRole" IN ('billing', 'support', 'billing-support')));

-- What was asked never changes, an answer is given once, and what is over stays over.
CREATE FUNCTION portcullis_role_request_moves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF new."version" <> old."version" + 1 THEN
    RAISE EXCEPTION 'a request moves one version at a time' USING errcode = 'check_violation', constraint = 'RoleRequest_moves';
  END IF;
  IF NOT (CASE old."status"
    WHEN 'waiting' THEN new."status" IN ('approved', 'refused', 'expired', 'withdrawn') OR (new."status" = 'applied' AND old."role" = 'owner')
    WHEN 'approved' THEN new."status" IN ('applied', 'expired', 'withdrawn')
    ELSE false END) THEN
    RAISE EXCEPTION 'a request that is % cannot become %', old."status", new."status"
      USING errcode = 'check_violation', constraint = 'RoleRequest_moves';
  END IF;
  IF new."status" IN ('approved', 'applied') AND old."expiresAt" <= now() THEN
    RAISE EXCEPTION 'the request has expired' USING errcode = 'check_violation', constraint = 'RoleRequest_moves';
  END IF;
  IF (new."id", new."accountId", new."number", new."source", new."proof", new."senderAddress", new."original", new."requesterId",
      new."requesterName", new."contactId", new."name", new."email", new."role", new."roleEndsAt", new."recordedById", new."expiresAt")
    IS DISTINCT FROM (old."id", old."accountId", old."number", old."source", old."proof", old."senderAddress", old."original", old."requesterId",
      old."requesterName", old."contactId", old."name", old."email", old."role", old."roleEndsAt", old."recordedById", old."expiresAt")
    OR (old."decidedById" IS NOT NULL AND (new."decidedById", new."decidedByName", new."decidedAt")
      IS DISTINCT FROM (old."decidedById", old."decidedByName", old."decidedAt")) THEN
    RAISE EXCEPTION 'what was asked and approved does not change' USING errcode = 'check_violation', constraint = 'RoleRequest_moves';
  END IF;
  RETURN new;
END
$$;
CREATE TRIGGER request_moves BEFORE UPDATE ON "RoleRequest" FOR EACH ROW EXECUTE FUNCTION portcullis_role_request_moves();

ALTER TABLE "RoleRequest" ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON "RoleRequest" TO portcullis_app;
GRANT USAGE, SELECT ON SEQUENCE "RoleRequest_number_seq" TO portcullis_app;
CREATE POLICY account_only ON "RoleRequest" TO portcullis_app
  USING ("accountId" = portcullis_account()) WITH CHECK ("accountId" = portcullis_account());
-- The team's list across all accounts names what is open, and not what people wrote.
GRANT SELECT ("id", "accountId", "number", "source", "proof", "requesterName", "name", "email", "role", "status", "createdAt", "expiresAt")
  ON "RoleRequest" TO portcullis_staff;
CREATE POLICY team_reads ON "RoleRequest" FOR SELECT TO portcullis_staff USING (portcullis_on_team());
-- The worker ends what nobody answered in time.
GRANT SELECT, UPDATE ON "RoleRequest" TO portcullis_worker;
CREATE POLICY worker_ends ON "RoleRequest" TO portcullis_worker USING (true) WITH CHECK (true);
