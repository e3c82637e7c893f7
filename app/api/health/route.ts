import { databaseAnswers } from "@/lib/platform/db/health";

export const dynamic = "force-dynamic";

/** 200 while the portal can serve, 503 while its database is unreachable or not migrated. */
export async function GET(): Promise<Response> {
  const ok = await databaseAnswers();
  return Response.json({ ok }, { status: ok ? 200 : 503, headers: { "cache-control": "no-store" } });
}
