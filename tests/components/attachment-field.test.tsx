import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { AttachmentField } from "@/components/ui/attachments/attachment-field";
import { AttachmentList } from "@/components/ui/attachments/attachment-list";
import { fileSize } from "@/components/ui/file-size";

const upload = { id: "0198c7d0", name: "a.txt", size: 1_500, received: 1_500, complete: true, kind: "file" } as const;

it("sends what was uploaded before, and works without a script", () => {
  const waiting = { uploads: [upload], largestMegabytes: 25, most: 10 };
  const html = renderToStaticMarkup(
    <AttachmentField
      destination={{ url: "/uploads/1", about: { ticketId: "2", note: "true" } }}
      waiting={waiting}
      locale="en-GB"
    />,
  );
  expect(html).toContain('<input type="hidden" name="attachmentIds" value="0198c7d0"/>');
  expect(html).toContain('formAction="/uploads/1?ticketId=2&amp;note=true"');
  expect(html).toContain('formAction="/uploads/1?ticketId=2&amp;note=true&amp;remove=0198c7d0"');
  // The Enter key presses the first button.
  expect(html.indexOf('<button type="submit" hidden=""')).toBe(html.indexOf("<button"));
});

it("shows a picture's small version, and of a held file only why it can't be had", () => {
  const picture = { id: "p", name: "p.png", size: 1, kind: "picture", availability: "ready", thumbnail: true } as const;
  const held = { ...picture, id: "h", availability: "held", thumbnail: false } as const;
  const html = renderToStaticMarkup(<AttachmentList attachments={[picture, held]} href="/files" locale="en-GB" />);
  expect(html).toContain('<a href="/files/p" download="p.png"');
  expect(html).toContain('src="/files/p/thumbnail"');
  expect(html).not.toContain("/files/h");
  expect(html).toContain("Not checked for viruses yet.");
});

it.each([
  [1, "1 byte"],
  [812, "812 bytes"],
  [3_400, "3 kB"],
  [3_400_000, "3.4 MB"],
  [5_000_000_000, "5 GB"],
])("%i bytes are shown as %s", (bytes, text) => {
  expect(fileSize(bytes, "en-GB")).toBe(text);
});
