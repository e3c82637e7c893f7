import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Problem } from "@/lib/platform/kernel/problem";
import type { Caller } from "@/lib/platform/operations/caller";
import { withRequest } from "@/lib/platform/operations/execute";
import type { AnyOperation } from "@/lib/platform/operations/operation";
import { changeAccess } from "@/lib/workspace/documents/change-access";
import { deleteFolder } from "@/lib/workspace/documents/delete-folder";
import { listFolders } from "@/lib/workspace/documents/list-folders";
import { moveFolder } from "@/lib/workspace/documents/move-folder";
import { restoreFolder } from "@/lib/workspace/documents/restore-folder";
import { buildFolder, topFolder } from "@/prisma/seed/builders/document";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { contactOf } from "./arrange";
import { FolderModel } from "./folder-model";

const PEOPLE = ["billing@northwind.example", "support@northwind.example"];
/** Together more than a thousand steps; after each, everybody's access is compared. */
const SEQUENCES = 50;
const STEPS = 25;
const FOLDERS = 6;

let portal: TestPortal;
let account: string;
let owner: Caller;
let callers: Caller[];
let contacts: string[];
let top: string;

beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
  owner = await portal.as("owner@northwind.example");
  callers = await Promise.all(PEOPLE.map((email) => portal.as(email)));
  contacts = await Promise.all(PEOPLE.map((email) => contactOf(portal.owner, account, email)));
  top = await topFolder(portal.owner, account);
  await portal.owner.document.deleteMany({ where: { accountId: account } });
  await portal.owner.folder.deleteMany({ where: { accountId: account, parentId: { not: null } } });
});
afterAll(() => portal.close());

const aFolder = fc.nat({ max: FOLDERS - 1 });
const aStep = fc.oneof(
  fc.record({ does: fc.constant("move" as const), folder: aFolder, to: fc.nat({ max: FOLDERS }) }),
  fc.record({ does: fc.constant("share" as const), folder: aFolder, with: fc.subarray([0, 1]) }),
  fc.record({ does: fc.constant("inherit" as const), folder: aFolder }),
  fc.record({ does: fc.constant("delete" as const), folder: aFolder }),
  fc.record({ does: fc.constant("restore" as const), folder: aFolder }),
);
type Step = typeof aStep extends fc.Arbitrary<infer S> ? S : never;

it("whatever is moved, shared, inherited, deleted and restored, people see what the plain rules say", async () => {
  let sequence = 0;
  let changed = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(aStep, { minLength: STEPS, maxLength: STEPS }), async (steps) => {
      sequence += 1;
      const ids: string[] = [];
      for (let index = 0; index < FOLDERS; index++) {
        ids.push(await buildFolder(portal.owner, account, { name: `Model ${sequence} ${index}` }));
      }
      const model = new FolderModel(ids, top);
      for (const step of steps) {
        const mayWork = apply(model, step, ids);
        const worked = await run(step, ids);
        expect([step, worked]).toEqual([step, mayWork]);
        if (worked) changed += 1;
        for (const [index, contact] of contacts.entries()) {
          expect(await seenBy(callers[index] as Caller)).toEqual(model.seenBy(contact));
        }
      }
      await portal.owner.folder.deleteMany({ where: { id: { in: ids } } });
    }),
    { numRuns: SEQUENCES, seed: 90, endOnFailure: true },
  );
  expect(changed).toBeGreaterThan(SEQUENCES * 5);
}, 600_000);

function apply(model: FolderModel, step: Step, ids: readonly string[]): boolean {
  const id = ids[step.folder] ?? "";
  if (step.does === "move") return model.move(id, ids[step.to] ?? top);
  if (step.does === "share")
    return model.share(
      id,
      step.with.map((index) => contacts[index] ?? ""),
    );
  if (step.does === "inherit") return model.inherit(id);
  return step.does === "delete" ? model.delete(id) : model.restore(id);
}

/** Drives the real operation. False if it was refused with a sentence. */
async function run(step: Step, ids: readonly string[]): Promise<boolean> {
  const folderId = ids[step.folder] ?? "";
  const done = (operation: AnyOperation, input: object) =>
    withRequest(owner, { accountId: account }, ({ execute }) =>
      execute(operation as never, { folderId, ...input } as never),
    );
  try {
    if (step.does === "move") await done(moveFolder, { toFolderId: ids[step.to] ?? top });
    if (step.does === "share")
      await done(changeAccess, { access: "own", people: step.with.map((index) => contacts[index]) });
    if (step.does === "inherit") await done(changeAccess, { access: "inherit" });
    if (step.does === "delete") await done(deleteFolder, {});
    if (step.does === "restore") await done(restoreFolder, {});
    return true;
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}

/** Through the list, which shows what its filter lets through: found by name, so that it doesn't depend on the tree. */
async function seenBy(caller: Caller): Promise<string[]> {
  const { items } = await withRequest(caller, { accountId: account }, ({ execute }) =>
    execute(listFolders, { q: "Model", sort: "name" }),
  );
  return items.map(({ id }) => id).sort();
}
