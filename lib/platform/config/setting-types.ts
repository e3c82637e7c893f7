import { z } from "zod";

export const databaseUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: "must be a URL like postgresql://user:password@host/db",
});

export function wholeNumber(min: number, max: number) {
  const error = `must be a whole number from ${min} to ${max}`;
  return z.coerce.number({ error }).int({ error }).min(min, { error }).max(max, { error });
}

/** The days of a schedule, such as "-3,0,3", sorted and without duplicates. */
export function days(min: number, max: number) {
  const error = `must be comma-separated whole numbers from ${min} to ${max}`;
  return z
    .string()
    .transform((list) =>
      [...new Set(list.split(",").map((day) => Number(day.trim() || Number.NaN)))].sort((a, b) => a - b),
    )
    .refine((all) => all.every((day) => Number.isInteger(day) && day >= min && day <= max), { error });
}

/** Addresses and their departments, such as "help@example.com=support, accounts@example.com=billing". */
export function departments() {
  const one = /^([^\s=,@]+@[^\s=,@]+)=(support|billing|sales)$/;
  return z
    .string()
    .transform((list) => list.split(",").map((part) => one.exec(part.trim().toLowerCase())))
    .refine((parts) => !parts.includes(null), { error: "must be a list like help@example.com=support" })
    .transform(
      (parts) => new Map(parts.map((part) => [part?.[1] ?? "", part?.[2] as "support" | "billing" | "sales"])),
    );
}

export const port = wholeNumber(1, 65_535);

export const logLevel = z.enum(["fatal", "error", "warn", "info", "debug"], {
  error: "must be fatal, error, warn, info or debug",
});
