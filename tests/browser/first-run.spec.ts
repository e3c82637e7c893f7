import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { expect, test } from "@playwright/test";
import getPort from "get-port";
import { Client } from "pg";
import { programs } from "@/scripts/process/programs";
import { newLogin, type PortalLogin } from "@/tests/fixtures/portal-login";

const server = process.env.PORTAL_TEST_DATABASE_URL ?? "";
const password = "correct horse battery";

interface EmptyPortal {
  readonly databaseUrl: string;
  readonly login: PortalLogin;
  readonly address: string;
  readonly env: Record<string, string>;
}

let portal: EmptyPortal;
test.beforeEach(async () => {
  const name = `portcullis_first_run_${randomBytes(6).toString("hex")}`;
  await query(server, `create database ${name}`);
  const databaseUrl = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  const login = newLogin(databaseUrl);
  const port = await getPort({ host: "127.0.0.1" });
  const address = `http://localhost:${port}`;
  const env = {
    ...{ PORTAL_MODE: "", NODE_ENV: "", SMTP_URL: "", DATABASE_MIGRATION_URL: databaseUrl, DATABASE_URL: login.url },
    ...{ PORTAL_URL: address, PORT: String(port), PORTAL_SECRET: randomBytes(32).toString("base64") },
  };
  portal = { databaseUrl, login, address, env };
});
test.afterEach(async () => {
  await portal.login.drop();
  await query(server, `drop database ${new URL(portal.databaseUrl).pathname.slice(1)} with (force)`);
});

test("an empty database becomes a portal with a manager, through the printed link", async ({ page }) => {
  test.setTimeout(600_000);
  expect((await run("migrate")).code).toBe(0);
  const started = begin("start");
  try {
    await expect.poll(started.output, { timeout: 180_000 }).toMatch(/\/setup\/[\w-]{43}/);
    const [link = ""] = /http:\S+\/setup\/[\w-]{43}/.exec(started.output()) ?? [];
    await page.goto(link);
    await page.getByLabel("Your name").fill("Ana Lopez");
    await page.getByLabel("Email address").fill("ana@host.example");
    await page.getByLabel("Password").fill("ana@host.example");
    await page.getByLabel("Company name").fill("Host Ltd");
    await page.getByLabel("Address", { exact: true }).fill("1 Main Street\nDublin 2");
    await page.getByLabel("Country").selectOption("IE");
    await page.getByRole("button", { name: "Set up the portal" }).click();
    await expect(page.getByText("This is too close to your name or email address.").first()).toBeVisible();
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Set up the portal" }).click();
    await expect(page).toHaveURL(`${portal.address}/staff/accounts`);

    for (const gone of [link, `${portal.address}/setup/x`]) expect((await page.goto(gone))?.status()).toBe(404);
    await page.goto(`${portal.address}/staff/billing-setup`);
    await expect(page.getByLabel("Company name")).toHaveValue("Host Ltd");
  } finally {
    await started.stop();
  }
});

test("an empty database becomes a portal with a manager, by commands alone", async ({ page }) => {
  test.setTimeout(600_000);
  expect((await run("migrate")).code).toBe(0);
  const given = ["--email", "ana@host.example", "--name", "Ana Lopez", "--password-stdin"];
  const set = await run("setup", given, `${password}\n`);
  expect(set).toEqual({ code: 0, output: expect.stringContaining(`Sign in at ${portal.address}/sign-in`) });
  const started = begin("start");
  try {
    const status = () =>
      fetch(`${portal.address}/readyz`).then(
        ({ status }) => status,
        () => 0,
      );
    await expect.poll(status, { timeout: 180_000 }).toBe(200);
    await page.goto(`${portal.address}/sign-in`);
    await page.getByLabel("Email address").fill("ana@host.example");
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL(`${portal.address}/staff/accounts`);
    expect(started.output()).not.toContain("/setup/");
  } finally {
    await started.stop();
  }
});

function begin(command: string, args: string[] = []) {
  const child: ChildProcess = spawn(process.execPath, [...programs.script, `scripts/${command}.ts`, ...args], {
    env: { ...process.env, ...portal.env } as unknown as NodeJS.ProcessEnv,
    stdio: "pipe",
  });
  const pieces: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (piece) => pieces.push(piece));
  const closed = once(child, "close");
  return {
    child,
    closed,
    output: () => Buffer.concat(pieces).toString(),
    async stop() {
      child.kill("SIGTERM");
      await closed;
    },
  };
}

async function run(command: string, args: string[] = [], input = "") {
  const { child, closed, output } = begin(command, args);
  child.stdin?.end(input);
  const [code] = await closed;
  return { code, output: output() };
}

async function query(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
