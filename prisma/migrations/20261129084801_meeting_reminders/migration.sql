-- compatible: a trigger sets Meeting.remindAt, and the version before writes none of the new columns
ALTER TABLE "Meeting" ADD COLUMN "remindAt" TIMESTAMPTZ(3);
ALTER TABLE "MeetingInvitation" ADD COLUMN "remindedDayFor" TIMESTAMPTZ(3),
ADD COLUMN "remindedHourFor" TIMESTAMPTZ(3);

-- Whoever schedules, moves or cancels a meeting, the worker looks at it in time: a day before is 23 to 25 hours.
CREATE FUNCTION portcullis_meeting_reminds() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."remindAt" := CASE WHEN NEW."status" = 'scheduled' AND NEW."minutesStatus" <> 'signed' THEN NEW."startsAt" - INTERVAL '26 hours' END;
  RETURN NEW;
END
$$;
CREATE TRIGGER reminds_of_new BEFORE INSERT ON "Meeting" FOR EACH ROW EXECUTE FUNCTION portcullis_meeting_reminds();
CREATE TRIGGER reminds_of_moved BEFORE UPDATE ON "Meeting" FOR EACH ROW
  WHEN ((OLD."startsAt", OLD."zone", OLD."status", OLD."minutesStatus") IS DISTINCT FROM (NEW."startsAt", NEW."zone", NEW."status", NEW."minutesStatus"))
  EXECUTE FUNCTION portcullis_meeting_reminds();
UPDATE "Meeting" SET "remindAt" = "startsAt" - INTERVAL '26 hours'
  WHERE "status" = 'scheduled' AND "minutesStatus" <> 'signed' AND "startsAt" > CURRENT_TIMESTAMP;

CREATE INDEX "Meeting_remindAt" ON "Meeting" ("remindAt", "id") WHERE "remindAt" IS NOT NULL;
GRANT SELECT ("id", "accountId", "remindAt") ON "Meeting" TO portcullis_worker;
CREATE POLICY worker_reminds ON "Meeting" FOR SELECT TO portcullis_worker USING ("remindAt" IS NOT NULL);
