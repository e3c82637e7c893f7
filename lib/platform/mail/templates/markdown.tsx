import { Section } from "@react-email/section";
import { renderMarkdown } from "@/lib/platform/kernel/markdown/render-markdown";
import { colours } from "./appearance";

/** Text in Markdown within a mail. Mail programs know no style sheet of ours, so each mark carries its own style. */
export const MailMarkdown = ({ text }: { text: string }) => (
  <Section>
    <div
      className="mail-ink"
      style={{ fontSize: "15px", lineHeight: "23px", color: colours.ink }}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: renderMarkdown encodes what was typed
      dangerouslySetInnerHTML={{ __html: styled(renderMarkdown(text)) }}
    />
  </Section>
);

const styles: Readonly<Record<string, string>> = {
  p: "margin:0 0 14px",
  ul: "margin:0 0 14px;padding-left:22px",
  ol: "margin:0 0 14px;padding-left:22px",
  blockquote: `margin:0 0 14px;padding-left:12px;border-left:3px solid ${colours.line}`,
  pre: "margin:0 0 14px;white-space:pre-wrap;font-family:ui-monospace,Consolas,monospace;font-size:13px;line-height:20px",
  code: "font-family:ui-monospace,Consolas,monospace;font-size:13px",
  td: `border:1px solid ${colours.line};padding:3px 8px`,
  th: `border:1px solid ${colours.line};padding:3px 8px`,
};

/** What is typed holds no tag, so every tag is the renderer's own. */
const styled = (html: string): string =>
  html.replace(
    /<(p|ul|ol|blockquote|pre|code|td|th)(?=[ >])/g,
    (tag, name: string) => `${tag} style="${styles[name]}"`,
  );
