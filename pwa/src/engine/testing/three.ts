/** Where most stories begin: Bram's phone and laptop, and Cora's, who all know one note. */
import { sync } from "../run";
import { Device, RULES } from "./device";
import { Server } from "./server";

export const SHARED = "coaching:1";
export const OWN = "self:bram";

export interface Three {
  server: Server;
  phone: Device;
  laptop: Device;
  cora: Device;
}

export async function three(): Promise<Three> {
  const server = new Server();
  server.grant("bram", OWN, SHARED);
  server.grant("cora", "self:cora", SHARED);
  const [phone, laptop, cora] = [new Device("bram", server), new Device("bram", server), new Device("cora", server)];
  await phone.note("n1", { text: "het ging goed" }, { scope: SHARED });
  await all(phone, laptop, cora);
  return { server, phone, laptop, cora };
}

/** Each in turn asks and takes in. */
export async function all(...devices: Device[]): Promise<void> {
  for (const device of devices) await sync(device, RULES);
}
