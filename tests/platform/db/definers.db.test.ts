import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { type PortalLogin, portalLogin } from "@/tests/fixtures/portal-login";

let portal: TestPortal;
let login: PortalLogin;
let client: Client;
beforeAll(async () => {
  portal = await testPortal();
  login = await portalLogin(portal.url);
  client = new Client({ connectionString: login.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await login.drop();
  await portal.close();
});

describe("a function that runs as the owner of the tables", () => {
  test("looks among a session's temporary tables last", async () => {
    const { rows } = await client.query<{ name: string; settings: string[] | null }>(
      `select p.oid::regprocedure::text as name, proconfig as settings from pg_proc p where prosecdef
         and pronamespace in ('public'::regnamespace, 'sandbox'::regnamespace)
         and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e') order by 1`,
    );
    expect(rows.length).toBeGreaterThan(30);
    const others = rows.filter(({ settings }) => !settings?.some((one) => /^search_path=\w+, pg_temp$/.test(one)));
    expect(others).toEqual([]);
  });

  test("is for the roles that call it, and not for everybody who can connect", async () => {
    // Triggers are never called by name.
    const { rows } = await client.query<{ name: string }>(
      `select p.oid::regprocedure::text as name from pg_proc p where prosecdef and prorettype <> 'trigger'::regtype
         and pronamespace in ('public'::regnamespace, 'sandbox'::regnamespace)
         and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
         and exists (select 1 from aclexplode(coalesce(proacl, acldefault('f', proowner))) a where a.grantee = 0) order by 1`,
    );
    expect(rows).toEqual([]);
  });

  test("is asked by a policy once a statement, unless it is asked about the row", async () => {
    const { rows } = await client.query<{ policy: string }>(
      `select tablename || ' ' || policyname as policy from pg_policies p where exists (
         select from pg_proc f where f.prosecdef and f.pronargs = 0 and f.pronamespace = 'public'::regnamespace
           and regexp_replace(p.qual, 'SELECT (public\\.)?' || f.proname, '', 'g') ~ ('\\m' || f.proname || '\\(\\)'))`,
    );
    expect(rows).toEqual([]);
    const { rows: asked } = await client.query<{ count: number }>(
      `select count(*)::int from pg_policies where qual like '%SELECT portcullis_on_team()%'`,
    );
    expect(asked[0]?.count).toBeGreaterThan(5);
  });

  test("runs nothing that the portal's login has put in the place of a table", async () => {
    await client.query(`create temp table ran ("as" text); grant all on ran to public;
      create function pg_temp.run() returns uuid language plpgsql as
        $$ begin insert into pg_temp.ran values (current_user); return null; end $$;
      create temp view "StaffMember" as select pg_temp.run() as "personId"; grant select on "StaffMember" to public;
      begin; set local role portcullis_staff; select portcullis_on_team(); commit`);
    expect((await client.query("select * from ran")).rows).toEqual([]);
  });
});
