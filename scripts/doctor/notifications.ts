import type { Environment } from "@/lib/platform/config/env";
import { notificationsArrive } from "@/lib/platform/db/notifications-arrive";
import { about, type Finding } from "./finding";

/** The worker is woken by notifications. */
export async function notificationsFinding({ DATABASE_URL, DATABASE_DIRECT_URL }: Environment): Promise<Finding> {
  const { ok, problem } = about("notifications");
  if (await notificationsArrive({ from: DATABASE_URL, to: DATABASE_DIRECT_URL })) return ok("They arrive.");
  return problem(
    "The database's notifications don't arrive, so the worker doesn't start.",
    "Set DATABASE_DIRECT_URL to PostgreSQL itself and the database of DATABASE_URL, not to a pooler.",
  );
}
