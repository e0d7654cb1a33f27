import type { Like } from "../like";
import type { records as nl } from "../nl/records";

export const records = {
  session: "session",
  template: "questions of the log",
  logboek: "log",
  attendance: "who was there",
  reflection: "note to yourself",
  goal: "goal",
  step: "step",
  checkin: "check-in",
  review: "answer to a log",
  comment: "reply",
  receipt: "read",
  person: "person",
} satisfies Like<typeof nl>;
