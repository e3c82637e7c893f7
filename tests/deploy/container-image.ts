import { readFileSync } from "node:fs";
import { DockerfileParser, type Instruction } from "dockerfile-ast";

/** The stage of the Dockerfile that becomes the image. */
export function imageInstructions(): Instruction[] {
  const all = DockerfileParser.parse(readFileSync("Dockerfile", "utf8")).getInstructions();
  return all.slice(all.findLastIndex((one) => one.getKeyword() === "FROM"));
}

/** The words of an instruction in JSON form, which runs without a shell. Throws for the other form. */
export function execForm(keyword: string): string[] {
  const found = imageInstructions().findLast((one) => one.getKeyword() === keyword);
  const text = found?.getRawArgumentsContent() ?? "";
  return JSON.parse(text.slice(text.indexOf("[")));
}

/** What the image has from the build: places in the checkout. */
export function copiedPlaces(): string[] {
  return imageInstructions()
    .filter((one) => one.getKeyword() === "COPY")
    .flatMap((one) => one.getArguments().slice(0, -1))
    .map((argument) => argument.getValue())
    .filter((value) => !value.startsWith("--"))
    .map((value) => value.replace(/^\/portal\//, ""));
}
