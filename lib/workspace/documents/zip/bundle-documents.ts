import { ArchiveNames } from "@/lib/platform/files/archive-names";
import { Bundle, type BundledFile } from "@/lib/platform/kernel/bundle";
import { t } from "@/lib/platform/language/t";
import { nameOfFolder } from "../folder-record";
import type { ZipDocument, ZipPlan } from "./plan-zip";

/** Types that are compressed already. */
const DENSE = /^(?:image|video|audio)\/|zip|pdf|7z|officedocument|opendocument/;

/** The files of a plan, each with its path, and what is said about those that are missing. */
export function bundleDocuments(plan: ZipPlan): Bundle {
  const root = new Place("");
  const note = root.names.file(t("Not included.txt"));
  const places = new Map<string, Place>();
  for (const { id, name, parentId } of plan.folders) {
    const above = parentId === null ? root : (places.get(parentId) ?? root);
    places.set(id, new Place(`${above.path}${above.names.folder(name)}/`));
  }
  const files = plan.files.map((file) => bundled(file, places.get(file.folderId) ?? root));
  return new Bundle(files, { path: note, lines: linesOf(plan), refused: t("You could no longer open these files:") });
}

class Place {
  readonly names = new ArchiveNames();
  constructor(readonly path: string) {}
}

const bundled = ({ id, name, version, fileId, updatedAt, file }: ZipDocument, place: Place): BundledFile => ({
  path: place.path + place.names.file(name),
  changedAt: updatedAt,
  compress: !DENSE.test(file.contentType ?? ""),
  operation: "documents.download",
  input: { documentId: id, version },
  contentsId: fileId,
});

function linesOf({ viewOnly, held }: ZipPlan): string[] {
  return [
    ...listed(
      t("These files are in folders that are view only. They can be read in the portal, but not downloaded:"),
      viewOnly,
    ),
    ...listed(t("These files wait for a virus scan, or were removed because of a virus:"), held),
  ];
}

const listed = (sentence: string, files: readonly ZipDocument[]): string[] =>
  files.length === 0 ? [] : [sentence, ...files.map(({ name, folder }) => `- ${nameOfFolder(folder)}: ${name}`), ""];
