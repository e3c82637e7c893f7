import { z } from "zod";
import { fileOutput } from "@/lib/platform/kernel/file-output";
import type { AnyOperation } from "@/lib/platform/operations/operation";
import { operations } from "./registry";

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document, derived from the operations' declarations. */
export function openapi(portalUrl: string, company: string): Json {
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    const { method, path } = operation.http;
    paths[path] = { ...paths[path], [method.toLowerCase()]: describeOperation(operation) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: `${company} customer portal`,
      version: "1",
      description: "All operations of the portal. Amounts are in minor units of their currency, times in UTC.",
    },
    servers: [{ url: `${portalUrl}/api/v1` }],
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: { bearer: { type: "http", scheme: "bearer" } },
      schemas: { Problem: problemSchema },
      responses: {
        Problem: {
          description: "Error details",
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
      },
    },
  };
}

const problemSchema = {
  type: "object",
  required: ["type", "title", "status"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    permission: { type: "string", description: "The missing permission" },
    permissionName: { type: "string", description: "Display name of the permission" },
    grantors: { type: "array", items: { type: "string" }, description: "People on the account who can grant it" },
    gate: { type: "string", description: "What takes the permission away, e.g. two-factor-missing" },
    fields: {
      type: "object",
      description: "Validation errors by field",
      additionalProperties: { type: "array", items: { type: "string" } },
    },
    changes: {
      type: "array",
      description: "What has changed since it was read, if the conflict can be resolved by confirming the change",
      items: {
        type: "object",
        properties: { what: { type: "string" }, drafted: { type: "string" }, issued: { type: "string" } },
      },
    },
    seen: { type: "string", description: "Identifies the new state in that confirmation" },
    refusal: { type: "string", description: "Machine-readable reason an access change was rejected, e.g. last-owner" },
  },
};

function describeOperation(operation: AnyOperation): Json {
  const { name, summary, permission, http } = operation;
  const input = z.toJSONSchema(operation.input, { io: "input", unrepresentable: "any" }) as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  const inPath = [...http.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
  const rest = Object.entries(input.properties ?? {}).filter(([field]) => !inPath.includes(field));
  // The version may be sent as If-Match instead.
  const required = (input.required ?? []).filter((field) => !inPath.includes(field) && field !== "version");
  return {
    operationId: name,
    summary,
    tags: [name.split(".")[0]],
    "x-permission": permission,
    ...(operation.kind === "command" && operation.stepUp && { "x-confirmation": operation.stepUp }),
    parameters: [
      ...inPath.map((field) => ({
        name: field,
        in: "path",
        required: true,
        schema: input.properties?.[field] ?? { type: "string", format: "uuid" },
      })),
      ...(http.method === "GET"
        ? rest.map(([field, schema]) => ({
            name: field,
            in: "query",
            required: required.includes(field),
            ...inPieces(field, schema),
            schema,
          }))
        : []),
      ...(operation.kind === "command" ? [idempotencyHeader(operation.once === true)] : []),
      ...(rest.some(([field]) => field === "version") ? [ifMatchHeader] : []),
    ],
    ...(http.method !== "GET" && rest.length > 0
      ? {
          requestBody: {
            required: required.length > 0,
            content: {
              "application/json": {
                schema: { type: "object", properties: Object.fromEntries(rest), required, additionalProperties: false },
              },
            },
          },
        }
      : {}),
    responses: {
      [http.status ?? 200]: answer(operation),
      default: { $ref: "#/components/responses/Problem" },
    },
  };
}

/** How a query string, which only holds text, encodes arrays and objects. */
function inPieces(field: string, schema: Json): Json {
  if (schema.type === "object") return { description: `Sent as separate fields, such as ${field}.name` };
  const { items } = schema as { items?: Json };
  const ofObjects = JSON.stringify(items ?? {}).includes('"type":"object"');
  return ofObjects ? { description: `Sent as separate fields, such as ${field}.0.name` } : {};
}

const idempotencyHeader = (required: boolean) => ({
  name: "Idempotency-Key",
  in: "header",
  required,
  schema: { type: "string", minLength: 8, maxLength: 128 },
});

const ifMatchHeader = {
  name: "If-Match",
  in: "header",
  required: false,
  description: "The ETag last read; takes the place of the version field",
  schema: { type: "string" },
};

/** Whether the result is a versioned record, whose version is also its ETag. */
const hasVersion = ({ output }: AnyOperation): boolean =>
  output !== fileOutput && output instanceof z.ZodObject && "version" in output.shape;

const etag = { description: "The version, for If-Match", schema: { type: "string" } };

function answer(operation: AnyOperation): Json {
  if (operation.http.file !== undefined) return { description: "A file", content: { [operation.http.file]: {} } };
  const { $schema: _, ...schema } = z.toJSONSchema(operation.output, { io: "output", unrepresentable: "any" });
  return {
    description: operation.summary,
    ...(hasVersion(operation) && { headers: { ETag: etag } }),
    content: { "application/json": { schema } },
  };
}
