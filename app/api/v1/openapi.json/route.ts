import { openapi } from "@/lib/http/openapi";
import { staticAnswer } from "@/lib/http/static-answer";
import { currentBrand } from "@/lib/platform/brand/current-brand";
import { env } from "@/lib/platform/config/env";

export const dynamic = "force-dynamic";

const document = staticAnswer(
  "application/json",
  (company) => JSON.stringify(openapi(env().PORTAL_URL, company)),
  async () => (await currentBrand()).name,
);

export const GET = (request: Request): Promise<Response> => document(request);
