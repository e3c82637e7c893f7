import { z } from "zod";
import { contentKinds } from "@/lib/platform/files/content-kind";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { oneLine } from "@/lib/platform/kernel/one-line";
import { issue } from "@/lib/platform/language/msg";
import { MOST_PARTICIPANTS } from "@/lib/workspace/core/schema";

export const folderName = z
  .string()
  .overwrite(oneLine)
  .min(1, issue("Enter a name."))
  .max(120, issue("A folder's name can have up to 120 characters."));

export const fileName = z.string().trim().min(1, issue("Enter a name.")).max(200);

export const folderRef = z.object({ id, name: z.string() });

/** Who has access to a folder besides owner and administrators, and from where that comes. */
export const folderAccess = z.object({
  kind: z.enum(["own", "inherited"]),
  from: folderRef.describe("The folder whose list applies"),
  people: z.int().describe("How many are on that list"),
  viewOnly: z.boolean().describe("The people on the list can't download files"),
});

export const folderItem = z.object({
  id,
  name: z.string(),
  files: z.int().describe("How many are in the folder itself"),
  bytes: z.int().describe("What these take, with their earlier versions"),
  access: folderAccess,
  createdAt: isoDateTime,
});

export const fileItem = z.object({
  id,
  name: z.string(),
  folder: folderRef,
  kind: z.enum(contentKinds).describe("By its contents"),
  size: z.int().describe("In bytes"),
  version: z.int(),
  uploadedByName: z.string(),
  updatedAt: isoDateTime.describe("When its contents last changed"),
  mayDownload: z.boolean(),
});

/** What is written in a text file or a PDF. */
export const fileText = z.object({
  state: z.enum(["none", "waiting", "ready", "failed"]),
  text: z.string().describe("As far as it is shown"),
  truncated: z.boolean().describe("The file has more"),
});

export const personRef = z.object({ id, name: z.string() });

/** Of many people, as many are named; all of them are counted. */
export const MOST_NAMED = 500;

/** What would change for people. Owner and administrators see every folder, so they are never among them. */
export const accessChange = z.object({
  lose: z.array(personRef).max(MOST_NAMED),
  loseCount: z.int(),
  gain: z.array(personRef).max(MOST_NAMED),
  gainCount: z.int(),
  files: z.int().describe("How many files it is about, at most 1,000"),
  token: z.string().describe("Send it with the change, which is then refused if the answer has changed meanwhile"),
});

export const contactIds = z.array(id).max(MOST_PARTICIPANTS, issue("Choose up to 500 people."));

export type FolderItem = z.infer<typeof folderItem>;
export type FolderAccessSummary = z.infer<typeof folderAccess>;
export type FileText = z.infer<typeof fileText>;
export type FileItem = z.infer<typeof fileItem>;
export type AccessChange = z.infer<typeof accessChange>;
