import type { Plugin } from "vite";

export function iconPaths(): Plugin;
