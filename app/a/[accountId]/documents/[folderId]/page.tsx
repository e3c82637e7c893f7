import type { Metadata } from "next";
import { accountPage } from "@/app/page-context";
import { t } from "@/lib/platform/language/t";
import { viewFolder } from "@/lib/workspace/documents/view-folder";
import { folderView } from "../folder-view";

export const generateMetadata = (): Metadata => ({ title: t("Folder") });

export default accountPage(async (page) => {
  const view = await page.execute(viewFolder, { folderId: page.params.folderId });
  return folderView(page, view);
});
