import LineBreaker from "linebreak";

/** Scripts without spaces between words, which need a dictionary to find word boundaries. */
const spaceless = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const words = new Intl.Segmenter("th", { granularity: "word" });

/** Where a line may end: the ends of unbreakable pieces. */
export function breakPlaces(text: string): number[] {
  const places: number[] = [];
  const breaker = new LineBreaker(text);
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) places.push(next.position);
  if (!spaceless.test(text)) return places;
  const starts = [...words.segment(text)]
    .filter(({ segment, isWordLike }) => isWordLike && spaceless.test(segment))
    .map(({ index }) => index);
  return [...new Set([...places, ...starts.filter((start) => start > 0)])].sort((a, b) => a - b);
}
