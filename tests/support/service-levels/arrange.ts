import { type Day, days } from "@/lib/support/service-levels/schema";

const closed = { opens: "", closes: "" };

/** Monday to Friday from 9 to 17, without holidays. */
export const hours = (timeZone = "UTC", holidays = "") => ({
  timeZone,
  holidays,
  ...(Object.fromEntries(
    days.map((day, index) => [day, index < 5 ? { opens: "09:00", closes: "17:00" } : closed]),
  ) as Record<Day, typeof closed>),
});
