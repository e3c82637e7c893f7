-- CreateTable
CREATE TABLE "Notification" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "personId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "ticketId" UUID,
    "invoiceId" UUID,
    "requestId" UUID,
    "times" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),
    "pushAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PushSubscription" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "endpoint" TEXT NOT NULL,
    "p256dh" TEXT NOT NULL,
    "auth" TEXT NOT NULL,
    "userAgent" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PushSubscription_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "PushSubscription_endpoint_key" ON "PushSubscription"("endpoint");

-- CreateIndex
CREATE INDEX "PushSubscription_personId_idx" ON "PushSubscription"("personId");

-- CreateIndex
CREATE INDEX "PushSubscription_sessionId_idx" ON "PushSubscription"("sessionId");

-- CreateIndex
CREATE INDEX "Notification_personId_createdAt_idx" ON "Notification"("personId", "createdAt");

-- CreateIndex
CREATE INDEX "Notification_accountId_personId_createdAt_idx" ON "Notification"("accountId", "personId", "createdAt");

-- CreateIndex
CREATE INDEX "Notification_accountId_ticketId_idx" ON "Notification"("accountId", "ticketId");

-- CreateIndex
CREATE INDEX "Notification_accountId_invoiceId_idx" ON "Notification"("accountId", "invoiceId");

-- CreateIndex
CREATE INDEX "Notification_accountId_requestId_idx" ON "Notification"("accountId", "requestId");

-- CreateIndex
CREATE INDEX "Notification_createdAt_idx" ON "Notification"("createdAt");

