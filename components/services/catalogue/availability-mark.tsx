import { Status } from "@/components/ui/status";
import type { Availability } from "@/lib/services/catalogue/schema";

const marks = {
  listed: { tone: "success", label: "Listed" },
  hidden: { tone: "warning", label: "Hidden" },
  archived: { tone: "neutral", label: "Archived" },
} as const;

/** Whether customers can see and order a product. */
export function AvailabilityMark({ value }: { value: Availability }) {
  return <Status tone={marks[value].tone}>{marks[value].label}</Status>;
}
