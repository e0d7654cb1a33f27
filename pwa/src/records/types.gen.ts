// Made from shared/schemas by `npm run types`; change those, not this.

/**
 * Whether one coachee was at one session. At most one for each pair, because its id is made from both.
 */
export interface Attendance {
  /**
   * The session.
   */
  session: string;
  /**
   * The membership of the coachee.
   */
  member: string;
  /**
   * Whether the coachee was there.
   */
  state: "present" | "absent" | "late";
  /**
   * The kind of reason the coachee gave. Never more than the kind.
   */
  reason?: "exam" | "work" | "transport" | "private" | "unsaid";
}

/**
 * One tap on how it goes with a goal. It lies where its goal lies.
 */
export interface Checkin {
  /**
   * The goal.
   */
  goal: string;
  /**
   * When it was tapped.
   */
  on?: string;
  /**
   * Done, still on it, or it went differently. None of them is bad.
   */
  outcome: "done" | "busy" | "different";
  /**
   * A few words, if they want.
   */
  note?: string;
}

/**
 * A reply under a record, in the scope in which that record lies.
 */
export interface Comment {
  /**
   * The record it is a reply to.
   */
  about: string;
  /**
   * The words.
   */
  text: string;
}

/**
 * What someone wants, in their own words. Nobody else reads it until its author shares it, and then as long as they wish.
 */
export interface Goal {
  /**
   * The goal.
   */
  text?: string;
  /**
   * Why it matters to them.
   */
  why?: string;
  /**
   * Where it stands. Letting go is a normal end.
   */
  state?: "open" | "reached" | "let_go";
  /**
   * The author's own membership, which places a shared goal.
   */
  member?: string;
}

/**
 * What a coach writes after a session. It is the coach's alone until it is handed in, which is a move to the coaching.
 */
export interface Logboek {
  /**
   * The session it is about; absent when none was planned.
   */
  session?: string;
  /**
   * The community it is about.
   */
  community?: string;
  /**
   * The persons who led the session. Those named here may edit this logboek.
   *
   * @maxItems 20
   */
  coaches?: string[];
  /**
   * The day the session was held.
   */
  on?: string;
  /**
   * The key of the template that asked.
   */
  template?: string;
  /**
   * The version of that template, so that answers stay comparable.
   */
  template_version?: number;
  /**
   * How it went, from 1 (tough) to 5 (great).
   */
  mood?: number;
  /**
   * What was done: chips of the template and blocks of the plan.
   *
   * @maxItems 60
   */
  done?: string[];
  /**
   * What it was about; never about one person.
   *
   * @maxItems 60
   */
  topics?: string[];
  /**
   * What the coach mostly did. The screen stops at three; two devices together may make more.
   *
   * @maxItems 60
   */
  role?: string[];
  /**
   * The coach's own battery. It is in no total, list or chart.
   */
  energy?: "empty" | "half" | "full";
  /**
   * Whether the praatplaat helped, if it was used.
   */
  tool?: "yes" | "bit" | "no" | "unfinished";
  /**
   * What the others thought of it: one chip of the template.
   */
  voices?: string;
  /**
   * What they want next time: chips of the template.
   *
   * @maxItems 60
   */
  next?: string[];
  /**
   * What they want next time, in the coach's words.
   */
  next_own?: string;
  /**
   * What the coach needs; `nothing` stands ready.
   *
   * @maxItems 60
   */
  need?: string[];
  /**
   * When nobody came: what the coach thinks is the reason.
   *
   * @maxItems 60
   */
  why?: string[];
  /**
   * The answer to the one prompt that invited to say more.
   */
  depth?: string;
  /**
   * The prompt that was shown, by its id in the template's rules.
   */
  depth_prompt?: string;
  /**
   * Whether the coach chose to skip the prompt.
   */
  depth_skipped?: boolean;
  /**
   * When it was handed in for the first time; for display.
   */
  handed_in?: string;
  /**
   * The logboek this one is a new version of, made after a review had closed that one.
   */
  version_of?: string;
  /**
   * Whether what this chip names worked.
   */
  [part: `worked.${string}`]: "yes" | "no";
  /**
   * A photo, a drawing or a voice note. Its bytes go their own way and may arrive later.
   */
  [part: `file.${string}`]: LogboekFile;
}

/**
 * What everybody who reads the logboek knows of a file before its bytes are there.
 */
export interface LogboekFile {
  /**
   * The SHA-256 of its bytes, by which they are sent and fetched.
   */
  hash: string;
  /**
   * What the bytes are; the server looks for itself.
   */
  type: "image/jpeg" | "image/webp" | "image/png" | "audio/webm" | "audio/mp4" | "audio/ogg";
  /**
   * How many they are: 2 MB for a picture, 10 MB for a voice.
   */
  bytes: number;
  /**
   * What it is for people.
   */
  what: "photo" | "drawing" | "voice";
  /**
   * Of a picture, in pixels.
   */
  width?: number;
  /**
   * Of a picture, in pixels.
   */
  height?: number;
  /**
   * How long a voice note lasts.
   */
  seconds?: number;
  /**
   * A small JPEG or WebP of at most 6 kB in base64, to be seen before the bytes are there.
   */
  thumb?: string;
  /**
   * What is to be seen or heard, for who cannot see or hear it.
   */
  about?: string;
  /**
   * Of a voice note: `self` holds only the coach's own voice, `written` that of others, who agreed in writing.
   */
  consent?: "self" | "written";
}

