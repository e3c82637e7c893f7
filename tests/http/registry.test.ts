import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { matchRoute } from "@/lib/http/match-route";
import { openapi } from "@/lib/http/openapi";
import { operations } from "@/lib/http/registry";
import { fileOutput } from "@/lib/platform/kernel/file-output";
import { isOffered } from "@/lib/platform/operations/offered-permissions";
import type { AnyOperation } from "@/lib/platform/operations/operation";
import { isPermission, permissionKeys } from "@/lib/policy/permissions";

const sources = readdirSync("lib", { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file: `lib/${file}`, text: readFileSync(`lib/${file}`, "utf8") }));

const declared = sources.flatMap(({ file, text }) =>
  [...text.matchAll(/= define(Query|Command|Download|Export)\(\{\s*name: "([\w.-]+)"/g)].map(([, form, name = ""]) => ({
    file,
    name,
    // Declared with it: the command that has the file prepared.
    prepare: form === "Export" ? [name.replace(".", ".prepare-")] : [],
  })),
);

/** The names of all fields of an input, nested ones included. */
function fieldsOf(input: z.ZodObject): string[] {
  const names: string[] = [];
  const collect = (schema: unknown): void => {
    if (typeof schema !== "object" || schema === null) return;
    if ("properties" in schema) names.push(...Object.keys(schema.properties as object));
    Object.values(schema).forEach(collect);
  };
  collect(z.toJSONSchema(input, { io: "input", unrepresentable: "any" }));
  return names;
}

const isAccount = (field: string) => /account.*ids?$/i.test(field);

describe("the registry", () => {
  test("contains every declared operation exactly once", () => {
    const names = operations.map(({ name }) => name);
    expect(names.toSorted()).toEqual(declared.flatMap(({ name, prepare }) => [name, ...prepare]).sort());
    expect(new Set(names).size).toBe(names.length);
  });

  test("every declaration has the form the test above looks for", () => {
    const calls = sources.flatMap(({ file, text }) =>
      // They also call the others, but declare no operation.
      /^lib\/platform\/rendering\/(define-download|request-export)\.ts$/.test(file)
        ? []
        : [...text.matchAll(/\bdefine(?:Query|Command|Download|Export)\(\{/g)].map(() => file),
    );
    expect(declared.map(({ file }) => file).sort()).toEqual(calls.sort());
    const elsewhere = sources.filter(
      ({ file, text }) => !file.startsWith("lib/platform/operations/") && /kind: "(query|command)",/.test(text),
    );
    expect(elsewhere).toEqual([]);
  });

  test("each path and method has one operation, and the path shows the scope", () => {
    const routes = operations.map(({ http }) => `${http.method} ${http.path.replace(/\{\w+\}/g, "{}")}`);
    expect(routes.filter((route, index) => routes.indexOf(route) !== index)).toEqual([]);
    const prefix = { account: "/accounts/{accountId}", self: "/me", staff: "/staff" };
    const misplaced = operations.filter(
      ({ scope, http }) => !http.path.startsWith(prefix[scope as keyof typeof prefix]),
    );
    expect(misplaced.map(({ name }) => name)).toEqual([]);
  });

  test("a query is always a GET, a command never is", () => {
    const wrong = operations.filter(({ kind, http }) => (kind === "query") !== (http.method === "GET"));
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  test("a query takes no list that is longer than an address may be", () => {
    // Of ids, that many are about 5 kB: proxies refuse 8 kB.
    const longest = ({ input }: AnyOperation): number => {
      const { properties = {} } = z.toJSONSchema(input, { io: "input", unrepresentable: "any" });
      return Math.max(0, ...Object.values(properties).map((one) => (typeof one === "object" && one.maxItems) || 0));
    };
    const tooLong = operations.filter((one) => one.kind === "query" && longest(one) > 100).map(({ name }) => name);
    expect(tooLong).toEqual(["people.preview-change"]);
  });

  test("has a permission from the catalogue and an input for every path parameter", () => {
    for (const { name, permission, http, input } of operations) {
      expect(isPermission(permission), name).toBe(true);
      const parameters = [...http.path.matchAll(/\{(\w+)\}/g)]
        .map((match) => match[1])
        .filter((one) => one !== "accountId");
      for (const parameter of parameters)
        expect(Object.keys(input.shape), `${name}: ${parameter}`).toContain(parameter);
    }
  });

  test("an account is taken from the input by registers of staff and by the choice among one's own alone, at any depth", () => {
    const nested = z.object({ to: z.array(z.object({ accountId: z.uuid() })) });
    expect(fieldsOf(nested).filter(isAccount)).toEqual(["accountId"]);
    const taking = operations.filter(({ input }) => fieldsOf(input).some(isAccount));
    expect(taking.map(({ name, scope }) => [name, scope]).toSorted()).toEqual([
      ["inbound-mail.choose-account", "self"],
      ["staff.list-attempts", "staff"],
      ["staff.list-mail", "staff"],
    ]);
  });
});

describe("the route of a path", () => {
  const pathOf = ({ http }: AnyOperation, value: string) => http.path.replace(/\{\w+\}/g, value);
  const matched = (method: string, path: string) => {
    const { operation, params } = matchRoute(method, path);
    return [operation.name, ...Object.entries(params).map((param) => param.join("="))];
  };
  const refusal = (method: string, path: string): unknown => {
    try {
      return matched(method, path);
    } catch (error) {
      return error;
    }
  };

  test("is the operation that has it, with what stands for each parameter", () => {
    for (const operation of operations) {
      const names = [...operation.http.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => `${name}=one:1`);
      expect(matched(operation.http.method, pathOf(operation, "one:1"))).toEqual([operation.name, ...names]);
    }
  });

  test("goes to a name before a parameter, and to the parameter where only that has the method", () => {
    const shared = "/accounts/1/payments/transfers";
    const payment = ["payments.view", "accountId=1", "paymentId=transfers"];
    expect(matched("POST", shared)).toEqual(["payments.record-transfer", "accountId=1"]);
    expect([matched("GET", shared), matched("HEAD", shared)]).toEqual([payment, payment]);
    expect(refusal("DELETE", shared)).toMatchObject({
      code: "method-not-allowed",
      extra: { allow: ["POST", "GET", "HEAD"] },
    });
  });

  test("is none where a segment is empty, missing or left over", () => {
    const paths = [
      "",
      "/",
      "//",
      "/accounts",
      "/accounts//invoices",
      "/accounts/1/invoices/",
      "/accounts/1/invoices/2/3/4",
    ];
    for (const path of paths) expect(refusal("GET", path), path).toMatchObject({ code: "not-found" });
    for (const operation of operations.filter(({ http }) => http.path.includes("{")))
      expect(refusal(operation.http.method, pathOf(operation, "")), operation.name).toMatchObject({
        code: "not-found",
      });
  });
});

describe("the API document", () => {
  const document = openapi("https://portal.example", "Example Hosting") as {
    paths: Record<string, Record<string, Record<string, unknown>>>;
  };

  test("describes each operation once, with its permission", () => {
    const described = Object.values(document.paths).flatMap((path) => Object.values(path));
    expect(described.map((one) => [one.operationId, one["x-permission"]]).sort()).toEqual(
      operations.map(({ name, permission }) => [name, permission]).sort(),
    );
  });

  test("states a content type for files only", () => {
    for (const { name, http, output } of operations) {
      const described = document.paths[http.path]?.[http.method.toLowerCase()];
      const responses = described?.responses as Record<string, { content: object }>;
      const answered = Object.keys(responses[http.status ?? 200]?.content ?? {});
      expect(http.file !== undefined, name).toBe(output === fileOutput);
      expect(answered, name).toEqual([http.file ?? "application/json"]);
    }
  });

  test("offers both If-Match and the version field, and requires neither", () => {
    const update = document.paths["/me"]?.patch as {
      parameters: { name: string; required: boolean }[];
      requestBody: { content: { "application/json": { schema: { properties: object; required: string[] } } } };
      responses: Record<string, { headers: object }>;
    };
    expect(update.parameters.find(({ name }) => name === "If-Match")).toMatchObject({ required: false });
    const { properties, required } = update.requestBody.content["application/json"].schema;
    expect(Object.keys(properties)).toContain("version");
    expect(required).toEqual(["name", "locale", "timeZone"]);
    expect(update.responses[200]?.headers).toHaveProperty("ETag");
  });

  test("is plain JSON", () => {
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });
});

describe("the list of offered permissions", () => {
  test("is every permission that anything in lib checks", () => {
    const texts = sources
      .filter(({ file }) => !/^lib\/(policy|platform\/db\/generated)\//.test(file))
      .map(({ text }) => text);
    const named = permissionKeys.filter((key) => texts.some((text) => text.includes(`"${key}"`)));
    expect(named.filter((key) => !isOffered(key))).toEqual([]);
    expect(named).toEqual(permissionKeys);
  });
});
