import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { openapi } from "@/lib/http/openapi";
import { operations } from "@/lib/http/registry";
import { fileOutput } from "@/lib/platform/kernel/file-output";
import { isOffered } from "@/lib/platform/operations/offered-permissions";
import { isPermission, permissionKeys } from "@/lib/policy/permissions";

const sources = readdirSync("lib", { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file: `lib/${file}`, text: readFileSync(`lib/${file}`, "utf8") }));

const declared = sources.flatMap(({ file, text }) =>
  [...text.matchAll(/= define(?:Query|Command|Download)\(\{\s*name: "([\w.-]+)"/g)].map((match) => ({
    file,
    name: match[1],
  })),
);

/** The names of all fields of an input, of what it holds inside too. */
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
  test("holds every operation that is declared anywhere, and each once", () => {
    const names = operations.map(({ name }) => name);
    expect(names.toSorted()).toEqual(declared.map(({ name }) => name).sort());
    expect(new Set(names).size).toBe(names.length);
  });

  test("every declaration is one that the line above can see", () => {
    const calls = sources.flatMap(({ file, text }) =>
      // The one call of `defineQuery` that declares nothing itself is that of `defineDownload`.
      file === "lib/platform/rendering/define-download.ts"
        ? []
        : [...text.matchAll(/\bdefine(?:Query|Command|Download)\(\{/g)].map(() => file),
    );
    expect(declared.map(({ file }) => file).sort()).toEqual(calls.sort());
    const elsewhere = sources.filter(
      ({ file, text }) => !file.startsWith("lib/platform/operations/") && /kind: "(query|command)",/.test(text),
    );
    expect(elsewhere).toEqual([]);
  });

  test("one path and method, one operation; the path tells the scope", () => {
    const routes = operations.map(({ http }) => `${http.method} ${http.path.replace(/\{\w+\}/g, "{}")}`);
    expect(routes.filter((route, index) => routes.indexOf(route) !== index)).toEqual([]);
    const prefix = { account: "/accounts/{accountId}", self: "/me", staff: "/staff" };
    const misplaced = operations.filter(
      ({ scope, http }) => !http.path.startsWith(prefix[scope as keyof typeof prefix]),
    );
    expect(misplaced.map(({ name }) => name)).toEqual([]);
  });

  test("a query changes nothing by its method, a command is never a GET", () => {
    const wrong = operations.filter(({ kind, http }) => (kind === "query") !== (http.method === "GET"));
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  test("names a permission of the catalogue, and every parameter of its path is an input", () => {
    for (const { name, permission, http, input } of operations) {
      expect(isPermission(permission), name).toBe(true);
      const parameters = [...http.path.matchAll(/\{(\w+)\}/g)]
        .map((match) => match[1])
        .filter((one) => one !== "accountId");
      for (const parameter of parameters)
        expect(Object.keys(input.shape), `${name}: ${parameter}`).toContain(parameter);
    }
  });

  test("only filters of the staff's registers take an account from their input, at any depth", () => {
    const nested = z.object({ to: z.array(z.object({ accountId: z.uuid() })) });
    expect(fieldsOf(nested).filter(isAccount)).toEqual(["accountId"]);
    const taking = operations.filter(({ input }) => fieldsOf(input).some(isAccount));
    expect(taking.map(({ name, scope }) => [name, scope]).toSorted()).toEqual([
      ["staff.list-attempts", "staff"],
      ["staff.list-mail", "staff"],
    ]);
  });
});

describe("the API document", () => {
  const document = openapi("https://portal.example") as {
    paths: Record<string, Record<string, Record<string, unknown>>>;
  };

  test("describes each operation once, with its permission", () => {
    const described = Object.values(document.paths).flatMap((path) => Object.values(path));
    expect(described.map((one) => [one.operationId, one["x-permission"]]).sort()).toEqual(
      operations.map(({ name, permission }) => [name, permission]).sort(),
    );
  });

  test("says of a file what kind it is, and of nothing else that it is one", () => {
    for (const { name, http, output } of operations) {
      const described = document.paths[http.path]?.[http.method.toLowerCase()];
      const responses = described?.responses as Record<string, { content: object }>;
      const answered = Object.keys(responses[http.status ?? 200]?.content ?? {});
      expect(http.file !== undefined, name).toBe(output === fileOutput);
      expect(answered, name).toEqual([http.file ?? "application/json"]);
    }
  });

  test("offers If-Match and the field beside each other, and needs neither", () => {
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

describe("what is offered", () => {
  test("is every permission that anything in lib asks", () => {
    const texts = sources
      .filter(({ file }) => !/^lib\/(policy|platform\/db\/generated)\//.test(file))
      .map(({ text }) => text);
    const named = permissionKeys.filter((key) => texts.some((text) => text.includes(`"${key}"`)));
    expect(named.filter((key) => !isOffered(key))).toEqual([]);
    expect(named.length).toBeLessThan(permissionKeys.length);
  });
});
