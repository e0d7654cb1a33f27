/** Signing another device out: one question, with what happens on it. */
import type { Signal } from "@preact/signals";
import { t } from "../../i18n/t";
import type { Device } from "../../records/account";
import { Button } from "../../ui/Button";
import { Sheet } from "../../ui/Sheet";

export interface EndDeviceProps {
  device: Signal<Device | null>;
  name: string;
  end: (device: Device) => Promise<void>;
}

export function EndDevice({ device, name, end }: EndDeviceProps) {
  const words = t().me;
  const close = () => {
    device.value = null;
  };
  const sure = () => {
    if (device.value) void end(device.value);
  };
  return (
    <Sheet
      open={device.value !== null}
      title={words.endAsk(name)}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{words.cancel}</Button>
          <Button kind="warm" icon="signOut" onClick={sure}>
            {words.endDevice}
          </Button>
        </>
      }
    >
      <p>{words.endText}</p>
    </Sheet>
  );
}
