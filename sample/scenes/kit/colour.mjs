// Arithmetic on colours written as #rrggbb.

export const rgb = (hex) => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));

const hexOf = (channels) => `#${channels.map((c) => Math.round(Math.max(0, Math.min(255, c))).toString(16).padStart(2, '0')).join('')}`;

/** `t` of `b` in `a`. */
export const mix = (a, b, t) => {
  const from = rgb(a);
  const to = rgb(b);
  return hexOf(from.map((c, i) => c + (to[i] - c) * t));
};
