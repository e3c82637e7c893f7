-- compatible: the version before never writes it, and whoever answers through it answers for the time as it is
-- What somebody had answered before the meeting was moved: they are asked again (decision 202).
ALTER TABLE "MeetingInvitation" ADD COLUMN "earlierAnswer" "MeetingAnswer";
ALTER TABLE "MeetingInvitation" ADD CONSTRAINT "MeetingInvitation_earlier_answer" CHECK ("earlierAnswer" <> 'none') NOT VALID;
