/** How a picture is made to fit: its longest side, its weight, and the steps down until it does. Pure. */

export interface Size {
  width: number;
  height: number;
}

export interface Attempt {
  /** Of the longest side, in pixels. */
  longest: number;
  quality: number;
}

/** Never larger than it is. */
export function fitted({ width, height }: Size, longest: number): Size {
  const scale = Math.min(1, longest / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

export const PICTURE = { most: 2_097_152, attempts: steps([1600, 1200, 900], [0.85, 0.7, 0.5]) };
export const THUMB = { most: 6_000, attempts: steps([256, 192, 128, 96], [0.7, 0.5, 0.3]) };

/** The first that weighs little enough; null when none does. */
export async function firstThatFits<Encoded extends { size: number }>(
  { most, attempts }: { most: number; attempts: readonly Attempt[] },
  encode: (attempt: Attempt) => Promise<Encoded | null>,
): Promise<Encoded | null> {
  for (const attempt of attempts) {
    const made = await encode(attempt);
    if (made && made.size <= most) return made;
  }
  return null;
}

function steps(sizes: readonly number[], qualities: readonly number[]): Attempt[] {
  return sizes.flatMap((longest) => qualities.map((quality) => ({ longest, quality })));
}
