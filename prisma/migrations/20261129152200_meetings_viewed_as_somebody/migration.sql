-- compatible: the version before lists such a view like any other
-- Whoever runs a meeting can view it as one of its attendees, who finds that in their profile. It is over at once, and of no sign-in.
ALTER TABLE "ContactLook" ADD COLUMN "ofMeeting" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "ContactLook" ADD CONSTRAINT "ContactLook_of_meeting" CHECK (NOT "ofMeeting" OR ("sessionId" IS NULL AND "endedAt" IS NOT NULL));
