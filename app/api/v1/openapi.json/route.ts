import { openapi } from "@/lib/http/openapi";
import { staticAnswer } from "@/lib/http/static-answer";
import { env } from "@/lib/platform/config/env";

export const dynamic = "force-dynamic";

const document = staticAnswer("application/json", () => JSON.stringify(openapi(env().PORTAL_URL)));

export const GET = (request: Request): Promise<Response> => document(request);
