import { env } from "@/lib/config/env";
import { openapi } from "@/lib/entrances/openapi";

export const dynamic = "force-dynamic";

export const GET = (): Response => Response.json(openapi(env().PORTAL_URL));