/**
 * Who is in a scope: the directory. The server alone writes it, and keeps it after someone left.
 */
export interface Person {
  /**
   * The person.
   */
  person: string;
  /**
   * The name they go by.
   */
  name: string;
  /**
   * What they are here.
   */
  role: "coachee" | "coach" | "senior" | "coordinator" | "tutor" | "researcher" | "admin";
  /**
   * Of a coachee: the membership.
   */
  member?: string;
  /**
   * The community they are in, or coach.
   */
  community?: string;
  /**
   * Since when.
   */
  from?: string;
  /**
   * Until when; absent while it lasts.
   */
  until?: string;
}

/**
 * That a person has read a record. Made by the app when the record is opened, at most one for each reader.
 */
export interface Receipt {
  /**
   * The record that was read.
   */
  record: string;
  /**
   * The person who read it, which is the author.
   */
  reader: string;
  /**
   * When it was read.
   */
  at?: string;
  /**
   * The revision that was read.
   */
  rev?: string;
}

/**
 * What a coach writes for themselves, beside the logboek and not part of it. It may be shared with the senior.
 */
export interface Reflection {
  /**
   * The logboek it was written beside.
   */
  logboek?: string;
  /**
   * The session it is about.
   */
  session?: string;
  /**
   * The day it is about.
   */
  on?: string;
  /**
   * The words.
   */
  text?: string;
}

/**
 * What a senior or coordinator says of a logboek: thank you, a question, or finished.
 */
export interface Review {
  /**
   * The logboek.
   */
  logboek: string;
  /**
   * `thanks` and `question` leave it open, `done` ends the review.
   */
  state: "thanks" | "question" | "done";
  /**
   * The question, or a few words to go with the thanks.
   */
  text?: string;
}

/**
 * A moment at which people of a programme meet: a group, two people, a training, an intervisie or an outing.
 */
export interface Session {
  /**
   * What sort of moment it is. A talk of two is `individual` and lies where only those two and the coaches read it.
   */
  kind: "community" | "individual" | "training" | "intervision" | "outing";
  /**
   * The community that meets.
   */
  community?: string;
  /**
   * In a talk of two: the membership of the coachee it is with.
   */
  member?: string;
  /**
   * Which session of this community it is, counted from 1.
   */
  number?: number;
  /**
   * What people call it, if it has a name of its own.
   */
  title?: string;
  /**
   * When it starts, with the offset of the place where it is held.
   */
  starts: string;
  /**
   * When it ends; the logboek is due from then on.
   */
  ends?: string;
  /**
   * Where to go: a room, a corner, a street.
   */
  place?: string;
  /**
   * Where to click when it is held online.
   */
  link?: string;
  /**
   * What those who come should know beforehand. Everyone in the community reads it.
   */
  note?: string;
  /**
   * The blocks, in order. The logboek takes its chips for what was done from here.
   *
   * @maxItems 40
   */
  plan?: {
    /**
     * A chip of the logboek template or the slug of a werkvorm; it can be a part of a key.
     */
    id: string;
    /**
     * The block as it is shown.
     */
    title: string;
  }[];
  /**
   * Whether it is called off. It stays to be seen, so that nobody stands before a closed door.
   */
  cancelled?: boolean;
  /**
   * The same in every session record of a moment that several communities hold together.
   */
  joint?: string;
}

/**
 * One small next step of a goal. It lies where its goal lies.
 */
export interface Step {
  /**
   * The goal.
   */
  goal: string;
  /**
   * What they will do.
   */
  text?: string;
  /**
   * The day they chose for it.
   */
  on?: string;
  /**
   * Whether it is done.
   */
  done?: boolean;
}

/**
 * A set of questions that a programme asks. One record per key; who changes it raises the version.
 */
export interface Template {
  /**
   * Which set it is.
   */
  key: string;
  /**
   * Raised with each change, and kept with every answer.
   */
  version: number;
  title: Bilingual;
  helper?: Bilingual;
  readers?: Bilingual;
  closing?: Bilingual;
  /**
   * Questions without which it cannot be handed in. All others may be skipped.
   *
   * @maxItems 40
   */
  hand_in_needs?: string[];
  /**
   * What the app fills in before the coach opens it.
   *
   * @maxItems 40
   */
  prefilled?: string[];
  /**
   * The questions, in order.
   *
   * @maxItems 60
   */
  questions: Question[];
  /**
   * Cards that stand here as a button of their own and store nothing.
   *
   * @maxItems 20
   */
  cards?: string[];
  /**
   * The part beside it that only the writer reads: a record of its own.
   */
  private?: {
    /**
     * Its name on the screen.
     */
    id: string;
    ask: Bilingual;
    label: Bilingual;
    /**
     * The kind of record it makes.
     */
    kind: "reflection";
  };
  /**
   * The rules that choose the one prompt which invites to say more.
   */
  depth?: {
    /**
     * The first rule that fits wins.
     *
     * @maxItems 60
     */
    rules: Rule[];
  };
}
/**
 * The same words in both languages.
 */
