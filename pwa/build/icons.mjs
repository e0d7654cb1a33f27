/** Turns `lucide-static/icons/x.svg?path` into the `d` of one path: no markup in the bundle, no innerHTML on the page. */
import { readFileSync } from "node:fs";

/** @returns {import("vite").Plugin} */
export function iconPaths() {
  return {
    name: "icon-paths",
    enforce: "pre",
    load(id) {
      if (!id.endsWith(".svg?path")) return null;
      return `export default ${JSON.stringify(pathOf(readFileSync(id.replace("?path", ""), "utf8")))}`;
    },
  };
}

/** Every shape of the drawing as path commands, one after the other. */
function pathOf(svg) {
  const shapes = [...svg.matchAll(/<(path|circle|rect|line|polyline|polygon|ellipse)\s([^>]*?)\/>/g)];
  return shapes.map(([, tag, attributes]) => DRAW[tag](attributesOf(attributes))).join("");
}

function attributesOf(text) {
  const found = Object.fromEntries([...text.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
  return { ...found, n: (name) => Number(found[name] ?? 0) };
}

const DRAW = {
  path: ({ d }) => absolute(d),
  line: ({ n }) => `M${n("x1")} ${n("y1")}L${n("x2")} ${n("y2")}`,
  polyline: ({ points }) => `M${points}`,
  polygon: ({ points }) => `M${points}Z`,
  circle: ({ n }) => round(n("cx"), n("cy"), n("r"), n("r")),
  ellipse: ({ n }) => round(n("cx"), n("cy"), n("rx"), n("ry")),
  rect: ({ n }) => box(n("x"), n("y"), n("width"), n("height"), n("rx") || n("ry")),
};

/** A path that begins with a relative move would start where the shape before it ended; what follows the move stays relative. */
function absolute(d) {
  const [move, x, y] = /^m\s*(-?[\d.]+)[\s,]*(-?[\d.]+)/.exec(d) ?? [];
  if (move === undefined) return d;
  const rest = d.slice(move.length).trimStart();
  return `M${x} ${y}${/^[-.\d]/.test(rest) ? "l" : ""}${rest}`;
}

const round = (x, y, rx, ry) => `M${x - rx} ${y}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0Z`;

const box = (x, y, w, h, r) =>
  `M${x + r} ${y}h${w - 2 * r}a${r} ${r} 0 0 1 ${r} ${r}v${h - 2 * r}a${r} ${r} 0 0 1 ${-r} ${r}` +
  `h${2 * r - w}a${r} ${r} 0 0 1 ${-r} ${-r}v${2 * r - h}a${r} ${r} 0 0 1 ${r} ${-r}Z`;
