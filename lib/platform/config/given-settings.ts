import { readFileSync } from "node:fs";
import { EnvironmentError } from "./environment-error";

export type Source = Readonly<Record<string, string | undefined>>;

/** What a file can hold instead of the variable: NAME_FILE names the file, as container secrets are delivered. */
export const secretSettings = [
  "DATABASE_URL",
  "DATABASE_DIRECT_URL",
  "DATABASE_REPLICA_URL",
  "DATABASE_MIGRATION_URL",
  "PORTAL_SECRET",
  "KEYS",
  "SMTP_URL",
  "MAIL_IN_IMAP_URL",
  "STRIPE_SECRET_KEY",
  "STRIPE_WEBHOOK_SECRET",
  "FILES_S3_SECRET_ACCESS_KEY",
  "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY",
] as const;

/** The settings that were given, with secrets read from their files. An empty variable counts as unset. */
export function givenSettings(source: Source): Source {
  const settings = withoutEmpty(source);
  const fromFiles = secretSettings.flatMap((name) => {
    const file = settings[`${name}_FILE`];
    if (file === undefined) return [];
    if (settings[name] !== undefined) throw new EnvironmentError(`Set ${name} or ${name}_FILE, not both.`);
    return [[name, readSecret(name, file)]];
  });
  return withoutEmpty({ ...settings, ...Object.fromEntries(fromFiles) });
}

function readSecret(name: string, file: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new EnvironmentError(`${name}_FILE is ${file}, which can't be read (${code}).`);
  }
}

export function withoutEmpty(source: Source): Source {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
}
