/** What a request may meet on its way: a table, one fate a line. */
import type { Failure } from "../ports";
import type { Answer, Request } from "../types";

type Deliver = (request: Request) => Answer;
type Fate = (request: Request, deliver: Deliver, memory: Memory) => Answer | Failure;
interface Memory {
  late: Request[];
  old: Answer[];
}

const OFFLINE: Failure = { kind: "offline" };

const arrives: Fate = (request, deliver, { late }) => {
  for (const before of late.splice(0, 1)) deliver(before);
  return deliver(request);
};
const isLost: Fate = () => OFFLINE;
const comesLate: Fate = (request, _, { late }) => {
  late.push(request);
  return OFFLINE;
};
const answerIsLost: Fate = (request, deliver, { old }) => {
  old.push(deliver(request));
  return OFFLINE;
};
const comesTwice: Fate = (request, deliver) => {
  deliver(request);
  return deliver(request);
};
const oldAnswer: Fate = (request, deliver, { old }) => {
  const answer = deliver(request);
  return old.pop() ?? answer;
};

const STORM = [
  isLost,
  isLost,
  comesLate,
  answerIsLost,
  answerIsLost,
  comesTwice,
  oldAnswer,
  ...Array<Fate>(13).fill(arrives),
];

export function weather(pick: (fates: readonly Fate[]) => Fate, calm: () => boolean) {
  const memory: Memory = { late: [], old: [] };
  return async (request: Request, deliver: Deliver): Promise<Answer | Failure> => {
    await Promise.resolve();
    return calm() ? deliver(request) : pick(STORM)(request, deliver, memory);
  };
}
