/** Words of photos and voice notes: making them, where they are, looking at them. */
import type { Like } from "../like";
import type { files as nl } from "../nl/files";

export const files = {
  title: "Photos and recordings",
  one: "Photo or recording",
  add: "Add a photo or recording",
  addText: "Only what everyone who reads this log may see.",
  take: "Take a photo",
  choose: "Choose a photo",
  record: "Record something",
  photo: "Photo",
  drawing: "Drawing",
  voice: "Recording",
  open: (name) => `View ${name.toLowerCase()}`,
  listen: (name, long) => `Listen to the ${name.toLowerCase()} of ${long}`,
  adding: "One moment, the photo is being made smaller",
  added: "The photo has been added",
  recorded: "The recording has been added",
  storageLow: "Your device is almost full. Text is still saved. Free some space for photos and recordings.",

  problem: {
    unreadable: "This photo cannot be opened here. Nothing has changed. Try another one, or take a new one.",
    heic: "This photo is of a kind (HEIC) that this browser cannot open. Take a new photo here, or choose a JPEG.",
    disk: "It cannot be saved: your device has too little space. Free some space and try again.",
    microphone: "The app may not use your microphone. Allow it in the settings of your browser.",
    none: "No microphone was found. Connect one, or write it down.",
    recorder: "This browser cannot record. A photo does work.",
  },

  consentAsk: "Who can be heard?",
  consent: { self: "Only me", written: "Others too: everyone agreed in writing" },
  consentNeeded: "First choose who can be heard. Without consent on paper, do not record anyone else.",
  start: "Start recording",
  recording: "Recording",
  paused: "The recording is paused",
  pause: "Pause",
  goOn: "Go on",
  ready: "Done",
  cancel: "Never mind",
  most: "A recording lasts 10 minutes at most.",
  time: (minutes, seconds) => `${minutes}:${seconds}`,

  waiting: "A recording is waiting",
  waitingText: (when, long) => `Recorded: ${when}. It lasts ${long}. Add it to your log, or throw it away.`,
  waitingGone: (when, long) =>
    `Recorded: ${when}. It lasts ${long}. The log it belongs to is no longer on this device. Save a copy, or throw it away.`,
  waitingNone: "No recording is waiting",
  waitingNoneText: "What you record is with your log.",
  keep: "Add to my log",
  throwAway: "Throw away",
  throwAwayAsk: "Throw this recording away?",
  throwAwayText: "Then it is gone for good.",
  elsewhere: "This recording is still going on in another window. Stop it there first.",
  back: "Back",

  aboutSeen: "What can be seen?",
  aboutSeenHint: "For people who cannot see the photo. You may leave it empty.",
  aboutHeard: "What can be heard?",
  aboutHeardHint: "For people who cannot hear the recording. You may leave it empty.",
  refused: {
    quota:
      "Your space on the server is full. This one stays on this device. Save a copy, or ask your coordinator for help.",
    too_large: "This is too large for the server. It stays on this device. Save a copy.",
    other: "The server does not take this. It stays on this device. Save a copy.",
  },
  refusedShort: "not sent",
  tryAgain: "Send it again",
  copy: "Save a copy",
  remove: "Remove",
  removed: (name) => `${name} removed`,
  undo: "Undo",

  fetching: "Fetching it",
  why: {
    offline: "This is the photo in small. The photo itself comes as soon as there is internet again.",
    missing:
      "The photo itself has not arrived yet. It is still on the device it was made on, or it is no longer there.",
    later: "It cannot be fetched right now.",
  },
  whyVoice: {
    offline: "This recording is not on this device yet. Fetching it needs internet.",
    missing: "The recording has not arrived yet. It is still on the device it was made on, or it is no longer there.",
    later: "It cannot be fetched right now.",
  },
  again: "Try again",
} satisfies Like<typeof nl>;
