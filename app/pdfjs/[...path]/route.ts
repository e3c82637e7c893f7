import { pdfjsFile } from "@/lib/http/pdfjs-file";

export const dynamic = "force-dynamic";

export async function GET(_: Request, { params }: RouteContext<"/pdfjs/[...path]">): Promise<Response> {
  return pdfjsFile((await params).path);
}
