/** The process: a line of orders comes in, a line tells what came of them. */
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { carriedOut, readBundlesBy, unheard } from "./orders";

process.on("unhandledRejection", unheard);
readBundlesBy((file) => readFileSync(file, "utf-8"));

for await (const line of createInterface({ input: process.stdin })) {
  const told = await carriedOut(JSON.parse(line)).catch((error) => ({ fault: error.stack }));
  process.stdout.write(`${JSON.stringify(told)}\n`);
}
