import { Client } from "pg";
import { disconnect } from "@/lib/platform/db/disconnect";
import { migrate } from "@/lib/platform/db/migrate";
import { buildDemo } from "@/prisma/seed/build-demo";
import { ownerDatabase } from "@/prisma/seed/builders/owner-database";
import { defineOrderedIds } from "../growth/ordered-ids";

const FILES_IN_FOLDER = 100;

/**
 * Lays that many documents on the demo's first account, a hundred to a folder. Every fifth folder has a list of its own and holds
 * four that inherit it; the billing contact is on every second list.
 */
export async function layFiles(url: string, files: number): Promise<void> {
  process.env.DATABASE_URL = url;
  await migrate(url);
  const owner = ownerDatabase(url);
  const { northwind } = await buildDemo(owner, new Date());
  const { id: account, contacts } = northwind;
  const { id: top } = await owner.folder.findFirstOrThrow({ where: { accountId: account, parentId: null } });
  await owner.$disconnect();
  await disconnect();
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query("set session_replication_role = replica");
  await defineOrderedIds(client);
  const folders = Math.ceil(files / FILES_IN_FOLDER);
  await client.query(
    `create function pg_temp.folder(n bigint) returns uuid immutable language sql as $$
       select overlay(overlay(md5('folder ' || n) placing '8' from 13) placing '8' from 17)::uuid $$`,
  );
  await client.query(
    `insert into "Folder" ("id", "accountId", "parentId", "governingId", "name", "position", "createdByName")
     select pg_temp.folder(n), $1::uuid, case when n % 5 = 0 then $2::uuid else pg_temp.folder(n - n % 5) end, pg_temp.folder(n - n % 5),
       'Folder ' || to_char(n, 'FM000000'), n, 'Ingrid Solheim' from generate_series(0, $3::int - 1) n`,
    [account, top, folders],
  );
  await client.query(
    `insert into "FolderAccess" ("accountId", "folderId", "contactId", "addedByName")
     select $1::uuid, pg_temp.folder(n), c, 'Ingrid Solheim' from generate_series(0, $2::int - 1, 5) n,
       unnest(array[$3::uuid, case when n % 10 = 0 then $4::uuid end]) c where c is not null`,
    [account, folders, contacts.support, contacts.billing],
  );
  await client.query(
    `insert into "StoredFile" ("id", "accountId", "draft", "name", "size", "received", "state", "contentType", "sha256", "storageKey")
     values (gen_random_uuid(), $1, 'sample', 'Laid', 1, 1, 'attached', 'application/pdf', repeat('0', 64), 'laid')`,
    [account],
  );
  await client.query(
    `insert into "Document" ("id", "accountId", "folderId", "name", "position", "fileId", "uploadedByName", "updatedAt")
     select pg_temp.ordered_id(), $1::uuid, pg_temp.folder(n % $2::int), 'Report ' || to_char(n, 'FM0000000') || '.pdf', n / $2::int, f."id", 'Ingrid Solheim', now() - n * interval '1 second'
     from generate_series(0, $3::int - 1) n, "StoredFile" f where f."accountId" = $1::uuid and f."storageKey" = 'laid'`,
    [account, folders, files],
  );
  // What triggers would have kept.
  await client.query("select portcullis_count_folders()");
  await client.query("vacuum analyze");
  await client.end();
}
