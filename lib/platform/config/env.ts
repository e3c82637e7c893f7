import type { z } from "zod";
import { EnvironmentError } from "./environment-error";
import { givenSettings, type Source, withoutEmpty } from "./given-settings";
import { commandSettings, portalSettings } from "./portal-settings";
import { logLevel } from "./setting-types";

const publicSecret = /^(demo|development|test|example|change)/i;
const developmentSecret = "development-secret-that-production-refuses";

const completedSettings = portalSettings.transform((settings) => ({
  ...settings,
  PORTAL_URL: settings.PORTAL_URL ?? `http://localhost:${settings.PORT}`,
  DATABASE_DIRECT_URL: settings.DATABASE_DIRECT_URL ?? settings.DATABASE_URL,
  MAIL_FROM: settings.MAIL_FROM ?? `"${settings.COMPANY_NAME.replaceAll('"', "")}" <portal@portcullis.example>`,
}));

export type Environment = z.infer<typeof completedSettings>;
export type CommandEnvironment = z.infer<typeof commandSettings>;

let current: Environment | undefined;

/**
 * The settings of the running portal or worker. Read on first use rather than on import: the build imports
 * everything and has no settings.
 *
 * @throws EnvironmentError
 */
export function env(): Environment {
  current ??= readEnvironment(process.env);
  return current;
}

/** Rereads the settings on next use: for tests, which share a process and have their own settings. */
export function forgetEnvironment(): void {
  current = undefined;
}

/**
 * Checks the settings of a portal process. An empty variable counts as unset. Production requires its own database
 * and secret; elsewhere a known secret is the default.
 *
 * @throws EnvironmentError
 */
export function readEnvironment(source: Source): Environment {
  const set = givenSettings(source);
  const mode = set.PORTAL_MODE ?? (set.NODE_ENV === "production" ? "production" : "development");
  const secret = set.PORTAL_SECRET ?? (mode === "production" ? undefined : developmentSecret);
  const settings = check(completedSettings, { ...set, PORTAL_MODE: mode, PORTAL_SECRET: secret });
  requireOwnPort(settings);
  if (settings.DATABASE_POOLER && !set.DATABASE_DIRECT_URL) {
    throw new EnvironmentError("DATABASE_DIRECT_URL is missing: DATABASE_POOLER needs it, see .env.example.");
  }
  requireWhole(settings, ["STRIPE_SECRET_KEY", "STRIPE_PUBLISHABLE_KEY", "STRIPE_WEBHOOK_SECRET"]);
  requireWhole(settings, ["FILES_S3_ACCESS_KEY_ID", "FILES_S3_SECRET_ACCESS_KEY"]);
  if (settings.PORTAL_MODE === "production" && publicSecret.test(settings.PORTAL_SECRET)) {
    throw new EnvironmentError(
      "PORTAL_SECRET is a publicly known sample. Set one of your own in production, see .env.example.",
    );
  }
  if (settings.PORTAL_MODE === "production" && settings.MAIL_IN_DNS_FILE) {
    throw new EnvironmentError("MAIL_IN_DNS_FILE is for demos and tests: production asks DNS, see .env.example.");
  }
  return settings;
}

/** Metrics are for the machine's own network, so they never share the public port. */
function requireOwnPort({ PORT, METRICS_PORT, WORKER_METRICS_PORT }: Environment): void {
  if (METRICS_PORT === PORT) throw new EnvironmentError("METRICS_PORT must differ from PORT: see .env.example.");
  if (METRICS_PORT === undefined || METRICS_PORT !== WORKER_METRICS_PORT) return;
  throw new EnvironmentError("WORKER_METRICS_PORT must differ from METRICS_PORT: see .env.example.");
}

/** Settings that are only valid together. */
function requireWhole(settings: Environment, names: readonly (keyof Environment)[]): void {
  const missing = names.filter((name) => settings[name] === undefined);
  if (missing.length === 0 || missing.length === names.length) return;
  throw new EnvironmentError(missing.map((name) => `${name} is missing: see .env.example.`).join("\n"));
}

/** How to log: also for reporting that the other settings are wrong. */
export function logSettings(source: Source = process.env): { level: string; production: boolean } {
  const { LOG_LEVEL, PORTAL_MODE, NODE_ENV } = withoutEmpty(source);
  const production = (PORTAL_MODE ?? NODE_ENV) === "production";
  return { level: logLevel.safeParse(LOG_LEVEL).data ?? (production ? "info" : "warn"), production };
}

/** Checks the settings of a command that starts or tests a portal, before it has a database. */
export function readCommandEnvironment(source: Source = process.env): CommandEnvironment {
  return check(commandSettings, givenSettings(source));
}

function check<Settings>(schema: z.ZodType<Settings>, source: Source): Settings {
  const result = schema.safeParse(source);
  if (result.success) return result.data;
  throw new EnvironmentError(result.error.issues.map((issue) => sentence(issue, source)).join("\n"));
}

function sentence(issue: z.core.$ZodIssue, source: Source): string {
  const name = String(issue.path[0]);
  const problem = source[name] === undefined ? "is missing" : issue.message;
  return `${name} ${problem}: see .env.example.`;
}
