/** What people type and tap, made into what the server takes. Pure. */

export const CODE_LENGTH = 6;

/** The digits of a code, however it was spaced or pasted, in any script that a keyboard has; words around it fall away. */
export function digitsOf(text: string): string {
  return (text.match(/\p{Nd}/gu) ?? []).slice(0, CODE_LENGTH).join("");
}

/** Where one wanted to go before signing in; only ever a page of this app. */
export function destination(search: string): string {
  const wanted = new URLSearchParams(search).get("naar") ?? "/";
  const own = /^\/(?![/\\])/.test(wanted);
  return own && !wanted.startsWith("/inloggen") ? wanted : "/";
}

/** The token behind `#token=`, as the mail's link carries it. */
export function tokenIn(hash: string): string | null {
  return new URLSearchParams(hash.slice(1)).get("token") || null;
}
