import { readFileSync } from "node:fs";
import path from "node:path";
import type { Weight } from "./text-style";

/** The parts of HarfBuzz's subsetting library we use; its package has no wrapper. */
interface Subsetter {
  readonly memory: WebAssembly.Memory;
  _initialize(): void;
  malloc(size: number): number;
  free(pointer: number): void;
  hb_blob_create(data: number, length: number, mode: number, userData: number, destroy: number): number;
  hb_blob_get_data(blob: number, length: number): number;
  hb_blob_get_length(blob: number): number;
  hb_blob_destroy(blob: number): void;
  hb_face_create(blob: number, index: number): number;
  hb_face_reference_blob(face: number): number;
  hb_face_destroy(face: number): void;
  hb_subset_input_create_or_fail(): number;
  hb_subset_input_keep_everything(input: number): void;
  hb_subset_input_pin_axis_location(input: number, face: number, axis: number, value: number): number;
  hb_subset_input_destroy(input: number): void;
  hb_subset_or_fail(face: number, input: number): number;
}

const WRITABLE = 2;
const WEIGHT_AXIS = Buffer.from("wght").readUInt32BE();

let loaded: Subsetter | undefined;

/** Turns a variable font into a static one of the given weight, because fontkit can't write variable glyphs. */
export function pinWeight(font: Uint8Array, weight: Weight): Uint8Array {
  loaded ??= load();
  const hb = loaded;
  const pointer = hb.malloc(font.length);
  new Uint8Array(hb.memory.buffer, pointer, font.length).set(font);
  const blob = hb.hb_blob_create(pointer, font.length, WRITABLE, 0, 0);
  const face = hb.hb_face_create(blob, 0);
  const input = hb.hb_subset_input_create_or_fail();
  hb.hb_subset_input_keep_everything(input);
  hb.hb_subset_input_pin_axis_location(input, face, WEIGHT_AXIS, weight);
  const pinned = hb.hb_subset_or_fail(face, input);
  const result = pinned === 0 ? 0 : hb.hb_face_reference_blob(pinned);
  const length = result === 0 ? 0 : hb.hb_blob_get_length(result);
  const bytes = new Uint8Array(hb.memory.buffer, hb.hb_blob_get_data(result, 0), length).slice();
  hb.hb_blob_destroy(result);
  hb.hb_face_destroy(pinned);
  hb.hb_subset_input_destroy(input);
  hb.hb_face_destroy(face);
  hb.hb_blob_destroy(blob);
  hb.free(pointer);
  if (bytes.length === 0) throw new Error("The font could not be pinned to one weight.");
  return bytes;
}

function load(): Subsetter {
  const file = path.join(process.cwd(), "node_modules/harfbuzzjs/dist/harfbuzz-subset.wasm");
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(file)));
  const hb = exports as unknown as Subsetter;
  hb._initialize();
  return hb;
}
