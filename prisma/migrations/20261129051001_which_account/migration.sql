-- compatible: the version before writes none but the decisions that stay allowed
ALTER TABLE "InboundMail" ADD COLUMN "askedId" UUID;
CREATE INDEX "InboundMail_askedId_idx" ON "InboundMail"("askedId");

-- Whoever was asked which of their accounts a mail of theirs is about sees it until it is decided, outside any account.
create policy asked on "InboundMail" to portcullis_app
  using (portcullis_account() is null and "askedId" = portcullis_person())
  with check (portcullis_account() is null and "askedId" = portcullis_person());
grant select ("askedId", "outcome", "department", "subject", "decision") on "InboundMail" to portcullis_app;
-- Whoever may invite people is shown whom mail about a ticket was also sent to.
grant select ("alsoTo") on "InboundMail" to portcullis_app;
grant update ("state", "outcome", "summary", "said", "doneAt", "nextTryAt", "decision", "decidedAccount", "decidedById", "decidedByName", "decidedAt")
  on "InboundMail" to portcullis_app;

alter table "InboundMail" drop constraint "InboundMail_decision",
  add constraint "InboundMail_decision" check ("decision" in ('join', 'open', 'choose'));
