import { brandFile } from "@/lib/http/brand-file";

export const dynamic = "force-dynamic";

export async function GET(_: Request, { params }: RouteContext<"/brand/[file]">): Promise<Response> {
  return brandFile((await params).file);
}
