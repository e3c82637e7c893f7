import { expect, it } from "vitest";
import { jobInWords } from "@/lib/jobs/scheduled-jobs";

it("says what a job did, for one and for more", () => {
  expect(jobInWords("remind", 1)).toBe("1 reminder sent");
  expect(jobInWords("announce", 37)).toBe("37 invoices emailed");
});
