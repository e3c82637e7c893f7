import { z } from "zod";
import { id, version } from "@/lib/platform/kernel/ids";
import { oneLine } from "@/lib/platform/kernel/one-line";
import { issue } from "@/lib/platform/language/msg";

export const interestId = id;
export const interestVersion = version;

const day = z.iso.date();

/** An interest may be older than the portal, but no older than anybody who has it. */
const enteredDay = day.refine(
  (text) => text >= "1900-01-01" && text <= "2199-12-31",
  issue("Choose a date between 1900 and 2199."),
);

export const interestInput = {
  organisation: z
    .string()
    .overwrite(oneLine)
    .min(1, issue("Enter the name of the organisation."))
    .max(120, issue("A name can have up to 120 characters.")),
  nature: z
    .string()
    .overwrite(oneLine)
    .min(1, issue("Say what the interest is."))
    .max(300, issue("Use up to 300 characters."))
    .describe("Such as director, shareholder, or a relative's employer"),
  from: enteredDay,
  to: enteredDay.nullable().default(null).describe("The last day; null while it continues"),
};

export const interestItem = z.object({
  id,
  personName: z.string(),
  mine: z.boolean(),
  organisation: z.string(),
  nature: z.string(),
  from: day,
  to: day.nullable(),
  current: z.boolean(),
  version: z.int(),
});

export type InterestItem = z.infer<typeof interestItem>;
