/** What to add: a photo made now, a photo there is, or one's voice. On a phone that is almost full nothing of it, and it says so. */

import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { t } from "../../i18n/t";
import { spaceIsLow } from "../../store/space";
import { Button } from "../../ui/Button";
import { Notice } from "../../ui/Notice";
import { Sheet } from "../../ui/Sheet";

export interface AddFileProps {
  open: boolean;
  onClose: () => void;
  onPhoto: (picked: File) => void;
  onRecord: () => void;
}

export function AddFile({ open, onClose, onPhoto, onRecord }: AddFileProps) {
  const words = t().files;
  const low = useSignal(false);
  useEffect(() => {
    if (open) spaceIsLow().then((is) => (low.value = is));
  }, [open]);
  return (
    <Sheet open={open} title={words.add} onClose={onClose}>
      {low.value ? <Notice kind="warm" text={words.storageLow} /> : <p>{words.addText}</p>}
      <Picture text={words.take} icon="camera" camera off={low.value} onPhoto={onPhoto} />
      <Picture text={words.choose} icon="image" off={low.value} onPhoto={onPhoto} />
      <Button wide icon="mic" disabled={low.value} onClick={onRecord}>
        {words.record}
      </Button>
    </Sheet>
  );
}

interface PictureProps {
  text: string;
  icon: "camera" | "image";
  /** Straight to the camera, where there is one. */
  camera?: boolean;
  off: boolean;
  onPhoto: (picked: File) => void;
}

function Picture({ text, icon, camera, off, onPhoto }: PictureProps) {
  const input = useRef<HTMLInputElement>(null);
  const picked = () => {
    const [file] = input.current?.files ?? [];
    if (input.current && file) {
      onPhoto(file);
      input.current.value = ""; // the same one may be picked again
    }
  };
  return (
    <>
      <Button wide icon={icon} disabled={off} onClick={() => input.current?.click()}>
        {text}
      </Button>
      <input
        ref={input}
        type="file"
        accept="image/*"
        capture={camera ? "environment" : undefined}
        aria-label={text}
        onChange={picked}
        hidden
      />
    </>
  );
}
