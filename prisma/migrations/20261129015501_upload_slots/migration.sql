-- Uploads in progress, by the session or token they are made with: the same few places for all processes of the portal. A place
-- is free again when its upload ends, or a while after its process died.
CREATE TABLE "UploadSlot" (
    "holder" TEXT NOT NULL,
    "slot" INTEGER NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "UploadSlot_pkey" PRIMARY KEY ("holder", "slot")
);
CREATE INDEX "UploadSlot_until_idx" ON "UploadSlot"("until");
ALTER TABLE "UploadSlot" ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "UploadSlot" TO portcullis_worker;
CREATE POLICY worker_all ON "UploadSlot" TO portcullis_worker USING (true) WITH CHECK (true);
