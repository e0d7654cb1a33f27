/** The microphone: one recording at a time, brought to the disk in slices of a few seconds, so that no more than that is ever lost. */
import { signal } from "@preact/signals";
import type { Consent, FileType } from "../../records/files";
import { type Recording, underWay } from "../../store/files";
import { addSlice, finished, inHand, newRecording } from "../../store/recordings";

export type RecordProblem = "microphone" | "none" | "recorder" | "disk";

/** A crash loses at most this much, and the moment it takes to write it. */
const SLICE_MS = 3_000;
const LONGEST_MS = 600_000;
const TICK_MS = 250;
const BITS_A_SECOND = 32_000; // speech is clear, and ten minutes are 2.4 MB
const SORTS = ["audio/webm", "audio/mp4", "audio/ogg"] as const satisfies readonly FileType[];

/** How long it is by now, in milliseconds, and whether it runs; null when nothing is recorded. */
export const recording = signal<{ length: number; runs: boolean } | null>(null);

export interface Recorder {
  pause(): void;
  goOn(): void;
  /** Resolves when the last slice is on the disk. */
  stop(): Promise<Recording>;
}

/** `ended`: it stopped by itself, at the longest it may be, or because something took the microphone away or filled the disk. */
export async function record(
  entry: string,
  consent: Consent,
  ended: (why: RecordProblem | null) => void,
): Promise<Recorder | RecordProblem> {
  const type = SORTS.find((sort) => globalThis.MediaRecorder?.isTypeSupported(sort));
  if (!type) return "recorder";
  const sound = await listen();
  return typeof sound === "string" ? sound : new Tape(sound, newRecording(entry, type, consent), ended);
}

async function listen(): Promise<MediaStream | RecordProblem> {
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: true });
  } catch (error) {
    return (error as Error).name === "NotFoundError" ? "none" : "microphone"; // the person, or a setting, said no
  }
}

class Tape implements Recorder {
  private readonly sound: MediaStream;
  private readonly of: Recording;
  private readonly machine: MediaRecorder;
  private readonly stopped: Promise<unknown>;
  private readonly clock: ReturnType<typeof setInterval>;
  private written: Promise<unknown> = Promise.resolve();
  private before = 0;
  private since: number | null = performance.now();
  private letGo = () => {};

  constructor(sound: MediaStream, of: Recording, ended: (why: RecordProblem | null) => void) {
    this.sound = sound;
    this.of = of;
    this.machine = new MediaRecorder(sound, { mimeType: of.type, audioBitsPerSecond: BITS_A_SECOND });
    this.stopped = new Promise((done) => this.machine.addEventListener("stop", done, { once: true }));
    this.machine.ondataavailable = ({ data }) => this.keep(data, () => ended("disk"));
    this.machine.onerror = () => ended(null);
    for (const track of sound.getTracks()) track.onended = () => ended(null);
    this.clock = setInterval(() => this.tick(() => ended(null)), TICK_MS);
    underWay.value = of.id;
    void inHand(of.id, () => new Promise<void>((done) => Object.assign(this, { letGo: done })));
    this.machine.start(SLICE_MS);
    this.show();
  }

  pause(): void {
    this.before = this.length();
    this.since = null;
    this.machine.pause();
    this.show();
  }

  goOn(): void {
    this.since = performance.now();
    this.machine.resume();
    this.show();
  }

  async stop(): Promise<Recording> {
    clearInterval(this.clock);
    if (this.machine.state !== "inactive") {
      this.machine.stop();
      await this.stopped;
    }
    for (const track of this.sound.getTracks()) track.stop();
    await this.written;
    recording.value = null;
    underWay.value = null;
    await finished();
    this.letGo();
    return this.of;
  }

  /** One after the other, though each takes its time to become bytes. */
  private keep(slice: Blob, failed: () => void): void {
    if (slice.size === 0) return;
    const seconds = this.length() / 1_000;
    this.written = this.written
      .then(() => slice.arrayBuffer())
      .then((data) => addSlice(this.of, data, seconds))
      .catch(failed);
  }

  private tick(ended: () => void): void {
    this.show();
    if (this.length() >= LONGEST_MS) ended();
  }

  private show(): void {
    recording.value = { length: this.length(), runs: this.since !== null };
  }

  private length(): number {
    return this.before + (this.since === null ? 0 : performance.now() - this.since);
  }
}
