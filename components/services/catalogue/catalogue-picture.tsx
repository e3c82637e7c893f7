/** A picture of the catalogue: a thumbnail beside a name, or a band across a panel. Its name stands next to it. */
export function CataloguePicture({ src, wide = false }: { src: string; wide?: boolean }) {
  return (
    // biome-ignore lint/performance/noImgElement: an authorized address, already in the size it is shown in
    <img
      src={src}
      alt=""
      loading="lazy"
      decoding="async"
      className={
        wide
          ? "h-32 w-full border-b border-line object-cover"
          : "size-14 flex-none rounded-md border border-line object-cover"
      }
    />
  );
}
