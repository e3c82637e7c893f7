-- compatible: the version before writes what the new constraints allow: they have a value more, or concern new columns
-- A verified mail in the agreed form asks for a role (docs/decisions/0088). What a mail may do in its sender's name is one of
-- the two, and noted before it is done.
ALTER TABLE "InboundMail" ADD COLUMN "actsOn" TEXT NOT NULL DEFAULT 'tickets';
ALTER TABLE "InboundMail" ADD CONSTRAINT "InboundMail_actsOn" CHECK ("actsOn" IN ('tickets', 'roles'));
ALTER TABLE "InboundMail" DROP CONSTRAINT "InboundMail_outcome", ADD CONSTRAINT "InboundMail_outcome" CHECK (
    ("state" = 'done') = ("outcome" IS NOT NULL) AND ("outcome" IS NULL) = ("summary" IS NULL) AND "outcome" IN
    ('joined', 'opened', 'requested', 'waiting', 'refused', 'loop', 'bounce', 'autoReply', 'duplicate', 'tooLarge', 'malformed'));
GRANT SELECT ("actsOn") ON "InboundMail" TO portcullis_identity;
-- Nobody recorded what a verified mail asked for by itself.
ALTER TABLE "RoleRequest" DROP CONSTRAINT "RoleRequest_signed_in", ADD CONSTRAINT "RoleRequest_signed_in" CHECK (
  ("source" = 'portal') = ("proof" = 'signedIn') AND ("source" <> 'portal' OR "recordedById" IS NULL)
  AND ("recordedById" IS NOT NULL OR "source" = 'portal' OR ("source" = 'mail' AND "proof" = 'verified')));
