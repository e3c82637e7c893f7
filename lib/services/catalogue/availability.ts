import type { Availability } from "./schema";

interface Columns {
  readonly active: boolean;
  readonly hidden: boolean;
}

export const availabilityOf = ({ active, hidden }: Columns): Availability =>
  active ? (hidden ? "hidden" : "listed") : "archived";

/** The columns of an availability; an archived product is hidden again when it is restored. */
export const columnsOf = (availability: Availability): Columns => ({
  active: availability !== "archived",
  hidden: availability !== "listed",
});
