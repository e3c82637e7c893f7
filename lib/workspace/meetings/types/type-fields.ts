import { z } from "zod";
import { lineOf, textOf, titleText } from "../input-fields";

/** A meeting type as it is entered. */
export const typeFields = {
  name: titleText,
  agenda: textOf(5_000)
    .default("")
    .describe('One item a line: "Finance report (15)" takes 15 minutes; a line that begins with "-" is a break'),
  minutesLong: z.int().min(5).max(1_440).default(60),
  place: lineOf(200).default(""),
  draftsOpen: z.boolean().default(false).describe("Whether everybody invited sees the draft minutes of a new meeting"),
};

export const MOST_TYPES = 50;
