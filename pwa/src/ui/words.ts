/** The few words the components themselves say. `ui/` knows no language: `app/main.tsx` lends it one by `speak`. */
export interface UiWords {
  back: string;
  close: string;
  unread: string;
  onlyYou: string;
  safe: string;
  /** Two words for one place, because a laptop is no phone. */
  herePhone: string;
  hereComputer: string;
  readBy: (names: readonly string[]) => string;
  atMost: (count: number) => string;
  present: string;
  absent: string;
  late: string;
  showMore: string;
  andMore: (count: number) => string;
}

let source: () => UiWords = () => {
  throw new Error("ui/ has no words yet: call speak() first, as app/main.tsx does");
};

/** Lends the components their words. `from` is read on every drawing, so a change of language shows at once. */
export function speak(from: () => UiWords): void {
  source = from;
}

export const words = (): UiWords => source();
