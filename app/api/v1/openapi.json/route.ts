import { openapi } from "@/lib/http/openapi";
import { env } from "@/lib/platform/config/env";

export const dynamic = "force-dynamic";

export const GET = (): Response => Response.json(openapi(env().PORTAL_URL));
