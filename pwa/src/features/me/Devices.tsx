/** `/ik/apparaten`: where one is signed in, since when they were heard of, and signing one of them out from here. */
import "./Me.css";
import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { dayTime } from "../../i18n/dates";
import { t } from "../../i18n/t";
import { api } from "../../net/api";
import { Failure, failed } from "../../net/failure";
import type { Device } from "../../records/account";
import { unplugged } from "../../store/status";
import { Badge } from "../../ui/Badge";
import { Button } from "../../ui/Button";
import { Empty } from "../../ui/Empty";
import { List } from "../../ui/List";
import { onPhone } from "../../ui/Mark";
import { PageHead } from "../../ui/PageHead";
import { Row } from "../../ui/Row";
import { toast } from "../../ui/Toast";
import { iconOf, inOrder } from "./devices";
import { EndDevice } from "./EndDevice";

type Answer = readonly Device[] | Failure | null;

export function Page() {
  const words = t().me;
  const answer = useSignal<Answer>(null);
  const ending = useSignal<Device | null>(null);
  const look = async () => {
    const told = await api.devices();
    answer.value = failed(told) ? told : inOrder(told.devices);
  };
  useEffect(() => {
    if (unplugged()) answer.value = new Failure("offline");
    else void look();
  }, []);
  const end = async (device: Device) => {
    ending.value = null;
    const told = await api.endDevice(device.id);
    toast(
      failed(told) ? t().auth.problem[told.kind === "offline" ? "offline" : "unknown"] : words.ended(nameOf(device)),
    );
    await look();
  };
  return (
    <div class="Me">
      <PageHead title={words.devicesTitle} sub={words.devicesIntro} back="/ik" section={words.back} />
      <Found answer={answer.value} ending={ending} again={look} />
      <EndDevice device={ending} name={ending.value ? nameOf(ending.value) : ""} end={end} />
    </div>
  );
}

interface FoundProps {
  answer: Answer;
  ending: Signal<Device | null>;
  again: () => Promise<void>;
}

function Found({ answer, ending, again }: FoundProps) {
  const words = t().me;
  if (answer === null) return null;
  if (failed(answer)) {
    const away = answer.kind === "offline";
    return (
      <Empty
        icon={away ? "cloudOff" : "refresh"}
        title={away ? t().auth.invite.offlineTitle : words.devicesFailed}
        text={away ? words.devicesOffline : undefined}
        action={<Button onClick={() => void again()}>{words.retry}</Button>}
      />
    );
  }
  return (
    <>
      <List label={words.devicesTitle} cards>
        {answer.map((device) => (
          <Line key={device.id} device={device} onEnd={() => (ending.value = device)} />
        ))}
      </List>
      {answer.length === 1 && <p class="quiet">{words.onlyThis}</p>}
    </>
  );
}

function Line({ device, onEnd }: { device: Device; onEnd: () => void }) {
  const words = t().me;
  return (
    <Row
      icon={iconOf(device)}
      tone={device.current ? "accent" : "plain"}
      title={nameOf(device)}
      sub={words.contact(dayTime(device.last_contact))}
      aside={
        device.current ? (
          <Badge>{onPhone() ? words.thisPhone : words.thisComputer}</Badge>
        ) : (
          <Button kind="plain" onClick={onEnd} label={words.endDeviceOf(nameOf(device))}>
            {words.endDevice}
          </Button>
        )
      }
    />
  );
}

function nameOf({ device }: Device): string {
  return device || t().me.deviceUnknown;
}
