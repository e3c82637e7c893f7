-- compatible: the version before never writes InboundMail.signedKey, which is new

-- Of a signed mail, however it was changed where its signature doesn't reach, one copy is acted on.
ALTER TABLE "InboundMail" ADD COLUMN "signedKey" TEXT;
CREATE UNIQUE INDEX "InboundMail_signedKey_key" ON "InboundMail"("signedKey");
