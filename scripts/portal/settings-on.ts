import { type Environment, readEnvironment } from "@/lib/platform/config/env";

/** The portal's settings, on this database: its login may otherwise come from a file. */
export const settingsOn = (url: string): Environment =>
  readEnvironment({ ...process.env, DATABASE_URL: url, DATABASE_URL_FILE: undefined });
