import type { Client } from "pg";
import { INVOICES_EACH, type Size } from "./size";

/** The accounts, kept in a temporary table for the statements that follow, and who and what belongs to them. */
export async function layAccounts(client: Client, { accounts, bigInvoices, crowd }: Size): Promise<void> {
  await client.query(
    `create temporary table plan as select pg_temp.ordered_id() as account, pg_temp.ordered_id() as contact, pg_temp.ordered_id() as person, pg_temp.ordered_id() as service, n,
       (case when n = 1 then greatest($2::int, ${INVOICES_EACH}) else ${INVOICES_EACH} end) as invoices,
       (case when n = 1 then greatest($2::int / 20, 5) else 5 end) as tickets,
       (case when n = 2 then greatest($3::int, 2) else 2 end) as contacts
     from generate_series(1, $1::int) n`,
    [accounts, bigInvoices, crowd],
  );
  await client.query(
    `create temporary table member as select account, n, k, case when k = 1 then contact else pg_temp.ordered_id() end as contact,
       case when k = 1 then person else pg_temp.ordered_id() end as person,
       case when k = 1 then 'owner-' || n else 'person-' || n || '-' || k end || '@growth.example' as email,
       (array['Ana','Björn','Chloé','Dagny','Emre','Fatima','Goran','Hedda'])[1 + (n * 7 + k) % 8] || ' '
         || initcap(translate(left(md5(n || '-' || k), 7), '0123456789', 'ghijklmnop')) as name
     from plan, generate_series(1, contacts) k`,
  );
  for (const statement of statements) await client.query(statement);
}

const product = `(select "id" from "Product" order by "slug" limit 1)`;

const statements: readonly string[] = [
  "analyze plan",
  "analyze member",
  `insert into "Person" ("id", "email", "name", "emailVerifiedAt") select person, email, name, now() from member`,
  `insert into "Account" ("id", "number", "name", "ownerContactId", "legalName", "addressLine1", "postalCode", "city", "country", "currency", "autopay")
   select account, 'G-' || n, initcap(translate(left(md5(n::text), 8), '0123456789', 'ghijklmnop')) || ' Industries', contact,
     'Company ' || n, 'Street 1', '1000', 'Town', (array['NL','DE','FR','BE'])[1 + n % 4], 'EUR', n % 3 = 0 from plan`,
  `insert into "Contact" ("id", "accountId", "personId", "kind", "status", "name", "email", "emailVerifiedAt")
   select contact, account, person, 'member', 'active', name, email, now() from member`,
  `insert into "ContactRole" ("id", "accountId", "contactId", "role", "givenByName")
   select pg_temp.ordered_id(), account, contact, (array['support','billing']::"GivenRole"[])[1 + k % 2], 'Owner' from member where k > 1`,
  `insert into "AccessVersion" ("id") select person from member union all select contact from member union all select account from plan`,
  `insert into "Service" ("id", "accountId", "productId", "name", "status", "priceMinor", "currency", "interval", "location", "startedAt", "periodStart", "renewsAt", "billingDay", "settingUp")
   select case when k = 1 then service else pg_temp.ordered_id() end, account, ${product}, 'server-' || n || '-' || k, 'active', 1000, 'EUR', 'month', 'AMS',
     now() - interval '3 years', now() - interval '10 days', now() + (1 + n % 28) * interval '1 day', 1 + n % 28, n % 1000 = 0 and k = 2
   from plan, generate_series(1, 2) k`,
  `insert into "ServiceCredential" ("id", "accountId", "serviceId", "label", "username", "secret")
   select pg_temp.ordered_id(), account, service, 'SSH', 'root', '' from plan`,
  `insert into "PaymentMethod" ("id", "accountId", "kind", "gatewayRef", "brand", "last4", "expMonth", "expYear", "holder", "isDefault")
   select pg_temp.ordered_id(), account, 'card', 'growth-' || n, 'Visa', '4242', 4, 2031, 'Sample Person', true from plan`,
  `insert into "GatewayCustomer" ("accountId", "gateway", "gatewayRef") select account, 'sandbox', 'growth-' || n from plan`,
];
