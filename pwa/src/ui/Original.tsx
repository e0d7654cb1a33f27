/** A picture or a sound itself; until it is here, its small one and what is the matter. */
import "./Original.css";
import type { ComponentChildren } from "preact";

export interface OriginalProps {
  sound: boolean;
  /** Where it can be had now; null while it is not here. */
  src: string | null;
  /** The small one, to look at meanwhile. */
  thumb: string;
  /** What is to be seen or heard. */
  alt: string;
  /** Why it is not here (yet). */
  text: string | null;
  action?: ComponentChildren;
}

export function Original({ sound, src, thumb, alt, text, action }: OriginalProps) {
  return (
    <div class="Original">
      {sound ? src && <Sound src={src} name={alt} /> : <Picture src={src ?? thumb} alt={alt} />}
      <div role="status">{text && <p>{text}</p>}</div>
      {action}
    </div>
  );
}

function Picture({ src, alt }: { src: string; alt: string }) {
  return src ? <img src={src} alt={alt} /> : null;
}

function Sound({ src, name }: { src: string; name: string }) {
  return (
    // biome-ignore lint/a11y/useMediaCaption: a note of one's own voice; what is heard in it stands below in words
    <audio controls src={src} aria-label={name} onLoadedMetadata={(event) => measure(event.currentTarget)} />
  );
}

/** A sound made of slices does not say how long it is: browsers find out when they are sent to its end. */
function measure(sound: HTMLAudioElement): void {
  if (Number.isFinite(sound.duration)) return;
  const back = () => {
    if (!Number.isFinite(sound.duration)) return;
    sound.removeEventListener("durationchange", back);
    sound.currentTime = 0;
  };
  sound.addEventListener("durationchange", back);
  sound.currentTime = Number.MAX_SAFE_INTEGER;
}
