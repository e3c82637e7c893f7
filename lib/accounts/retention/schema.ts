import { z } from "zod";
import { versionOrNone } from "@/lib/platform/kernel/ids";
import { msg, type Sentence } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

export const eventClasses = ["money", "access", "support", "workspace"] as const;

type EventClass = (typeof eventClasses)[number];

/**
 * How long money and access are kept at least: accounts and what explains them have to be kept for ten years in several countries (in
 * Germany: section 147 of the Abgabenordnung), and who could do what then is part of the explanation.
 */
const LAWFUL_YEARS = 10;

export const MOST_YEARS = 100;

/** The database holds the same in check constraints. */
export const leastYears: Readonly<Record<EventClass, number>> = {
  money: LAWFUL_YEARS,
  access: LAWFUL_YEARS,
  support: 1,
  workspace: 1,
};

export const classWords: Readonly<Record<EventClass, Sentence>> = {
  money: msg("Billing and services"),
  access: msg("People, access, settings and denied attempts"),
  support: msg("Support tickets"),
  workspace: msg("Workspace"),
};

/** Null keeps them for ever. */
export const keptYears = z.object({
  money: z.int().nullable(),
  access: z.int().nullable(),
  support: z.int().nullable(),
  workspace: z.int().nullable(),
});

export type KeptYears = z.infer<typeof keptYears>;

export const retention = keptYears.extend({ version: versionOrNone });

export type Retention = z.infer<typeof retention>;

const message = (least: number) => () =>
  t("Enter a number of years from {least} to {most}, or leave it empty.", { least, most: MOST_YEARS });

const years = (of: EventClass) => {
  const error = message(leastYears[of]);
  return z
    .union(
      [
        z.null(),
        z.literal("").transform(() => null),
        z.coerce.number({ error }).int({ error }).min(leastYears[of], { error }).max(MOST_YEARS, { error }),
      ],
      {
        error,
      },
    )
    .default(null)
    .describe(`Years, at least ${leastYears[of]}; for ever if empty`);
};

export const retentionInput = {
  money: years("money"),
  access: years("access"),
  support: years("support"),
  workspace: years("workspace"),
} satisfies Record<EventClass, unknown>;
