import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { currentLocale } from "@/lib/platform/language/with-language";
import { mostLines } from "@/lib/platform/rendering/download-limits";
import type { ZipPlan } from "./plan-zip";

const MEGABYTE = 1024 * 1024;
/** Of all contents together: little more than a prepared file may have. */
export const MOST_MEGABYTES = 500;

export const bytesOf = ({ files }: Pick<ZipPlan, "files">): number =>
  files.reduce((sum, { file }) => sum + file.size, 0);

/** Why no ZIP file can be made of a plan, or null: known before any contents are read. */
export function zipRefusal(plan: ZipPlan): Problem | null {
  if (plan.more || plan.files.length > mostLines.archive.background) return tooMany();
  const bytes = bytesOf(plan);
  if (bytes > MOST_MEGABYTES * MEGABYTE) return tooLarge(bytes);
  if (plan.files.length > 0) return null;
  if (plan.viewOnly.length > 0) {
    return new Problem("conflict", t("These files are view only: they can be read, but not downloaded."));
  }
  if (plan.held.length > 0) {
    return new Problem("conflict", t("These files wait for a virus scan. Try again in a few minutes."));
  }
  return new Problem("conflict", t("There are no files here to download."));
}

const tooMany = (): Problem =>
  new Problem(
    "invalid",
    t("A ZIP file can have up to {count} files. Choose a smaller folder or fewer files.", {
      count: mostLines.archive.background.toLocaleString(currentLocale()),
    }),
  );

const tooLarge = (bytes: number): Problem =>
  new Problem(
    "invalid",
    t(
      "These files have {size} MB together. A ZIP file can have up to {most} MB. Choose a smaller folder or fewer files.",
      {
        size: Math.ceil(bytes / MEGABYTE).toLocaleString(currentLocale()),
        most: MOST_MEGABYTES,
      },
    ),
  );
