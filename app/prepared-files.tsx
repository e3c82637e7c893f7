import type { ReactNode } from "react";
import { PreparedFiles, type PreparedFilesProps } from "@/components/home/exports/prepared-files";
import { deleteExport } from "@/lib/home/exports/delete-export";
import { listExports } from "@/lib/home/exports/list-exports";
import type { ExportOperation } from "@/lib/platform/rendering/define-export";
import type { PageContext } from "./page-context";

interface Wanted {
  /** Of the button: "Prepare CSV". Without it they are only listed. */
  readonly label?: string;
  // biome-ignore lint/suspicious/noExplicitAny: as with AnyOperation, run is contravariant in its input
  readonly operation: ExportOperation<any, any, any>;
  /** What the page shows, as the input of the file. */
  readonly input: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** The page's files that are prepared in the background, with buttons for those the viewer may request. */
export async function preparedFiles(
  { execute, may, action, actor }: PageContext,
  accountId: string | null,
  wanted: readonly Wanted[],
  words: Pick<PreparedFilesProps, "title" | "description" | "empty"> = {},
): Promise<ReactNode> {
  const offered = wanted.filter(({ operation }) => may(operation));
  if (offered.length === 0 || !may(listExports)) return null;
  const operations = wanted.map(({ operation }) => operation.name);
  const { items } = await execute(listExports, { account: accountId, operations });
  return (
    <PreparedFiles
      {...words}
      files={items}
      prepare={offered.flatMap(({ label, operation, input }) =>
        label === undefined
          ? []
          : {
              label,
              action: action(operation.prepare),
              hidden: Object.fromEntries(
                Object.entries(input).filter(([, value]) => value !== undefined && value !== ""),
              ),
            },
      )}
      deleteAction={action(deleteExport)}
      format={actor}
    />
  );
}
