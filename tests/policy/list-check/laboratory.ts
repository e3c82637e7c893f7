import { execFileSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { Client } from "pg";
import { schemaDifference } from "@/lib/platform/db/schema-difference";

const schema = readFileSync(path.join(import.meta.dirname, "schema.prisma"), "utf8");
const checkout = path.join(import.meta.dirname, "../../..");

export interface Row {
  readonly id: string;
  readonly [part: string]: unknown;
}

/** The part of a Prisma model that the comparisons use; the client is generated at run time. */
export interface Table {
  findMany(query: { where?: unknown; select?: unknown; include?: unknown; [more: string]: unknown }): Promise<Row[]>;
  create(query: { data: object }): Promise<unknown>;
  createMany(query: { data: readonly object[] }): Promise<unknown>;
}

/** A new, empty database with the tables of `schema.prisma`. */
export interface Laboratory {
  table(record: string): Table;
  /** The rows of a statement in PostgreSQL's own language. */
  query(text: string, values: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

/**
 * @param serverUrl of a PostgreSQL whose user may create databases; the database named in it is not touched
 */
export async function openLaboratory(serverUrl: string): Promise<Laboratory> {
  const name = `policy_${randomBytes(6).toString("hex")}`;
  // Never connects to the template of the test databases: PostgreSQL only copies it while no one is connected.
  const server = at(serverUrl, "postgres");
  await run(server, `create database ${name}`);
  const url = at(serverUrl, name);
  await run(url, await schemaDifference(url, undefined, schema));
  const client = new Client({ connectionString: url });
  await client.connect();
  const { PrismaClient } = await import(pathToFileURL(generatedClient()).href);
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: 4 }) });
  return {
    table: (record) => prisma[record],
    query: async (text, values) => (await client.query<Row>(text, [...values])).rows,
    async close() {
      await client.end();
      await prisma.$disconnect();
      await run(server, `drop database ${name} with (force)`);
    },
  };
}

function at(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function run(url: string, statements: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(statements).finally(() => client.end());
}

/** The client, in a folder named by its schema's hash. If several runs create it at once, one is kept. */
function generatedClient(): string {
  const fingerprint = createHash("sha256").update(schema).digest("hex").slice(0, 12);
  const folder = path.join(checkout, ".data/list-check", fingerprint);
  const client = path.join(folder, "generated/client.ts");
  if (existsSync(client)) return client;
  const draft = `${folder}.${randomBytes(6).toString("hex")}`;
  generate(draft);
  try {
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true });
    if (!existsSync(client)) throw error;
  }
  return client;
}

function generate(folder: string): void {
  const file = path.join(folder, "schema.prisma");
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, schema);
  const prisma = "node_modules/prisma/build/index.js";
  execFileSync(process.execPath, [prisma, "generate", "--schema", file], { cwd: checkout, stdio: "pipe" });
}
