-- compatible: the version before never writes them, and takes merges back as it did
-- A merge that reopened a closed ticket is taken back with that: decision 209.
ALTER TABLE "Ticket" ADD COLUMN "reopenedByMerge" INTEGER, ADD COLUMN "closedBeforeReopenAt" TIMESTAMPTZ(3);
