import { randomUUID } from "node:crypto";
import type { Client } from "pg";

/** Accounts with two services each, whose periods have ended. Inserted directly: only the run is measured. */
export async function foundAccounts(client: Client, accounts: number): Promise<void> {
  const product = randomUUID();
  await client.query("begin");
  await client.query(
    `insert into "LegalEntity" ("id", "name", "lines", "country", "isDefault") values ($1, 'Seller B.V.', '{Quay 1}', 'NL', true)`,
    [randomUUID()],
  );
  await client.query(
    `insert into "TaxRate" ("id", "country", "name", "basisPoints", "validFrom") values ($1, 'NL', 'VAT', 2100, '2000-01-01')`,
    [randomUUID()],
  );
  await client.query(
    `insert into "Product" ("id", "slug", "name", "description", "family") values ($1, 'vps', 'Virtual server', '', 'Servers')`,
    [product],
  );
  await client.query(
    `create temporary table plan on commit drop as select gen_random_uuid() as account, gen_random_uuid() as contact,
      gen_random_uuid() as person, n from generate_series(1, $1::int) n`,
    [accounts],
  );
  await client.query(`insert into "Person" ("id", "email", "name", "emailVerifiedAt")
    select person, 'p' || n || '@bench.example', 'Person ' || n, now() from plan`);
  await client.query(`insert into "Account" ("id", "number", "name", "legalName", "ownerContactId", "addressLine1",
      "postalCode", "city", "country", "currency")
    select account, 'C-' || n, 'Customer ' || n, 'Customer ' || n, contact, 'Quay 1', '1000 AA', 'Amsterdam', 'NL', 'EUR'
    from plan`);
  await client.query(`insert into "Contact" ("id", "accountId", "personId", "kind", "status", "name", "email", "emailVerifiedAt")
    select contact, account, person, 'member', 'active', 'Person ' || n, 'p' || n || '@bench.example', now() from plan`);
  await client.query(
    `insert into "Service" ("id", "accountId", "productId", "name", "status", "priceMinor", "currency", "interval",
      "location", "startedAt", "renewsAt", "billingDay")
    select gen_random_uuid(), account, '${product}', 'server-' || n || '-' || k, 'active', 1000, 'EUR', 'month', 'AMS', now(),
      now() - interval '1 hour', 15 from plan, generate_series(1, 2) k`,
  );
  await client.query("commit");
  await client.query("analyze");
}
