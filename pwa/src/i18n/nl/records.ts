/** What each kind of record is called, one of it: for "niet aangekomen", "twee versies" and the like. */
export const records = {
  session: "sessie",
  template: "vragen van het logboek",
  logboek: "logboek",
  attendance: "wie er was",
  reflection: "notitie voor jezelf",
  goal: "doel",
  step: "stap",
  checkin: "check-in",
  review: "antwoord op een logboek",
  comment: "reactie",
  receipt: "gelezen",
  person: "persoon",
};
