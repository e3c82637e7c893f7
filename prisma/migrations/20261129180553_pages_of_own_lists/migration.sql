-- Where somebody's access begins is read page by page, in the order of an index, and counted from an index alone.
CREATE INDEX "Folder_own_lists" ON "Folder" ("accountId", "position", "id") INCLUDE ("governingId", "parentId")
  WHERE "ownList" AND "deletedAt" IS NULL AND "parentId" IS NOT NULL;
CREATE INDEX "Folder_own_lists_by_name" ON "Folder" ("accountId", "nameSearch", "id")
  WHERE "ownList" AND "deletedAt" IS NULL AND "parentId" IS NOT NULL;

-- DropIndex
DROP INDEX "Folder_accountId_ownList_position_id_idx";
