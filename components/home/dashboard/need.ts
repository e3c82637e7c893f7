import type { LucideIcon } from "lucide-react";
import type { Tone } from "@/components/ui/tone";

/** One thing that waits for the viewer, with the way to it. */
export type Need = {
  key: string;
  icon: LucideIcon;
  tone: Tone;
  /** What waits, with its count. */
  title: string;
  detail?: string;
  href: string;
  /** Direct ways to the first of them. */
  items?: { label: string; href: string }[];
};

export type NeedsContext = { base: string; now: Date; format: { locale: string; timeZone: string } };

export const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
