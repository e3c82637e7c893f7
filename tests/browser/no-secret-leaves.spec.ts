import { globSync } from "node:fs";
import { expect } from "@playwright/test";
import getPort from "get-port";
import { newSecretToken } from "@/lib/platform/kernel/secret-token";
import { ownPortal } from "@/tests/fixtures/browser/own-portal";
import { sessionCookie } from "@/tests/fixtures/browser/session-cookie";
import { test } from "@/tests/fixtures/browser/test";
import { buildTestAccount } from "@/tests/fixtures/browser/test-account";
import { collector } from "@/tests/fixtures/tracing/collector";

/** The addresses with a token in them, of pages and of routes. */
const withToken = globSync("app/**/[[]token[]]/{**/,}{page,route}.ts*").map((file) =>
  `/${file}`.replace(/^\/app|\/\([^)]+\)|\/(?:page|route)\.tsx?$/g, ""),
);

test("no secret of a request gets into traces, logs, metrics or what the database shows", async ({ db }) => {
  const account = await buildTestAccount(db);
  const { name, value } = await sessionCookie(db, account.owner);
  const traces = await collector();
  const metricsPort = String(await getPort({ host: "127.0.0.1" }));
  const logged: string[] = [];
  const portal = await ownPortal({
    environment: {
      NODE_OPTIONS: "--import=./tests/fixtures/tracing/register-sdk.mjs",
      OTEL_EXPORTER_OTLP_ENDPOINT: traces.url,
      METRICS_PORT: metricsPort,
      LOG_LEVEL: "debug",
    },
    onOutput: (words) => logged.push(words),
  });
  const secrets = new Map([["the session's cookie", value]]);
  const secret = (where: string) => {
    const made = newSecretToken();
    secrets.set(where, made);
    return made;
  };
  const ask = async (path: string, init: RequestInit = {}) => {
    await (await fetch(`${portal.url}${path}`, { redirect: "manual", ...init })).text();
  };
  const post = (path: string, body: string, headers: Record<string, string>) =>
    ask(path, { method: "POST", body, headers: { "content-type": "application/json", ...headers } });

  try {
    await portal.start();
    expect(withToken.length).toBeGreaterThan(8);
    for (const route of withToken) {
      const path = route.replace("[accountId]", account.id).replace(/\/\[\.\.\..*$/, "");
      await ask(path.replace("[token]", secret(route)));
      await ask(path.replace("[token]", secret(`${route}, for a script`)), { headers: { RSC: "1" } });
      await ask(`${path.replace("[token]", secret(`${route}, with a slash`))}/`);
    }
    for (const spelled of ["//reset-password/", "/%72eset-password/", "/./reset-password/", "/reset-password//"]) {
      await ask(`${spelled}${secret(spelled)}`);
    }
    const own = { headers: { cookie: `${name}=${value}` } };
    await ask(`/sign-in?callbackUrl=${encodeURIComponent(`/invitation/${secret("where to go after signing in")}`)}`);
    await ask(`/a/${account.id}/invoices?q=${secret("a search of a page")}`, own);
    await ask(`/a/${account.id}?q=${secret("a query without a page")}`);
    await ask("/sign-in", { headers: { referer: `${portal.url}/reset-password/${secret("a referrer")}` } });
    const api = `/api/v1/accounts/${account.id}`;
    await ask(`${api}/invoices?q=${secret("a search of the API")}`, own);
    await ask(`${api}/login-links/${secret("a login link of the API")}`, own);
    await ask(`${api}/invoices`, { headers: { authorization: `Bearer ${secret("a token of the API")}` } });
    await post(`${api}/tickets`, `{"subject": "${secret("a broken body")}`, own.headers);
    await post(`${api}/tickets`, JSON.stringify({ password: secret("a field nobody knows") }), own.headers);
    await post("/api/webhooks/stripe", "{}", { "stripe-signature": `t=1,v1=${secret("a signature")}` });
    await post("/api/auth/callback/credentials", `email=a@b.example&password=${secret("a password")}`, {
      "content-type": "application/x-www-form-urlencoded",
    });

    const read = async () => ({
      traces: traces.got.join("\n"),
      logs: logged.join(""),
      metrics: await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text(),
      "the database": JSON.stringify(
        await db.$queryRaw`select query, application_name from pg_stat_activity where datname = current_database()`,
      ),
    });
    // All of them have something to say by now.
    await expect.poll(async () => (await read()).traces).toContain("/api/auth/callback/credentials");
    const said = await read();
    expect(said.traces).toContain('"http.target":"/reset-password/[redacted]"');
    expect(said.logs).toContain("/reset-password/[redacted]");
    expect(said.metrics).toContain("portcullis_http_requests_total");
    expect(said["the database"]).toMatch(/select/i);
    const told = Object.entries(said).flatMap(([where, words]) =>
      [...secrets].filter(([, one]) => words.includes(one)).map(([what]) => `${where}: ${what}`),
    );
    expect(told).toEqual([]);
  } finally {
    await portal.stop();
    traces.close();
  }
});
