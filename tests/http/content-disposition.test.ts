import { describe, expect, it } from "vitest";
import { contentDisposition } from "@/lib/http/content-disposition";

describe("the name of a downloaded file", () => {
  it.each([
    ["invoice-1.pdf", 'attachment; filename="invoice-1.pdf"'],
    ["a b.txt", "attachment; filename=\"a_b.txt\"; filename*=UTF-8''a%20b.txt"],
    ["Ärger's (1).txt", "attachment; filename=\"Arger_s__1_.txt\"; filename*=UTF-8''%C3%84rger%27s%20%281%29.txt"],
    [
      'x"; filename="y.exe',
      "attachment; filename=\"x___filename__y.exe\"; filename*=UTF-8''x%22%3B%20filename%3D%22y.exe",
    ],
    ["写真.png", "attachment; filename=\"__.png\"; filename*=UTF-8''%E5%86%99%E7%9C%9F.png"],
  ])("%j is sent in plain letters, and as it is", (name, header) => {
    expect(contentDisposition("attachment", name)).toBe(header);
  });
});
