// Columns, steps and pediments for public buildings.

import { mix } from './colour.mjs';

/** A round column with base and capital; `y` is its foot. */
export function column(s, x, y, w, h, colour) {
  const p = s.palette;
  s.poly([[x - w * 0.5, y], [x - w * 0.42, y - h], [x + w * 0.42, y - h], [x + w * 0.5, y]], colour, { shade: [['dark', 'left', 0.8, 0.6], ['dark', 'top', 0.4, 0.2]] });
  for (const k of [-0.2, 0.02, 0.22]) s.line([[x + w * k, y - 6], [x + w * k * 0.85, y - h + 6]], mix(colour, p.ink, 0.16), Math.max(1.2, w * 0.05));
  s.rect(x - w * 0.68, y - w * 0.26, w * 1.36, w * 0.28, mix(colour, p.paper, 0.12), { shade: [['dark', 'bottom', 0.5]] });
  s.rect(x - w * 0.66, y - h - w * 0.14, w * 1.32, w * 0.34, mix(colour, p.paper, 0.16), { shade: [['dark', 'bottom', 0.6]] });
}

/** Steps that widen towards the viewer; returns the y of the lowest edge. */
export function steps(s, { x, y, w, count, rise, grow, colour }) {
  const p = s.palette;
  for (let i = 0; i < count; i += 1) {
    const half = w / 2 + i * grow;
    const top = y + i * rise;
    s.poly([[x - half, top], [x + half, top], [x + half + grow, top + rise * 0.5], [x - half - grow, top + rise * 0.5]], mix(colour, p.paper, p.dark ? 0.1 : 0.3));
    s.rect(x - half - grow, top + rise * 0.5, (half + grow) * 2, rise * 0.52, mix(colour, p.ink, 0.16), { shade: [['dark', 'bottom', 0.4]] });
  }
  return y + count * rise;
}

export function pediment(s, { x, y, w, h, colour }) {
  const p = s.palette;
  s.poly([[x - w / 2, y], [x, y - h], [x + w / 2, y]], mix(colour, p.paper, 0.16));
  s.poly([[x - w / 2 + h * 0.62, y - h * 0.12], [x, y - h * 0.78], [x + w / 2 - h * 0.62, y - h * 0.12]], mix(colour, p.ink, 0.18), { shade: [['dark', 'top', 0.7]] });
  s.rect(x - w / 2 - 6, y - 2, w + 12, h * 0.13, mix(colour, p.paper, 0.2), { shade: [['dark', 'bottom', 0.6]] });
}
