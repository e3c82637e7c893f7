-- CreateTable
CREATE TABLE "Installation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "secretCheck" TEXT NOT NULL,

    CONSTRAINT "Installation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SetupToken" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SetupToken_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "SetupToken_tokenHash_key" ON "SetupToken"("tokenHash");

-- Who sets the portal up isn't signed in yet.
alter table "Installation" enable row level security;
alter table "SetupToken" enable row level security;
grant select, insert, update on "Installation" to portcullis_identity;
grant select, insert, update on "SetupToken" to portcullis_identity;
create policy identity on "Installation" to portcullis_identity using (true) with check (true);
create policy identity on "SetupToken" to portcullis_identity using (true) with check (true);
grant select, delete on "SetupToken" to portcullis_worker;
create policy worker_clears on "SetupToken" to portcullis_worker using (true);

-- The first of the team is a manager whom nobody added, and there is only one such: of two at the same moment the second
-- waits for the lock of portcullis_team_has_manager and then finds a team. Volatile, so that it sees what was committed
-- while it waited.
create function portcullis_team_is_empty() returns boolean language plpgsql volatile security definer set search_path = public as $$
begin
  perform pg_advisory_xact_lock(727002);
  return not exists (select 1 from "StaffMember");
end
$$;
grant insert on "StaffMember" to portcullis_identity;
create policy first_manager on "StaffMember" for insert to portcullis_identity
  with check ("roles" = '{manager}'::"StaffRole"[] and portcullis_team_is_empty());

-- The job queue keeps its tables here. It makes them itself, and its login may not create schemas.
create schema if not exists pgboss;
