import { afterAll, describe, expect, test } from "vitest";
import { operations } from "@/lib/http/registry";
import type { AnyOperation } from "@/lib/platform/operations/operation";
import { catalogue, type Permission } from "@/lib/policy/permissions";
import { type Input, restCall } from "@/tests/fixtures/rest-call";
import { columns, expected } from "./expected";
import { portalOfCalls } from "./portal-of-calls";
import { samples } from "./samples";
import { sharedSamples } from "./shared-samples";
import { STRANGER, viewers } from "./viewers";

const calls = portalOfCalls();

/** The status for each cell. A denial only counts if it names the operation's own permission. */
const STATUS = { "+": [200, 201], "-": [403], "?": [404], x: [409] } as const;
const CODE = { "-": "refused", "?": "not-found", x: "conflict" } as const;
const NO_SUCH_ACCOUNT = "Account not found, or you don't have access to it.";
const cellsOf = (name: string) => (expected[name] ?? "").trim().split(/\s+/);

const inputOf = sharedSamples(() => ({ portal: calls.portal, accountId: calls.portal.demo.northwind.id }));

async function tryAs(operation: AnyOperation, input: Input, email?: string): Promise<Response> {
  const accountId = calls.portal.demo.northwind.id;
  return restCall({ operation, accountId, input, ...(email && { cookie: await calls.cookieOf(email) }) });
}

const persons = new Map<string, string>();
async function personOf(email: string): Promise<string> {
  const id = persons.get(email) ?? (await calls.portal.owner.person.findUniqueOrThrow({ where: { email } })).id;
  persons.set(email, id);
  return id;
}

/** The logged denials of this operation to this person. */
const deniedTo = async (email: string, operation: string) => {
  const where = { operation, outcome: "denied" as const, actorPersonId: await personOf(email) };
  return calls.portal.owner.auditEvent.findMany({ where, select: { permission: true } });
};

test("every operation has a row, every row has an operation and a cell for every role", () => {
  const names = operations.map(({ name }) => name).sort();
  expect(Object.keys(expected).sort()).toEqual(names);
  expect(Object.keys(samples).sort()).toEqual(names);
  expect(Object.keys(viewers)).toEqual([...columns]);
  for (const name of names) {
    expect(cellsOf(name), name).toHaveLength(columns.length);
    expect(
      cellsOf(name).every((cell) => cell in STATUS),
      name,
    ).toBe(true);
  }
});

describe.each(operations.map((operation) => [operation.name, operation] as const))("%s", (name, operation) => {
  let refused: Promise<Input> | undefined;
  /** Whoever is turned away leaves it as it was. */
  const inputOfRefused = () => (refused ??= inputOf(operation, viewers.owner));
  afterAll(() => calls.putBack(name));

  test.each(columns.map((column, index) => [column, cellsOf(name)[index] as keyof typeof STATUS] as const))(
    "as %s: %s",
    async (column, cell) => {
      const email = viewers[column];
      const response = await tryAs(
        operation,
        await (cell === "-" ? inputOfRefused() : inputOf(operation, email)),
        email,
      );
      const text = await response.clone().text();
      expect(STATUS[cell], text).toContain(response.status);
      const kind = cell === "+" ? (operation.http.file ?? "application/json") : "application/problem+json";
      expect(response.headers.get("content-type")?.split(";")[0]).toBe(kind);
      if (cell === "+") return operation.kind === "command" ? calls.putBack(name) : undefined;
      const problem = JSON.parse(text);
      expect(problem.type).toBe(`urn:portcullis:problem:${CODE[cell]}`);
      if (cell === "?") expect(problem.detail).not.toBe(NO_SUCH_ACCOUNT);
      if (cell === "-") {
        const { permission } = operation;
        expect(problem).toMatchObject({ permission, permissionName: catalogue[permission as Permission].name });
        expect(await deniedTo(email, name)).toEqual([{ permission }]);
      }
    },
  );

  test("not signed in: 401", async () => {
    const response = await tryAs(operation, await inputOfRefused());
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ type: "urn:portcullis:problem:not-signed-in" });
  });

  if (operation.scope === "account") {
    test("from another account: 404", async () => {
      const response = await tryAs(operation, await inputOfRefused(), STRANGER);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ detail: NO_SUCH_ACCOUNT });
    });
  }
});
