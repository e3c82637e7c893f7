import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { t } from "@/lib/platform/language/t";
import { viewFolder } from "@/lib/workspace/documents/view-folder";
import { folderView } from "./folder-view";
import { foundView } from "./found-view";

export const generateMetadata = (): Metadata => ({ title: t("Documents") });

export default accountPage(async (page) => {
  const view = await page.execute(viewFolder, {});
  return page.search.q ? foundView(page, page.search.q) : folderView(page, view);
});
