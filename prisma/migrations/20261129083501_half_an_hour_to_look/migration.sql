-- compatible: the version before starts looks of fifteen minutes, which stay allowed
ALTER TABLE "ContactLook" DROP CONSTRAINT "ContactLook_ends";
ALTER TABLE "ContactLook" ADD CONSTRAINT "ContactLook_ends" CHECK ("endsAt" > "startedAt" AND "endsAt" <= "startedAt" + interval '30 minutes'
  AND ("endedAt" IS NULL OR "endedAt" >= "startedAt")) NOT VALID;
ALTER TABLE "ContactLook" VALIDATE CONSTRAINT "ContactLook_ends";
