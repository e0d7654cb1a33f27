import type { Like } from "../like";
import type { held as nl } from "../nl/held";

export const held = {
  title: "Didn't get through",
  intro: "Your text is safe. Only you can see it.",
  emptyTitle: "Everything got through",
  emptyText: "If something doesn't, it will be here. You don't lose a word.",
  back: "Me",
  noWords: "There were no words in this.",
  removed: "You wanted to throw this away.",
  moreAnswers: (count: number) => (count === 1 ? "And 1 answer you chose." : `And ${count} answers you chose.`),
  copy: "Copy text",
  copied: "Copied.",
  copyFailed: "Copying did not work. Press and hold the text and choose Copy.",
  again: {
    logboek: "Put it in a new log",
    goal: "Put it in a new goal",
    reflection: "Make it a note again",
  },
  againDone: "It is there again. Only you can see it.",
  discard: "Throw away",
  discardAsk: "Throw this text away?",
  discardText: "Then it is really gone, for you too.",
  keep: "Keep it",
  discarded: "Thrown away.",
  reason: {
    forbidden: "This did not get through: you no longer write here, or it is no longer there.",
    moved: "You wrote this while it was being moved or no longer shared.",
    chain: "This was built on something that did not get through itself.",
    invalid: "Something in this does not fit what the app expects.",
    id_wrong: "This belongs to something else than the app thought.",
    mid_reused: "This arrived twice, and not the same twice.",
    too_big: "This is too big to send at once. Make two pieces of it.",
    erased: "What this belonged to has been removed for good.",
    unknown: "The server did not take this. It is not your fault.",
  },
} satisfies Like<typeof nl>;
