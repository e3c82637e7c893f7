-- compatible: the version before doesn't read the new columns, and begins work on a file as it did
-- Until when a file is one worker's. Before, whoever came upon a file while another was drawing it drew it too, and the fourth gave
-- it up for all of them.
ALTER TABLE "StoredFile" ADD COLUMN "thumbnailClaimedUntil" TIMESTAMPTZ(3);
ALTER TABLE "FilePreview" ADD COLUMN "claimedUntil" TIMESTAMPTZ(3);
ALTER TABLE "FileText" ADD COLUMN "claimedUntil" TIMESTAMPTZ(3);
