import type { Standing } from "@/lib/platform/db/load-roster";
import { queryRows } from "@/lib/platform/db/query-rows";
import { type Sql, sql } from "@/lib/platform/db/sql";
import { PAGE_SIZE, pageOfAll } from "@/lib/platform/kernel/page";
import type { Context } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import { type Viewer, viewerOf } from "@/lib/policy/viewer";

/** The contacts on the list of a folder with its own list who are still members of the account. */
export const listOf = ({ db, account }: Context<"account">, governingId: string): Promise<string[]> =>
  idsOf(db, listed(account.id, sql`${governingId}::uuid`));

const listed = (accountId: string, governingId: Sql): Sql =>
  sql`select a."contactId" as "id" from "FolderAccess" a join "Contact" c on c."id" = a."contactId"
    where a."accountId" = ${accountId}::uuid and a."folderId" = ${governingId}
      and c."kind"::text = 'member' and c."status"::text in ('active', 'invited')`;

/** What decides who reads a folder: the list that applies, and who is recused. */
export interface Readership {
  readonly list: readonly string[];
  readonly recused: readonly string[];
}

export async function readershipOf({ db, account }: Context<"account">, folderId: string): Promise<Readership> {
  const governing = sql`(select f."governingId" from "Folder" f where f."accountId" = ${account.id}::uuid and f."id" = ${folderId}::uuid)`;
  const [list, recused] = [listed(account.id, governing), shutOut(account.id, folderId)];
  const [row] = await queryRows<Readership>(
    db,
    sql`select ${asValue(list)} as "list", ${asValue(recused)} as "recused"`,
  );
  return row ?? { list: [], recused: [] };
}

/** The contacts recused from a folder, by itself or by one above it. */
export const recusedFrom = ({ db, account }: Context<"account">, folderId: string): Promise<string[]> =>
  idsOf(db, shutOut(account.id, folderId));

const shutOut = (accountId: string, folderId: string): Sql =>
  sql`select s."contactId" as "id" from "FolderShut" s where s."accountId" = ${accountId}::uuid and s."folderId" = ${folderId}::uuid`;

async function idsOf(db: Context["db"], found: Sql): Promise<string[]> {
  const [row] = await queryRows<{ ids: string[] }>(db, sql`select ${asValue(found)} as "ids"`);
  return row?.ids ?? [];
}

/** As one value: a list can have thousands, and a row for each would take longer than to find them. */
const asValue = (found: Sql): Sql => sql`(select coalesce(jsonb_agg(x."id" order by x."id"), '[]') from (${found}) x)`;

/** A folder as its check reads it, if these contacts were on its list, and those recused. */
export const withList = ({ list, recused }: Readership) => ({
  governing: { access: list.map((contactId) => ({ contactId })) },
  recusals: recused.map((contactId) => ({ contactId })),
});

/** Those people of the account who see such a folder, by the same check as everywhere. */
async function readersOf(context: Context<"account">, readership: Readership): Promise<Standing[]> {
  const people = await context.roster({ given: ["documents.view"], named: readership.list });
  return people.filter(seesWith(readership));
}

/** Beside as many as are wanted: some of the first by name were given it and don't see this folder. */
const OTHERS_AT_FIRST = 50;

/** The first of them by name: of thousands, no more are asked about than that takes. */
export async function firstReaders(
  context: Context<"account">,
  readership: Readership,
  wanted: number,
): Promise<Standing[]> {
  for (let first = wanted + OTHERS_AT_FIRST; ; first *= 4) {
    const people = await context.roster({ given: ["documents.view"], named: readership.list, first });
    const readers = people.filter(seesWith(readership));
    if (readers.length >= wanted || people.length < first) return readers.slice(0, wanted);
  }
}

/** Those of these contacts who see it. */
export async function readersAmong(
  context: Context<"account">,
  readership: Readership,
  ids: readonly string[],
): Promise<Standing[]> {
  const people = await context.roster({ given: ["documents.view"], named: readership.list, ids });
  return people.filter(seesWith(readership));
}

function seesWith(readership: Readership) {
  const folder = withList(readership);
  return ({ viewer }: { readonly viewer: Viewer }): boolean => can(viewer, "documents.view", folder);
}

/**
 * Up to here, who gave what until when is read of everybody in one step. Of more, a page says that there are more: each who is
 * counted is somebody who is asked.
 */
const SHORT_LIST = 100;

/**
 * Those who see such a folder, a page of them with what an explanation needs. Of a longer list they are found first, and the rest is read
 * for the page alone.
 */
export async function explainedReaders(context: Context<"account">, readership: Readership, page: number) {
  if (readership.list.length <= SHORT_LIST) {
    const people = await context.members({ given: ["documents.view"], named: readership.list });
    const readers = people.map(({ subject, ...one }) => ({ ...one, viewer: viewerOf(subject) }));
    return pageOfAll(readers.filter(seesWith(readership)), page);
  }
  const wanted = Math.max(SHORT_LIST, page * PAGE_SIZE) + 1;
  const readers = await firstReaders(context, readership, wanted);
  const { items, ...rest } = pageOfAll(readers, page);
  const shown = await context.members({ ids: items.map(({ contactId }) => contactId) });
  const subjects = new Map(shown.map(({ contactId, subject }) => [contactId, subject]));
  return {
    ...rest,
    ...(readers.length === wanted && { total: Math.min(rest.total, wanted - 1), totalIsExact: false }),
    items: items.map((one) => ({ ...one, viewer: viewerOf(subjects.get(one.contactId) ?? one.viewer.subject) })),
  };
}

/** Who would lose a folder and who would get it, if it had other readers. */
export async function compareLists(context: Context<"account">, before: Readership, after: Readership) {
  const had = await readersOf(context, before);
  const have = await readersOf(context, after);
  const [old, fresh] = [
    new Set(had.map(({ contactId }) => contactId)),
    new Set(have.map(({ contactId }) => contactId)),
  ];
  return {
    lose: had.filter(({ contactId }) => !fresh.has(contactId)),
    gain: have.filter(({ contactId }) => !old.has(contactId)),
  };
}
