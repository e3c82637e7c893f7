import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readCommandEnvironment, readEnvironment } from "@/lib/platform/config/env";
import { secretSettings } from "@/lib/platform/config/given-settings";
import { LARGEST_FILE_BODY } from "@/lib/platform/kernel/file-input";
import { programOf } from "@/scripts/portal/compile-programs";
import { programs } from "@/scripts/process/programs";
import { settingNames } from "@/tests/fixtures/setting-names";
import { copiedPlaces, execForm, imageInstructions } from "./container-image";

/** Read by Node and Next themselves. */
const outside = new Set(["NODE_ENV", "NEXT_TELEMETRY_DISABLED"]);
/** A file of the checkout, or one that `npm run build` makes. */
const isThere = (file: string) => built.includes(file) || existsSync(file);
const built = [programOf("server"), programOf("worker"), programOf("mail-in")];
const isSetting = (name: string) => outside.has(name) || settingNames.has(name.replace(/_FILE$/, ""));

describe("the image", () => {
  test("runs as a user without rights, and without a shell", () => {
    const keywords = imageInstructions().map((one) => one.getKeyword());
    const user = imageInstructions().find((one) => one.getKeyword() === "USER");
    expect(user?.getRawArgumentsContent()).toBe("10001");
    expect(keywords.indexOf("USER")).toBeLessThan(keywords.indexOf("ENTRYPOINT"));
    // A RUN in this stage would need a shell, and leave files that no build step made.
    expect(keywords).not.toContain("RUN");
    expect([...execForm("ENTRYPOINT"), ...execForm("CMD")]).toEqual(["node", ...programs.server]);
    expect(execForm("HEALTHCHECK").slice(0, 2)).toEqual(["node", "scripts/probe.mjs"]);
  });

  test("holds what its commands name, and nothing that isn't in the checkout", () => {
    const places = copiedPlaces();
    for (const place of places.filter((one) => one !== ".next" && one !== "/files"))
      expect(existsSync(place), place).toBe(true);
    const commands = ["./scripts/register.mjs", ...execForm("CMD"), ...execForm("HEALTHCHECK").slice(1, 2)];
    for (const command of commands) {
      expect(isThere(command), command).toBe(true);
      expect(places).toContain(command.replace("./", "").split("/")[0]);
    }
  });

  test("has the Node that the checkout is tested with", () => {
    const { devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(readFileSync("Dockerfile", "utf8")).toContain(`NODE_IMAGE=node:${devDependencies.node}-`);
  });

  test("never takes secrets or local data into the build", () => {
    const ignored = readFileSync(".dockerignore", "utf8").split("\n");
    for (const entry of [".env", ".env.*", ".data", "secrets", ".git"]) expect(ignored).toContain(entry);
  });
});

describe("compose.yaml", () => {
  const { services, secrets } = parse(readFileSync("compose.yaml", "utf8"), { merge: true });
  const ours = ["migrate", "portal", "worker", "mail-in"];

  test("migrates once before anything else starts", () => {
    expect(Object.keys(services)).toEqual(["database", ...ours]);
    expect(services.database.image).toBe("postgres:18");
    expect(services.migrate.depends_on).toEqual({ database: { condition: "service_healthy" } });
    expect(services.migrate.restart).toBe("no");
    for (const name of ["portal", "worker", "mail-in"]) {
      expect(services[name].depends_on).toEqual({ migrate: { condition: "service_completed_successfully" } });
    }
    for (const name of ["migrate", "worker", "mail-in"]) expect(isThere(services[name].command[0])).toBe(true);
  });

  test.each(ours)("gives %s no writable folder, no rights and no secret in its environment", (name) => {
    expect(services[name]).toMatchObject({
      read_only: true,
      tmpfs: ["/tmp"],
      cap_drop: ["ALL"],
      security_opt: ["no-new-privileges:true"],
    });
    const { environment } = services[name];
    for (const variable of Object.keys(environment)) expect(isSetting(variable), variable).toBe(true);
    expect(environment).not.toHaveProperty("PORTAL_SECRET");
    expect(environment).not.toHaveProperty("DATABASE_URL");
    for (const secret of services[name].secrets) expect(secrets).toHaveProperty(secret);
  });

  test("starts email for the support desk only when asked to", () => {
    const optional = Object.entries(services as Record<string, { profiles?: string[] }>);
    expect(optional.filter(([, { profiles }]) => profiles !== undefined).map(([name]) => name)).toEqual(["mail-in"]);
  });

  test("publishes the portal and its mail port to this machine only, and its metrics to nobody", () => {
    const published = Object.values(services as Record<string, { ports?: string[] }>).flatMap(
      ({ ports = [] }) => ports,
    );
    expect(published).toEqual(["127.0.0.1:3000:3000", "127.0.0.1:2525:2525"]);
  });
});

describe("the systemd units", () => {
  const units = readdirSync("deploy/systemd").map((name) => ({
    name,
    text: readFileSync(`deploy/systemd/${name}`, "utf8"),
  }));

  test.each(units.filter(({ name }) => name.endsWith(".service")))(
    "$name runs a file of the checkout or its build, confined",
    ({ text }) => {
      const [, command] = /scripts\/register\.mjs (\S+)/.exec(text) ?? [];
      expect(command && isThere(command), command).toBe(true);
      for (const line of ["NoNewPrivileges=yes", "ProtectSystem=strict", "User=portcullis", "CapabilityBoundingSet="]) {
        expect(text).toContain(line);
      }
      for (const [, name = ""] of text.matchAll(/(?:^Environment=| )([A-Z_]+)=/gm))
        expect(isSetting(name), name).toBe(true);
    },
  );

  test.each(["server", "worker", "mailIn"] as const)("start the %s as npm does", (name) => {
    const command = `/node ${programs[name].join(" ")}`;
    expect(units.filter(({ text }) => text.includes(command))).toHaveLength(1);
  });

  test.skipIf(spawnSync("systemd-analyze", ["--version"]).status !== 0)("systemd accepts them", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "portcullis-units-"));
    // Programs and folders that only exist where it is installed.
    for (const { name, text } of units) {
      writeFileSync(
        path.join(folder, name),
        text.replaceAll(/\/opt\/portcullis\/node_modules\/\.bin\/node/g, "/usr/bin/env"),
      );
    }
    const files = units.map(({ name }) => path.join(folder, name));
    const { status, stderr } = spawnSync("systemd-analyze", ["verify", ...files], { encoding: "utf8" });
    rmSync(folder, { recursive: true });
    expect([status, stderr]).toEqual([0, ""]);
  });
});

