// Things that stand about in rooms.

import { mix } from './colour.mjs';

/** A row of standing books that fills a width; some lean, some lie. */
export function books(s, rng, x, y, w, h) {
  const p = s.palette;
  const colours = [p.red, p.brick, p.near, p.leaf, p.yellow, p.cream, p.steel, p.woodDark, p.green];
  for (let bx = x; bx < x + w - 6;) {
    const bw = Math.min(x + w - bx, rng.range(0.1, 0.26) * h);
    const bh = h * rng.range(0.66, 0.94);
    const colour = rng.pick(colours);
    if (rng.chance(0.06)) {
      bx += bw * 1.2;
      continue;
    }
    s.rect(bx, y - bh, bw - 1, bh, colour, { shade: [['dark', 'left', 0.5, 0.6]] });
    if (bw > 6 && rng.chance(0.6)) s.rect(bx, y - bh * 0.8, bw - 1, Math.max(2, bh * 0.07), mix(colour, p.yellow, 0.5));
    bx += bw;
  }
}

/** Sheets of paper in perspective: four corners and lines on them. */
export function sheetOfPaper(s, [a, b, c, d], lines = 6, colour = s.palette.white) {
  const p = s.palette;
  const at = (u, v) => [0, 1].map((i) => (a[i] * (1 - u) + b[i] * u) * (1 - v) + (d[i] * (1 - u) + c[i] * u) * v);
  s.poly([a, b, c, d], colour, { shade: [['dark', 'bottomleft', 0.3]] });
  for (let i = 0; i < lines; i += 1) {
    const v = 0.16 + (i / lines) * 0.72;
    s.line([at(0.14, v), at(i % 3 === 2 ? 0.6 : 0.86, v)], mix(p.ink, colour, 0.5), 2);
  }
  return at;
}

/** A candle with its flame; `x`, `y` is its foot. */
export function candle(s, rng, x, y, h, w, colour) {
  const p = s.palette;
  s.path(`M${x - w} ${y}V${y - h + 6}Q${x - w * 0.6} ${y - h - 4} ${x} ${y - h}Q${x + w * 0.7} ${y - h - 5} ${x + w} ${y - h + 8}V${y}Q${x} ${y + w * 0.5} ${x - w} ${y}Z`, colour, { shade: [['dark', 'left', 0.6, 0.6], ['glow', 'top', 0.8, 0.45]] });
  for (const k of [-0.5, 0.35]) {
    const drip = h * rng.range(0.15, 0.5);
    s.path(`M${x + k * w - w * 0.22} ${y - h + 2}v${drip}q${w * 0.2} ${w * 0.34} ${w * 0.4} 0v${-drip}Z`, mix(colour, p.paper, 0.3));
  }
  s.line([[x, y - h], [x + 1, y - h - w * 0.7]], p.ink, Math.max(2, w * 0.14));
  const f = w * 1.15;
  s.glow(x, y - h - f, f * 6, 0.75);
  s.path(`M${x} ${y - h - f * 2.3}C${x + f * 0.9} ${y - h - f * 1.1} ${x + f * 0.6} ${y - h - f * 0.2} ${x} ${y - h - f * 0.2}S${x - f * 0.9} ${y - h - f * 1.1} ${x} ${y - h - f * 2.3}Z`, mix(p.gold, p.accent, 0.1));
  s.path(`M${x} ${y - h - f * 1.6}C${x + f * 0.45} ${y - h - f * 0.9} ${x + f * 0.35} ${y - h - f * 0.3} ${x} ${y - h - f * 0.3}S${x - f * 0.45} ${y - h - f * 0.9} ${x} ${y - h - f * 1.6}Z`, p.paper);
}

/** A desk lamp with a cone of light. */
export function deskLamp(s, x, y, h, { side = 1, colour = s.palette.leaf, on = s.palette.variant !== 'day' } = {}) {
  const p = s.palette;
  s.ellipse(x, y, h * 0.2, h * 0.05, p.ink);
  s.line([[x, y], [x - side * h * 0.1, y - h * 0.5], [x + side * h * 0.16, y - h * 0.86]], p.ink, h * 0.04, { curve: true });
  const [lx, ly] = [x + side * h * 0.28, y - h * 0.84];
  if (on) {
    s.poly([[lx - h * 0.2, ly + h * 0.06], [lx + h * 0.26, ly + h * 0.06], [lx + h * 0.6, y + h * 0.06], [lx - h * 0.5, y + h * 0.06]], p.lamp, { opacity: 0.16 });
    s.glow(lx, y - h * 0.3, h * 0.9, 0.7, h * 0.6);
    s.ellipse(lx + h * 0.03, ly + h * 0.06, h * 0.2, h * 0.05, p.lamp);
  }
  s.path(`M${lx - h * 0.22} ${ly + h * 0.06}Q${lx - h * 0.16} ${ly - h * 0.14} ${lx} ${ly - h * 0.14}T${lx + h * 0.28} ${ly + h * 0.06}Z`, colour, { shade: [['dark', 'left', 0.7], ['cut', 'right', 0.4, 0.4]] });
}
