import { z } from "zod";
import { reportSection } from "@/lib/platform/operations/report-part";

export const MOST_PARTS = 20;

export const shownPart = reportSection.extend({ name: z.string(), title: z.string() });

export type ShownPart = z.infer<typeof shownPart>;
