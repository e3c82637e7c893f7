import { afterEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { operations } from "@/lib/http/registry";
import type { AnyOperation } from "@/lib/platform/operations/operation";
import { restCall } from "@/tests/fixtures/rest-call";
import { firstAllowed } from "./first-allowed";
import { portalOfCalls } from "./portal-of-calls";
import { samples } from "./samples";
import { viewers } from "./viewers";

const calls = portalOfCalls();

interface Shape {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly minimum?: number;
  readonly maximum?: number;
}

const DAYS = ["0000-01-01", "0099-12-31", "9999-12-31"];
const INSTANTS = ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"];
const NUMBERS = [0, 2_147_483_647, 2_147_483_648, Number.MAX_SAFE_INTEGER];

/** What a field takes by its schema, and nobody enters: days of other ages, and numbers that the database doesn't count to. */
function oddOf({ type, format, minimum, maximum, ...shape }: Shape): readonly unknown[] {
  if (shape.anyOf) return shape.anyOf.flatMap(oddOf);
  if (shape.enum || shape.const !== undefined) return [];
  if (type === "string") return format === "date" ? DAYS : format === "date-time" ? INSTANTS : [];
  if (type !== "integer" && type !== "number") return [];
  return [...NUMBERS, minimum, maximum].filter(
    (one) => one !== undefined && one >= (minimum ?? -Infinity) && one <= (maximum ?? Infinity),
  );
}

const fieldsOf = ({ input, http }: AnyOperation) => {
  const { properties = {} } = z.toJSONSchema(input, { io: "input", unrepresentable: "any" }) as Shape;
  return Object.entries(properties).flatMap(([field, shape]) =>
    http.path.includes(`{${field}}`) ? [] : oddOf(shape).map((odd) => [field, odd] as const),
  );
};

const tried = operations.flatMap((operation) => {
  const fields = fieldsOf(operation);
  return fields.length > 0 ? [[operation.name, operation, fields] as const] : [];
});

/** Unlike in the tests of bad input, everything else is right: the odd value gets as far as the work itself. */
describe.each(tried)("%s", (name, operation, fields) => {
  afterEach(() => calls.putBack(name));

  test("answers a day or a number out of all proportion without a fault of ours", async () => {
    const accountId = calls.portal.demo.northwind.id;
    const email = firstAllowed(name) ?? viewers.owner;
    for (const [field, odd] of fields) {
      const sample = (await samples[name]?.({ portal: calls.portal, accountId, email })) ?? {};
      const cookie = await calls.cookieOf(email);
      const response = await restCall({ operation, accountId, input: { ...sample, [field]: odd }, cookie });
      expect(response.status, `${field}: ${odd}`).toBeLessThan(500);
      await response.body?.cancel();
    }
  });
});
