-- compatible: a new table that the version before doesn't know
-- CreateTable
CREATE TABLE "StaffFactorReset" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "requestedById" UUID NOT NULL,
    "requestedByName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmedById" UUID,
    "confirmedByName" TEXT,
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "StaffFactorReset_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "StaffFactorReset_personId_createdAt_idx" ON "StaffFactorReset"("personId", "createdAt");

-- AddForeignKey
ALTER TABLE "StaffFactorReset" ADD CONSTRAINT "StaffFactorReset_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Three people: whose factors they are, who asks, and who confirms.
ALTER TABLE "StaffFactorReset"
  ADD CONSTRAINT "StaffFactorReset_not_ones_own" CHECK ("requestedById" <> "personId" AND "confirmedById" IS DISTINCT FROM "personId"),
  ADD CONSTRAINT "StaffFactorReset_two_managers" CHECK ("confirmedById" IS DISTINCT FROM "requestedById"),
  ADD CONSTRAINT "StaffFactorReset_said" CHECK (length("reason") BETWEEN 10 AND 500);

ALTER TABLE "StaffFactorReset" ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ("confirmedById", "confirmedByName", "doneAt") ON "StaffFactorReset" TO portcullis_staff;
CREATE POLICY managers_ask ON "StaffFactorReset" FOR INSERT TO portcullis_staff
  WITH CHECK (portcullis_manages_team() AND "requestedById" = portcullis_person() AND "confirmedById" IS NULL);
CREATE POLICY managers_read ON "StaffFactorReset" FOR SELECT TO portcullis_staff USING (portcullis_manages_team());
CREATE POLICY managers_confirm ON "StaffFactorReset" FOR UPDATE TO portcullis_staff
  USING (portcullis_manages_team() AND "doneAt" IS NULL AND "requestedById" <> portcullis_person() AND "personId" <> portcullis_person())
  WITH CHECK (portcullis_manages_team() AND "confirmedById" = portcullis_person() AND "doneAt" IS NOT NULL);

-- The colleague's row is locked: whoever is made a manager at this moment is one, or becomes one afterwards. A request is good for a day.
CREATE FUNCTION portcullis_staff_factors_reset() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  held "StaffRole"[] := (SELECT "roles" FROM "StaffMember" WHERE "personId" = NEW."personId" FOR SHARE);
BEGIN
  IF held IS NULL THEN
    RAISE EXCEPTION 'not on the team' USING errcode = 'check_violation', constraint = 'StaffFactorReset_of_staff';
  END IF;
  IF NEW."doneAt" IS NULL THEN
    RETURN NULL;
  END IF;
  IF NEW."confirmedById" IS NULL AND 'manager' = ANY (held) THEN
    RAISE EXCEPTION 'a manager takes two managers' USING errcode = 'check_violation', constraint = 'StaffFactorReset_two_managers';
  END IF;
  IF NEW."createdAt" < now() - INTERVAL '24 hours' THEN
    RAISE EXCEPTION 'asked too long ago' USING errcode = 'check_violation', constraint = 'StaffFactorReset_in_a_day';
  END IF;
  DELETE FROM "AuthenticatorApp" WHERE "personId" = NEW."personId";
  DELETE FROM "Passkey" WHERE "personId" = NEW."personId";
  UPDATE "PendingSignIn" SET "usedAt" = now() WHERE "personId" = NEW."personId" AND "usedAt" IS NULL;
  UPDATE "Session" SET "revokedAt" = now() WHERE "personId" = NEW."personId" AND "revokedAt" IS NULL;
  RETURN NULL;
END
$$;
REVOKE ALL ON FUNCTION portcullis_staff_factors_reset() FROM PUBLIC;
CREATE TRIGGER factors_reset AFTER INSERT OR UPDATE OF "doneAt" ON "StaffFactorReset" FOR EACH ROW
  EXECUTE FUNCTION portcullis_staff_factors_reset();
