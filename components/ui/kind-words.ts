import type { IconName } from "@/components/ui/icon-names";
import type { ContentKind as Kind } from "@/lib/platform/files/content-kind";
import { msg, type Sentence } from "@/lib/platform/language/msg";

export const kindWords: Record<Kind, Sentence> = {
  picture: msg("Picture"),
  pdf: msg("PDF document"),
  document: msg("Text document"),
  spreadsheet: msg("Spreadsheet"),
  slides: msg("Presentation"),
  archive: msg("Archive"),
  video: msg("Video"),
  audio: msg("Audio"),
  file: msg("File"),
};

export const kindIcon = (kind: Kind): IconName =>
  kind === "picture" ? "image" : kind === "file" ? "paperclip" : "file-text";