-- CreateIndex
-- compatible: the id alone has always been unique.
CREATE UNIQUE INDEX "PermissionRequest_accountId_id_key" ON "PermissionRequest"("accountId", "id");

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PushSubscription" ADD CONSTRAINT "PushSubscription_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PushSubscription" ADD CONSTRAINT "PushSubscription_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "Session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_accountId_ticketId_fkey" FOREIGN KEY ("accountId", "ticketId") REFERENCES "Ticket"("accountId", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_accountId_invoiceId_fkey" FOREIGN KEY ("accountId", "invoiceId") REFERENCES "Invoice"("accountId", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_accountId_requestId_fkey" FOREIGN KEY ("accountId", "requestId") REFERENCES "PermissionRequest"("accountId", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

ALTER TABLE "Notification" ADD CONSTRAINT "Notification_about_one"
  CHECK (num_nonnulls("ticketId", "invoiceId", "requestId") = 1);
-- What happens again while it is unread is the same notification.
CREATE UNIQUE INDEX "Notification_one_unread" ON "Notification" ("personId", "kind", coalesce("ticketId", "invoiceId", "requestId"))
  WHERE "readAt" IS NULL;
CREATE INDEX "Notification_unread" ON "Notification" ("personId", "accountId", "createdAt") WHERE "readAt" IS NULL;

-- A person's own. Written by whoever makes the change, for others: only through the function below.
ALTER TABLE "Notification" ENABLE ROW LEVEL SECURITY;
GRANT SELECT, UPDATE ("readAt") ON "Notification" TO portcullis_app, portcullis_staff;
CREATE POLICY own_notifications ON "Notification" TO portcullis_app, portcullis_staff
  USING ("personId" = portcullis_person() AND (portcullis_account() IS NULL OR "accountId" = portcullis_account()))
  WITH CHECK ("personId" = portcullis_person() AND (portcullis_account() IS NULL OR "accountId" = portcullis_account()));
-- The team's own list goes over all accounts: of the tickets and requests it reads those that it is about.
GRANT SELECT ON "Ticket", "PermissionRequest" TO portcullis_staff;
CREATE POLICY staff_notified ON "Ticket" FOR SELECT TO portcullis_staff
  USING (portcullis_on_team() AND EXISTS (SELECT 1 FROM "Notification" n
    WHERE n."accountId" = "Ticket"."accountId" AND n."ticketId" = "Ticket"."id" AND n."personId" = portcullis_person()));
CREATE POLICY staff_notified ON "PermissionRequest" FOR SELECT TO portcullis_staff
  USING (portcullis_on_team() AND EXISTS (SELECT 1 FROM "Notification" n
    WHERE n."accountId" = "PermissionRequest"."accountId" AND n."requestId" = "PermissionRequest"."id" AND n."personId" = portcullis_person()));
GRANT SELECT, DELETE, UPDATE ("pushAt") ON "Notification" TO portcullis_worker;
CREATE POLICY worker_sends ON "Notification" TO portcullis_worker USING (true) WITH CHECK (true);
CREATE INDEX "Notification_to_push" ON "Notification" ("pushAt") WHERE "pushAt" IS NOT NULL;

-- A browser belongs to whoever has subscribed it last: nobody else's subscription can be replaced, but one's own browser can.
ALTER TABLE "PushSubscription" ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON "PushSubscription" TO portcullis_app, portcullis_staff;
CREATE POLICY own_browsers ON "PushSubscription" TO portcullis_app, portcullis_staff
  USING ("personId" = portcullis_person()) WITH CHECK ("personId" = portcullis_person());
GRANT SELECT, DELETE ON "PushSubscription" TO portcullis_worker;
CREATE POLICY worker_sends ON "PushSubscription" TO portcullis_worker USING (true);

-- The worker hears of what is to be sent as soon as it is committed.
CREATE FUNCTION portcullis_push_waits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('portcullis_push', '');
  RETURN NULL;
END
$$;
CREATE TRIGGER push_waits AFTER INSERT OR UPDATE ON "Notification" FOR EACH ROW WHEN (new."pushAt" IS NOT NULL)
  EXECUTE FUNCTION portcullis_push_waits();

CREATE FUNCTION portcullis_notify_people(people uuid[], what text, ticket uuid, invoice uuid, request uuid) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  INSERT INTO "Notification" ("personId", "accountId", "kind", "ticketId", "invoiceId", "requestId", "pushAt")
    SELECT DISTINCT one, portcullis_account(), what, ticket, invoice, request,
        CASE WHEN EXISTS (SELECT 1 FROM "PushSubscription" s WHERE s."personId" = one) THEN now() END
      FROM unnest(people) AS one ORDER BY one
  ON CONFLICT ("personId", "kind", (coalesce("ticketId", "invoiceId", "requestId"))) WHERE "readAt" IS NULL
    DO UPDATE SET "times" = "Notification"."times" + 1, "createdAt" = excluded."createdAt", "pushAt" = excluded."pushAt"
$$;
REVOKE ALL ON FUNCTION portcullis_notify_people(uuid[], text, uuid, uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portcullis_notify_people(uuid[], text, uuid, uuid, uuid) TO portcullis_app;

-- Open pages are told of changes: of ids and kinds only, in the transaction that makes the change, and in the order of the commits.
-- PostgreSQL sends equal ones of a transaction once. What was done is what the activity log says was done.
CREATE FUNCTION portcullis_live_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('portcullis_live', json_build_object('account', new."accountId", 'kind', left(new."targetType", 100),
    'id', left(new."targetId", 100), 'by', left(new."permission", 100))::text);
  RETURN NULL;
END
$$;
CREATE TRIGGER live_change AFTER INSERT ON "AuditEvent" FOR EACH ROW
  WHEN (new."outcome" = 'done' AND new."accountId" IS NOT NULL AND new."targetId" IS NOT NULL AND new."targetType" IS NOT NULL)
  EXECUTE FUNCTION portcullis_live_change();

CREATE FUNCTION portcullis_live_notification() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('portcullis_live', json_build_object('account', new."accountId", 'person', new."personId")::text);
  RETURN NULL;
END
$$;
CREATE TRIGGER live_notification AFTER INSERT OR UPDATE OF "readAt", "times" ON "Notification"
  FOR EACH ROW EXECUTE FUNCTION portcullis_live_notification();

-- Whoever's access changes: their streams end before anything that was committed later is told.
CREATE FUNCTION portcullis_live_access() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('portcullis_live', json_build_object('access', old."id")::text);
  RETURN NULL;
END
$$;
CREATE TRIGGER live_access AFTER UPDATE OR DELETE ON "AccessVersion" FOR EACH ROW EXECUTE FUNCTION portcullis_live_access();
