import type { Prisma } from "@/lib/platform/db/generated/client";
import { queryRows } from "@/lib/platform/db/query-rows";
import { raw, sql } from "@/lib/platform/db/sql";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { can, canAll, canSome } from "@/lib/policy/evaluate";
import type { Permission } from "@/lib/policy/permissions";
import type { Viewer } from "@/lib/policy/viewer";

interface Targeted {
  readonly id: string;
  readonly operation: string;
  readonly targetType: string | null;
  readonly targetId: string | null;
  readonly details: Prisma.JsonValue;
}

interface About {
  readonly event: string;
  readonly type: string;
  readonly recordId: string;
}

type Ids = readonly { readonly id: string }[];

/** What `hiddenTargets` asks about. An operation that shows the log declares them as `alsoChecks`. */
export const TARGET_PERMISSIONS = [
  "meetings.view",
  "documents.view",
  "discussions.groups.view-public",
  "discussions.groups.view-private",
  "links.search",
] as const satisfies readonly Permission[];

interface Kind {
  /** Sees every one, deleted ones as well, apart from those that `recused` finds. */
  readonly seesEach: (viewer: Viewer) => boolean;
  /** Of these, those that somebody sees who doesn't see every one. */
  readonly seen: (context: Context<"account">, ids: string[]) => Promise<Ids>;
  /** Of these, those from which somebody is recused who sees every other one. */
  readonly recused?: (context: Context<"account">, ids: string[]) => Promise<Ids>;
}

const select = { id: true } as const;

const seesAnyFolder = (viewer: Viewer): boolean =>
  can(viewer, "documents.view", { governing: { access: [] }, recusals: [] });

/** The viewer, and whoever looks as them. */
const ofViewer = ({ viewer }: Context) => ({
  contactId: { in: [viewer.contactId, viewer.looker?.contactId ?? null].filter((one) => one !== null) },
});

const recusedHere = (context: Context) => ({ recusals: { some: ofViewer(context) } });

/**
 * Of these, those that have been deleted for good and from which the viewer is recused: as they were deleted, or by a later recusal
 * from a folder that they were in.
 */
async function goneRecused(context: Context<"account">, ids: string[]): Promise<Ids> {
  const people = ofViewer(context).contactId.in;
  const account = sql`${context.account.id}::uuid`;
  const recused = (column: string) =>
    sql`${raw(column)} and r."accountId" = ${account} and r."contactId" = any(${people}::uuid[])`;
  return queryRows(
    context.db,
    sql`with recursive within as (
      select id as "recordId", id as "at" from unnest(${ids}::uuid[]) id
      union
      select w."recordId", g."folderId" from within w join "GoneRecord" g on g."accountId" = ${account} and g."recordId" = w."at")
    select distinct w."recordId" as "id" from within w where exists (select from "GoneRecusal" r where ${recused('r."recordId" = w."at"')})
      or (w."at" <> w."recordId" and exists (select from "FolderShut" r where ${recused('r."folderId" = w."at"')}))`,
  );
}

/** What a line from before names without saying which record that is. It may be any, so whoever is recused from one doesn't read it. */
const UNKNOWN = "00000000-0000-0000-0000-000000000000";

async function unknownRecused(context: Context<"account">, ids: string[]): Promise<Ids> {
  if (!ids.includes(UNKNOWN)) return [];
  const where = { accountId: context.account.id, ...ofViewer(context) };
  const found = await Promise.all([
    context.db.folderShut.findFirst({ where, select: { contactId: true } }),
    context.db.goneRecusal.findFirst({ where, select: { contactId: true } }),
  ]);
  return found.some((one) => one !== null) ? [{ id: UNKNOWN }] : [];
}

const openGroup = (context: Context<"account">) => ({
  OR: [
    accessibleWhere(context, "discussions.groups.view-public", { isPrivate: false }),
    accessibleWhere(context, "discussions.groups.view-private", { isPrivate: true }),
  ],
});

/**
 * The kinds of records of the workspace whose names stand in the log. Lines about actions, decisions, private groups and recusals name
 * none.
 */
