/// <reference lib="dom" />

/** Pixels that a frame may ask for: no page is made endless by what it embeds. */
export const HIGHEST_FRAME = 10_000;

/** Gives the frames of a gateway the height that they tell. */
export function fitFrames(gateway: string): void {
  const { origin } = new URL(gateway);
  addEventListener(
    'message',
    ({ origin: from, source, data }: MessageEvent<{ type?: unknown; height?: unknown } | null>) => {
      const height = data?.height;
      if (from !== origin || data?.type !== 'nhip-cau-height' || typeof height !== 'number') return;
      for (const frame of document.querySelectorAll('iframe')) {
        if (frame.contentWindow === source) frame.style.height = `${Math.min(Math.max(height, 0), HIGHEST_FRAME)}px`;
      }
    },
  );
}
