/** Keys that say where something belongs or how it stands, and that nobody would miss among their words. */
const SILENT = new Set(
  "session community coaches template template_version on goal member logboek about record reader handed_in version_of depth_prompt joint deleted state".split(
    " ",
  ),
);

export const isSilent = (key: string): boolean => SILENT.has(key);
