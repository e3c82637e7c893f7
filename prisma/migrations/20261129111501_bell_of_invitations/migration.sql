-- compatible: the version before never writes Notification.discussionGroupId and Notification.folderId, which are new
ALTER TABLE "Notification" ADD COLUMN "discussionGroupId" UUID,
ADD COLUMN "folderId" UUID;

CREATE INDEX "Notification_accountId_discussionGroupId_idx" ON "Notification"("accountId", "discussionGroupId");
CREATE INDEX "Notification_accountId_folderId_idx" ON "Notification"("accountId", "folderId");
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_accountId_discussionGroupId_fkey" FOREIGN KEY ("accountId", "discussionGroupId")
  REFERENCES "DiscussionGroup"("accountId", "id") ON DELETE CASCADE ON UPDATE NO ACTION;
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_accountId_folderId_fkey" FOREIGN KEY ("accountId", "folderId")
  REFERENCES "Folder"("accountId", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- The team's own list of notifications joins every kind of record. No policy gives it a row of a folder.
GRANT SELECT ("id", "accountId", "name", "parentId", "deletedAt") ON "Folder" TO portcullis_staff;
