import type { Client } from "pg";
import { DeadlineError, withDeadline } from "@/lib/platform/kernel/with-deadline";
import { connect } from "../postgres/connect";
import { about, type Finding } from "./finding";

const WAIT_MS = 5_000;

/** The worker is woken by notifications. A pooler in transaction mode takes a LISTEN and delivers nothing. */
export async function notificationsFinding(client: Client, url: string): Promise<Finding> {
  const { ok, warning } = about("notifications");
  const listener = await connect(url);
  try {
    await listener.query("listen portcullis_doctor");
    const heard = new Promise((resolve) => listener.once("notification", resolve));
    await client.query("select pg_notify('portcullis_doctor', '')");
    await withDeadline(WAIT_MS, heard);
    return ok("They arrive.");
  } catch (error) {
    if (!(error instanceof DeadlineError)) throw error;
    return warning(
      "The database's notifications don't arrive, so email goes out up to a minute late.",
      "Let the worker's DATABASE_URL point to PostgreSQL itself, not to a pooler in transaction mode.",
    );
  } finally {
    await listener.end();
  }
}
