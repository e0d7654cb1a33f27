/** The process: a line of orders comes in, a line tells what came of them. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { hashBy } from "./bytes";
import { carriedOut, readBundlesBy, unheard } from "./orders";

process.on("unhandledRejection", unheard);
hashBy((data) => Uint8Array.from(createHash("sha256").update(new Uint8Array(data)).digest()));
readBundlesBy((file) => readFileSync(file, "utf-8"));

for await (const line of createInterface({ input: process.stdin })) {
  const told = await carriedOut(JSON.parse(line)).catch((error) => ({ fault: error.stack }));
  process.stdout.write(`${JSON.stringify(told)}\n`);
}
