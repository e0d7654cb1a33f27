// Made from shared/schemas by `npm run types`; change those, not this.

export const NAMESPACE = "6d616174-6a65-5000-8000-000000000001";

export const KINDS = {
  attendance: {"id":["session","member"]},
  checkin: {"merge":{"note":"words"},"parent":"goal"},
  comment: {"merge":{"text":"words"}},
  goal: {"merge":{"text":"words","why":"words"},"actor":["member"]},
  logboek: {"merge":{"coaches":"union","done":"union","topics":"union","role":"union","next":"union","next_own":"words","need":"union","why":"union","depth":"words"}},
  person: {"id":["scope","person"]},
  receipt: {"actor":["reader"],"id":["record","reader"]},
  reflection: {"merge":{"text":"words"}},
  review: {"merge":{"text":"words"}},
  session: {"merge":{"note":"words"}},
  step: {"merge":{"text":"words"},"parent":"goal"},
  template: {},
} as const;
