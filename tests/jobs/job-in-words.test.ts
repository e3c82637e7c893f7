import { expect, it } from "vitest";
import { jobInWords } from "@/lib/jobs/scheduled-jobs";

it("describes what a job did, in singular and plural", () => {
  expect(jobInWords("remind", 1)).toBe("1 reminder sent");
  expect(jobInWords("announce", 37)).toBe("37 invoices emailed");
});
