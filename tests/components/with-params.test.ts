import { describe, expect, it } from "vitest";
import { withParams } from "@/components/ui/with-params";

describe("withParams", () => {
  it("changes one parameter and keeps the others", () => {
    expect(withParams("/list", { q: "a b", page: "3" }, { page: 4 })).toBe("/list?q=a+b&page=4");
  });

  it("drops undefined and empty values, and the question mark with the last one", () => {
    expect(withParams("/list", { q: "", page: "3" }, { page: undefined })).toBe("/list");
  });

  it("keeps every value of a repeated parameter, encoded", () => {
    expect(withParams("/list", { role: ["billing", "a&b=c"] }, {})).toBe("/list?role=billing&role=a%26b%3Dc");
  });
});
