import type { IconName } from "@/components/ui/icon-names";
import { msg, type Sentence } from "@/lib/platform/language/msg";

export const kindWords = {
  picture: msg("Picture"),
  pdf: msg("PDF document"),
  document: msg("Text document"),
  spreadsheet: msg("Spreadsheet"),
  slides: msg("Presentation"),
  archive: msg("Archive"),
  video: msg("Video"),
  audio: msg("Audio"),
  file: msg("File"),
} as const satisfies Record<string, Sentence>;

type Kind = keyof typeof kindWords;

export const kindIcon = (kind: Kind): IconName =>
  kind === "picture" ? "image" : kind === "file" ? "paperclip" : "file-text";
