import type { z } from "zod";
import type { Permission } from "@/lib/policy/permissions";
import type { Context } from "./operation";

/**
 * The dashboard's parts by name. Each noun that contributes one declares its type next to its implementation
 * (`declare module`), so the result is typed without one place that lists them all.
 */
// biome-ignore lint/suspicious/noEmptyInterface: nouns extend it
export interface DashboardParts {}

/** One part of the dashboard: shown to those who hold the permission, and left out if empty. */
export interface DashboardPart {
  readonly name: string;
  /** For those who can do something about it. */
  readonly permission: Permission;
  readonly schema: z.ZodType;
  load(context: Context<"account">): Promise<unknown>;
}

/** Declares a part; its name, schema and `load` result must match. */
export const defineDashboardPart = <N extends keyof DashboardParts, S extends z.ZodType<DashboardParts[N]>>(part: {
  readonly name: N;
  readonly permission: Permission;
  readonly schema: S;
  load(context: Context<"account">): Promise<z.input<S> | undefined>;
}): DashboardPart => part;
