-- CreateIndex
CREATE INDEX "DiscussionMember_accountId_groupId_createdAt_id_idx" ON "DiscussionMember"("accountId", "groupId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "DiscussionThread_accountId_groupId_lastReplyAt_id_idx" ON "DiscussionThread"("accountId", "groupId", "lastReplyAt", "id");
