/** What build/icons.ts makes of an icon: the `d` of one path on a 24 × 24 grid. */
declare module "*.svg?path" {
  const d: string;
  export default d;
}
