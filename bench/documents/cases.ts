/** One thing that somebody does with documents. */
export interface DocumentCase {
  readonly does: string;
  readonly email: string;
  readonly operation: string;
  /** `folder` and `file` stand for the ids of ones that both can open. */
  readonly input: Readonly<Record<string, unknown>>;
}

const does: readonly Omit<DocumentCase, "email">[] = [
  { does: "list a folder", operation: "documents.list", input: { folderId: "folder" } },
  { does: "list a folder by name", operation: "documents.list", input: { folderId: "folder", sort: "name" } },
  { does: "list the folders at the top", operation: "folders.list", input: {} },
  { does: "list the folders in a folder", operation: "folders.list", input: { folderId: "folder" } },
  { does: "open a folder", operation: "folders.view", input: { folderId: "folder" } },
  { does: "open a file", operation: "documents.view", input: { documentId: "file" } },
  { does: "search for one file", operation: "documents.list", input: { q: "report 0004210" } },
  { does: "search for what isn't there", operation: "documents.list", input: { q: "no such thing" } },
  { does: "search everything for one file", operation: "search.find", input: { q: "report 0004210" } },
  { does: "who can open a folder", operation: "folders.who-can-open", input: { folderId: "folder" } },
];

/** Each as somebody who sees every folder, and as somebody who sees those whose list they are on. */
export const documentCases: readonly DocumentCase[] = ["owner@northwind.example", "billing@northwind.example"].flatMap(
  (email) => does.map((one) => ({ ...one, email })),
);