const kinds: Readonly<Record<string, Kind>> = {
  meeting: {
    seesEach: (viewer) => canAll(viewer, "meetings.view"),
    seen: (context, ids) =>
      context.db.meeting.findMany({ where: accessibleWhere(context, "meetings.view", { id: { in: ids } }), select }),
  },
  folder: {
    seesEach: seesAnyFolder,
    seen: (context, ids) =>
      context.db.folder.findMany({ where: accessibleWhere(context, "documents.view", { id: { in: ids } }), select }),
    recused: async (context, ids) => {
      const where = { accountId: context.account.id, id: { in: ids }, ...recusedHere(context) };
      const found = [context.db.folder.findMany({ where, select }), goneRecused(context, ids)];
      return (await Promise.all([...found, unknownRecused(context, ids)])).flat();
    },
  },
  document: {
    seesEach: seesAnyFolder,
    seen: (context, ids) =>
      context.db.document.findMany({
        where: {
          accountId: context.account.id,
          id: { in: ids },
          folder: { is: accessibleWhere(context, "documents.view") },
        },
        select,
      }),
    recused: async (context, ids) => {
      const where = { accountId: context.account.id, id: { in: ids }, folder: { is: recusedHere(context) } };
      const found = [context.db.document.findMany({ where, select }), goneRecused(context, ids)];
      return (await Promise.all([...found, unknownRecused(context, ids)])).flat();
    },
  },
  "discussion-group": {
    seesEach: (viewer) => canAll(viewer, "discussions.groups.view-private"),
    seen: (context, ids) =>
      context.db.discussionGroup.findMany({ where: { AND: [{ id: { in: ids } }, openGroup(context)] }, select }),
  },
  "discussion-thread": {
    seesEach: (viewer) => canAll(viewer, "discussions.groups.view-private"),
    seen: (context, ids) =>
      context.db.discussionThread.findMany({
        where: { accountId: context.account.id, id: { in: ids }, group: { is: openGroup(context) } },
        select,
      }),
  },
  link: { seesEach: (viewer) => canSome(viewer, "links.search"), seen: async () => [] },
};

/** Whether the names in an event are for those only who see the record. */
export const namesRecord = ({ targetType }: Pick<Targeted, "targetType">): boolean =>
  targetType !== null && Object.hasOwn(kinds, targetType);

/**
 * Events about records that the viewer may not see now: their names, and what was changed about them, are not for them either.
 * Owners and administrators are asked about recusals alone.
 */
export async function hiddenTargets(
  context: Context<"account">,
  events: readonly Targeted[],
): Promise<ReadonlySet<string>> {
  const about = events.flatMap(recordsOf);
  const hidden = await Promise.all(
    Object.entries(kinds).map(([type, kind]) =>
      hiddenOf(
        context,
        kind,
        about.filter((one) => one.type === type),
      ),
    ),
  );
  return new Set(hidden.flat());
}

/** What a line names: its target, where that went, or what went there. Who may not see one of them reads none of the names. */
function recordsOf({ id: event, operation, targetType, targetId, details }: Targeted): About[] {
  if (targetType === null || targetId === null) return [];
  const target = { event, type: targetType, recordId: targetId };
  const { movedTo, movedFile, files } = (details ?? {}) as Readonly<Record<string, unknown>>;
  const known = (id: unknown): string => (typeof id === "string" ? id : UNKNOWN);
  if (operation === "folders.move") return [target, { event, type: "folder", recordId: known(movedTo) }];
  // Of several files a line names only where they went.
  const named = operation === "documents.move" && files === undefined;
  return named ? [target, { event, type: "document", recordId: known(movedFile) }] : [target];
}

async function hiddenOf(context: Context<"account">, kind: Kind, about: readonly About[]): Promise<string[]> {
  const ids = [...new Set(about.map(({ recordId }) => recordId))];
  if (ids.length === 0) return [];
  const all = kind.seesEach(context.viewer);
  if (all && kind.recused === undefined) return [];
  const found = new Set((await (all ? kind.recused : kind.seen)?.(context, ids))?.map(({ id }) => id));
  return about.filter(({ recordId }) => found.has(recordId) === all).map(({ event }) => event);
}