export interface Bilingual {
  /**
   * Dutch.
   */
  nl: string;
  /**
   * English.
   */
  en: string;
}
/**
 * One question.
 */
export interface Question {
  /**
   * The key of the logboek that takes the answer.
   */
  id: string;
  ask?: Bilingual;
  /**
   * How it is answered. chips_max3 allows three, chips_many_plus_own adds words in `<id>_own`, text_words is free text.
   */
  type: "faces5" | "chips_one" | "chips_many" | "chips_max3" | "chips_many_plus_own" | "text_words";
  when?: Condition;
  /**
   * The chips, or the five faces with ids 1 to 5, in order.
   *
   * @maxItems 40
   */
  options?: Choice[];
  /**
   * The chip that stands ready, so that no tap is needed.
   */
  default?: string;
  worked?: Bilingual;
  also?: Also;
  /**
   * Why it is asked, for those who change the template.
   */
  purpose?: string;
  /**
   * Which parts of the programme's evaluation it serves.
   *
   * @maxItems 20
   */
  covers?: string[];
  /**
   * Whether it belongs to the logboek of ninety seconds.
   */
  minimum?: boolean;
}
/**
 * Looks at one thing, in one way; or combines others.
 */
export interface Condition {
  /**
   * All of these fit.
   *
   * @maxItems 10
   */
  all?: Condition[];
  /**
   * At least one of these fits.
   *
   * @maxItems 10
   */
  some?: Condition[];
  before?: Condition;
  /**
   * True of this session: the first, the last, someone is new.
   */
  fact?: "first" | "last" | "newcomer";
  /**
   * Look at this answer.
   */
  key?: string;
  /**
   * Look at every answer of this family; one that fits is enough.
   */
  family?: string;
  /**
   * Look at this number: heads there, heads expected, weeks since the session before.
   */
  count?: "present" | "planned" | "weeks";
  /**
   * It is exactly this.
   */
  is?: string | number;
  /**
   * It is one of these.
   *
   * @maxItems 40
   */
  in?: (string | number)[];
  /**
   * The list has this chip.
   */
  has?: string;
  /**
   * The list does not have this chip.
   */
  lacks?: string;
  /**
   * The number is this or less.
   */
  at_most?: number;
  /**
   * The number is this or more.
   */
  at_least?: number;
  /**
   * The number is greater than this.
   */
  more_than?: number;
  /**
   * The number is less than half of this other one.
   */
  less_than_half_of?: "present" | "planned";
}
/**
 * One chip or face.
 */
export interface Choice {
  /**
   * What is stored.
   */
  id: string;
  /**
   * Dutch.
   */
  nl: string;
  /**
   * English.
   */
  en: string;
  /**
   * Where this choice leads, apart from the logboek.
   */
  goes_to?: string;
}
/**
 * A question without a card of its own.
 */
export interface Also {
  /**
   * The key of the logboek that takes the answer.
   */
  id: string;
  ask: Bilingual;
  /**
   * How it is answered. chips_max3 allows three, chips_many_plus_own adds words in `<id>_own`, text_words is free text.
   */
  type: "faces5" | "chips_one" | "chips_many" | "chips_max3" | "chips_many_plus_own" | "text_words";
  when?: Condition;
  /**
   * The chips, or the five faces with ids 1 to 5, in order.
   *
   * @maxItems 40
   */
  options?: Choice[];
  /**
   * The chip that stands ready, so that no tap is needed.
   */
  default?: string;
  worked?: Bilingual;
}
/**
 * When it fits, what is asked. With `card` it stops the search: that card is shown and no prompt.
 */
export interface Rule {
  /**
   * What is stored in `depth_prompt`; never reused.
   */
  id: string;
  when?: Condition;
  /**
   * The card to show.
   */
  card?: string;
  ask?: Bilingual;
  /**
   * Several prompts that take turns.
   *
   * @minItems 1
   * @maxItems 20
   */
  turn?: Prompt[];
}
/**
 * One of the prompts that take turns.
 */
export interface Prompt {
  /**
   * What is stored in `depth_prompt`; never reused.
   */
  id: string;
  ask: Bilingual;
}

/** Each kind with its fields. */
export interface Records {
  attendance: Attendance;
  checkin: Checkin;
  comment: Comment;
  goal: Goal;
  logboek: Logboek;
  person: Person;
  receipt: Receipt;
  reflection: Reflection;
  review: Review;
  session: Session;
  step: Step;
  template: Template;
}
