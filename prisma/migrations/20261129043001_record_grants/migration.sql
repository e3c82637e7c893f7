-- compatible: the version before never writes PermissionRequest.recordId, which is new
-- CreateTable
CREATE TABLE "RecordGrant" (
    "id" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "contactId" UUID NOT NULL,
    "permission" TEXT NOT NULL,
    "serviceId" UUID,
    "ticketId" UUID,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,
    "givenByName" TEXT NOT NULL,
    "givenById" UUID,
    "givenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RecordGrant_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "RecordGrant_accountId_contactId_permission_serviceId_key" ON "RecordGrant"("accountId", "contactId", "permission", "serviceId");
CREATE UNIQUE INDEX "RecordGrant_accountId_contactId_permission_ticketId_key" ON "RecordGrant"("accountId", "contactId", "permission", "ticketId");
CREATE INDEX "RecordGrant_accountId_serviceId_idx" ON "RecordGrant"("accountId", "serviceId");
CREATE INDEX "RecordGrant_accountId_ticketId_idx" ON "RecordGrant"("accountId", "ticketId");
ALTER TABLE "RecordGrant" ADD CONSTRAINT "RecordGrant_accountId_contactId_fkey" FOREIGN KEY ("accountId", "contactId") REFERENCES "Contact"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "RecordGrant" ADD CONSTRAINT "RecordGrant_accountId_serviceId_fkey" FOREIGN KEY ("accountId", "serviceId") REFERENCES "Service"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "RecordGrant" ADD CONSTRAINT "RecordGrant_accountId_ticketId_fkey" FOREIGN KEY ("accountId", "ticketId") REFERENCES "Ticket"("accountId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "PermissionRequest" ADD COLUMN "recordId" UUID;

alter table "RecordGrant" add constraint "RecordGrant_one_record" check (num_nonnulls("serviceId", "ticketId") = 1);

alter table "RecordGrant" enable row level security;
grant select, insert, update, delete on "RecordGrant" to portcullis_app;
create policy account_only on "RecordGrant" to portcullis_app
  using ("accountId" = portcullis_account()) with check ("accountId" = portcullis_account());
-- Read with everything else that somebody's access follows from, before any account is known.
grant select on "RecordGrant" to portcullis_identity;
create policy identity on "RecordGrant" for select to portcullis_identity using (true);

-- What was decided on it is decided again when it changes, and open pages are told.
create trigger access_changes after insert or update or delete on "RecordGrant" for each row
  execute function portcullis_access_changes('contactId');

-- One pending request for a permission on everything, and one for each record.
drop index "PermissionRequest_one_open";
create unique index "PermissionRequest_one_open" on "PermissionRequest"
  ("accountId", "contactId", "permission", coalesce("recordId", '00000000-0000-0000-0000-000000000000')) where "status" = 'open';
