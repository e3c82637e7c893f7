import type { z } from "zod";
import type { Permission } from "@/lib/policy/permissions";
import type { Context } from "./operation";

/**
 * What the dashboard may hold, by name. Each noun that contributes a part adds its own line beside its declaration
 * (`declare module`), so the answer is typed without one place that knows them all.
 */
// biome-ignore lint/suspicious/noEmptyInterface: nouns add to it
export interface DashboardParts {}

/** One part of the dashboard: shown to those who hold the permission, and left out where there is nothing to show. */
export interface DashboardPart {
  readonly name: string;
  /** Of those who can do something about it. */
  readonly permission: Permission;
  readonly schema: z.ZodType;
  load(context: Context<"account">): Promise<unknown>;
}

/** Declares a part; its name, its schema and what `load` returns have to fit together. */
export const defineDashboardPart = <N extends keyof DashboardParts, S extends z.ZodType<DashboardParts[N]>>(part: {
  readonly name: N;
  readonly permission: Permission;
  readonly schema: S;
  load(context: Context<"account">): Promise<z.input<S> | undefined>;
}): DashboardPart => part;