describe("the proxy examples", () => {
  test.each(["Caddyfile", "nginx.conf"])(
    "%s pass on the request id, trust one hop, keep probes inside and let files through",
    (name) => {
      const text = readFileSync(`deploy/${name}`, "utf8");
      expect(text).toMatch(/X-Request-Id/);
      expect(text).toMatch(/TRUSTED_PROXY_HOPS=1/);
      expect(text).toMatch(/livez/);
      // The portal says itself what is too large. nginx has a limit of 1 MB unless told otherwise.
      const limits = [...text.matchAll(/(?:client_max_body_size|max_size) (\d+)m?b?;?$/gim)].map(([, size]) =>
        Number(size),
      );
      expect(limits).toEqual(name === "nginx.conf" ? [2, 0] : []);
      expect(2_000_000).toBeGreaterThan(LARGEST_FILE_BODY);
    },
  );
});

describe("a secret in a file", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "portcullis-secrets-"));
  const file = path.join(folder, "secret");
  const url = "postgresql://portal:word@db.example/portal";
  const secret = "n3J8v0qkY1pXr5tZ7wB2dF4hL6mC9sAe";

  test.each(["DATABASE_URL", "PORTAL_SECRET", "SMTP_URL"] as const)("sets %s, without the line end", (name) => {
    const values = { DATABASE_URL: url, PORTAL_SECRET: secret, SMTP_URL: "smtps://mailer:pass@mail.example" };
    const { [name]: hidden, ...others } = values;
    writeFileSync(file, `${hidden}\n`);
    expect(readEnvironment({ ...others, [`${name}_FILE`]: file, PORTAL_MODE: "production" })[name]).toBe(hidden);
  });

  test("may be each that is a password, a key or a URL with a password, and the guide names them all", () => {
    const open = ["PORTAL_URL", "STRIPE_API_URL", "STRIPE_PUBLISHABLE_KEY", "TEST_DATABASE_URL"];
    const hidden = [...settingNames].filter((name) => /(SECRET|KEYS?|_URL)$/.test(name) && !open.includes(name));
    expect([...secretSettings].sort()).toEqual(hidden.sort());
    const [, guide = ""] = /^## Secrets in files\n(.*?)^## /ms.exec(readFileSync("docs/configure.md", "utf8")) ?? [];
    expect(hidden.filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
  });

  test("is read by commands too", () => {
    writeFileSync(file, url);
    expect(readCommandEnvironment({ DATABASE_URL_FILE: file }).DATABASE_URL).toBe(url);
  });

  test("can't be read, is given twice or is not valid: one sentence without the secret", () => {
    const production = { DATABASE_URL: url, PORTAL_MODE: "production" };
    const read = (more: Record<string, string>) => () => readEnvironment({ ...production, ...more });
    expect(read({ PORTAL_SECRET_FILE: `${folder}/none` })).toThrow(
      /^PORTAL_SECRET_FILE is .*none, which can't be read \(ENOENT\)\.$/,
    );
    writeFileSync(file, secret);
    expect(read({ PORTAL_SECRET_FILE: file, PORTAL_SECRET: secret })).toThrow(
      "Set PORTAL_SECRET or PORTAL_SECRET_FILE, not both.",
    );
    writeFileSync(file, "short");
    expect(read({ PORTAL_SECRET_FILE: file })).toThrow("PORTAL_SECRET must have at least 32 characters");
  });
});

test("metrics never share the public port", () => {
  const read = (more: Record<string, string>) => () =>
    readEnvironment({ DATABASE_URL: "postgresql://db/portal", PORTAL_MODE: "development", ...more });
  expect(read({ PORT: "8080", METRICS_PORT: "8080" })).toThrow("METRICS_PORT must differ from PORT");
  expect(read({ METRICS_PORT: "9464", WORKER_METRICS_PORT: "9464" })).toThrow("WORKER_METRICS_PORT must differ");
});
