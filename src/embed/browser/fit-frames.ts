/// <reference lib="dom" />

/** Pixels that a frame may ask for: no page is made endless by what it embeds. */
export const HIGHEST_FRAME = 10_000;

/** Gives the frames of a gateway the height that they tell, and asks for it those that told it too early. */
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
  // A frame that was there before this told its height to nobody: it is asked again. Any page may know the question.
  for (const frame of document.querySelectorAll('iframe')) {
    if (frame.src.startsWith(`${origin}/`)) frame.contentWindow?.postMessage({ type: 'nhip-cau-height' }, '*');
  }
}
