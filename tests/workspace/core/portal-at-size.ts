import { expect } from "vitest";
import { withRequest } from "@/lib/platform/operations/execute";
import type { AnyOperation } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import type { RecordPermission } from "@/lib/policy/needs";
import { selectFor } from "@/lib/policy/select";
import type { Viewer } from "@/lib/policy/viewer";
import { explained } from "@/tests/fixtures/explained";
import { testPortal } from "@/tests/fixtures/portal";
import { layAtSize, SIZE } from "./lay-at-size";

type Run = <Output = unknown>(operation: AnyOperation, input?: object) => Promise<Output>;

interface Page {
  readonly items: readonly { readonly id: string; readonly title?: string | null }[];
  readonly next: string | null;
}

interface Row {
  readonly id: string;
  readonly isPrivate?: boolean;
}

interface Read {
  readonly kind: string;
  readonly table: string | undefined;
  readonly read: number;
  readonly text: string;
}

export const inWords = ({ kind, table, read, text }: Read): string =>
  `${kind} of ${read} rows of ${table}: ${text.slice(0, 700)}`;

type Model = "action" | "decision" | "discussionGroup" | "interest" | "link" | "meeting";

/** A portal with ten thousand records of each kind of the workspace, and who sees which of them by its own check. */
export async function portalAtSize() {
  const portal = await testPortal();
  await layAtSize(portal);
  const account = portal.demo.northwind.id;

  /** Runs within one request. */
  const inOneRequest = async <Result>(email: string, work: (run: Run, viewer: Viewer) => Promise<Result>) =>
    withRequest(await portal.as(email), { accountId: account }, ({ execute, scope }) =>
      work((operation, input = {}) => execute(operation as never, input as never) as never, scope.viewer),
    );

  const allowed = new Map<string, Promise<Row[]>>();
  const rowsAllowed = (email: string, model: Model, permission: RecordPermission) => {
    const known = allowed.get(`${email} ${permission}`) ?? askAll(email, model, permission);
    allowed.set(`${email} ${permission}`, known);
    return known;
  };
  /** All of the account's, asked one by one. */
  const askAll = async (email: string, model: Model, permission: RecordPermission): Promise<Row[]> => {
    const viewer = await inOneRequest(email, async (_, found) => found);
    const select = { ...selectFor(permission), ...(model === "discussionGroup" && { isPrivate: true as const }) };
    const table = portal.owner[model] as unknown as { findMany(asked: object): Promise<Row[]> };
    const rows = await table.findMany({ where: { accountId: account }, select });
    expect(rows.length).toBeGreaterThanOrEqual(SIZE);
    return rows.filter((row) => can(viewer, permission as never, row as never));
  };
  const idsAllowed = async (email: string, model: Model, permission: RecordPermission) =>
    new Set((await rowsAllowed(email, model, permission)).map(({ id }) => id));

  return {
    ...{ portal, account, inOneRequest },
    run: <Output>(email: string, operation: AnyOperation, input = {}): Promise<Output> =>
      inOneRequest(email, (run) => run<Output>(operation, input)),
    /** In a request of its own, as a refusal ends the one it occurs in. */
    answers: (email: string, operation: AnyOperation, input: object): Promise<boolean> =>
      inOneRequest(email, (run) => run(operation, input)).then(
        () => true,
        () => false,
      ),
    /** What each step of each statement reads of a table. */
    async readBy(email: string, operation: AnyOperation, input: object): Promise<Read[]> {
      const statements = await explained(() => inOneRequest(email, (run) => run(operation, input)));
      const read = statements.flatMap(({ nodes, text }) => nodes.map((node) => ({ ...node, text })));
      return read.filter(({ table }) => table !== undefined);
    },
    /** Every item of a list, page after page. */
    listed: (email: string, operation: AnyOperation): Promise<Page["items"]> =>
      inOneRequest(email, async (run) => {
        const all: Page["items"][number][] = [];
        for (let cursor: string | null | undefined; cursor !== null; ) {
          const { items, next }: Page = await run(operation, cursor === undefined ? {} : { cursor });
          all.push(...items);
          cursor = next;
        }
        return all;
      }),
    /** A private group by its own permission. */
    async groupsOf(email: string): Promise<Set<string>> {
      const open = await rowsAllowed(email, "discussionGroup", "discussions.groups.view-public");
      const shut = await rowsAllowed(email, "discussionGroup", "discussions.groups.view-private");
      const seen = [...open.filter(({ isPrivate }) => !isPrivate), ...shut.filter(({ isPrivate }) => isPrivate)];
      return new Set(seen.map(({ id }) => id));
    },
    meetingsOf: (email: string) => idsAllowed(email, "meeting", "meetings.view"),
    actionsOf: (email: string) => idsAllowed(email, "action", "actions.view"),
    decisionsOf: (email: string) => idsAllowed(email, "decision", "decisions.search"),
    titlesOf: (email: string) => idsAllowed(email, "decision", "decisions.titles.view"),
    proposalsOf: (email: string) => idsAllowed(email, "decision", "decisions.proposals.view"),
    votesOf: (email: string) => idsAllowed(email, "decision", "decisions.proposals.vote"),
    linksOf: (email: string) => idsAllowed(email, "link", "links.search"),
    interestsOf: (email: string) => idsAllowed(email, "interest", "decisions.interests.view"),
  };
}

export type PortalAtSize = Awaited<ReturnType<typeof portalAtSize>>;
