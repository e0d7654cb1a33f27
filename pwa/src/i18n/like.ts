/** The shape another language must have: the same keys, the same inserts, its own sentences. A missing key fails tsc. */
export type Like<Part> = {
  readonly [Key in keyof Part]: Part[Key] extends (...inserts: infer Inserts) => string
    ? (...inserts: Inserts) => string
    : Part[Key] extends string
      ? string
      : Like<Part[Key]>;
};
