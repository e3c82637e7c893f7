import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { urlOf } from "./template-database";

/** A database that belongs to one test file or one test. */
export interface TestDatabase {
  /** URL of the owner, who row-level security does not bind as a superuser. */
  url: string;
  drop(): Promise<void>;
}

/** A database of one's own with all that another holds, in some 50 ms. Nobody may be connected to that one. */
export async function copyDatabase(templateUrl: string): Promise<TestDatabase> {
  const template = new URL(templateUrl).pathname.slice(1);
  const name = `portcullis_test_${randomBytes(6).toString("hex")}`;
  await onServer(templateUrl, `create database ${name} template ${template}`);
  return { url: urlOf(templateUrl, name), drop: () => onServer(templateUrl, `drop database ${name} with (force)`) };
}

async function onServer(templateUrl: string, statement: string): Promise<void> {
  // Never from the template itself: PostgreSQL copies a database only while nobody is connected to it.
  const client = new Client({ connectionString: urlOf(templateUrl, "postgres") });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
