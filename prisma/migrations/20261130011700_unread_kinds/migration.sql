-- compatible: the version before asks for the same kinds
-- Every page asks which kinds of notifications somebody hasn't read: of thousands, that is read from an index alone.
CREATE INDEX "Notification_unread_kinds" ON "Notification" ("personId", "accountId", "createdAt") INCLUDE ("kind") WHERE "readAt" IS NULL;
DROP INDEX "Notification_unread";
