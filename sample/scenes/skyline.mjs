// A city in three planes, seen over the roofs in front.

import { mix } from './kit/colour.mjs';
import { birds, crown, hills, sky } from './kit/nature.mjs';
import { Sheet } from './kit/sheet.mjs';
import { windows } from './kit/town.mjs';

export function scene(rng, p) {
  const s = new Sheet(p);
  sky(s, rng, { horizon: 520, sun: [rng.range(760, 960), p.variant === 'day' ? 120 : 230], r: 62, clouds: 4 });
  hills(s, rng, { y: 430, amp: 60, colour: mix(p.far, p.sky[3], 0.35) });
  row(s, rng, 470, [40, 150], [34, 66], mix(p.far, p.mid, 0.25), 0.25);
  mast(s, 250, 480, 280, mix(p.far, p.mid, 0.5));
  row(s, rng, 540, [70, 250], [52, 96], p.mid, 0.6);
  dome(s, 640, 540, 110, mix(p.mid, p.stone, 0.35));
  row(s, rng, 640, [90, 280], [80, 140], mix(p.near, p.mid, 0.3), 0.8, [300, 860]);
  s.rect(-5, 600, 1210, 210, mix(p.green, p.near, 0.5), { shade: [['dark', 'bottom', 0.6]] });
  for (let x = -20; x < 1220; x += 64) crown(s, rng, x + rng.range(-14, 14), 640, rng.range(44, 62), 36, mix(p.green, p.near, rng.range(0.2, 0.5)));
  roofs(s, rng);
  birds(s, rng, 420, 190, 6, 15);
  return s;
}

/** One plane of buildings; `gap` is left open so that the eye can go on. */
function row(s, rng, y, [low, high], [narrow, wide], colour, lit, gap = null) {
  const p = s.palette;
  for (let x = -40; x < 1230;) {
    const w = rng.range(narrow, wide);
    let h = rng.range(low, high) * (0.7 + 0.5 * Math.sin((x / 1200) * Math.PI));
    if (gap && x + w > gap[0] && x < gap[1]) h *= 0.35;
    const tone = mix(colour, rng.pick([p.white, p.ink, p.red, p.cream, p.stone]), rng.range(0.06, p.dark ? 0.2 : 0.42));
    const side = w * rng.range(0.2, 0.32);
    s.rect(x, y - h, w, h + 40, tone, { shade: [['dark', 'bottom', 0.45, 0.8]] });
    s.rect(x, y - h, side, h + 40, mix(tone, p.ink, 0.2), { shade: [['dark', 'left', 0.4]] });
    const top = rng();
    if (top < 0.25) s.rect(x + w * 0.35, y - h - 16, w * 0.3, 16, tone);
    else if (top < 0.4) s.poly([[x, y - h], [x + w / 2, y - h - w * 0.3], [x + w, y - h]], mix(tone, p.ink, 0.15));
    else if (top < 0.55) s.line([[x + w * 0.6, y - h], [x + w * 0.6, y - h - 42]], mix(tone, p.ink, 0.3), 2.5);
    else if (top < 0.7) s.poly([[x, y - h], [x, y - h - 26], [x + w, y - h]], tone);
    const cols = Math.max(2, Math.round((w - side) / 17));
    const rows = Math.max(2, Math.round(h / 22));
    windows(s, rng, { x: x + side + 3, y: y - h + 6, w: w - side - 6, h: h - 10, cols, rows, lit, frame: false, ratio: 0.5, tall: 0.5 });
    x += w + rng.range(-4, 12);
  }
}

function mast(s, x, y, h, colour) {
  const p = s.palette;
  s.poly([[x - 9, y], [x - 4, y - h * 0.6], [x + 4, y - h * 0.6], [x + 9, y]], colour, { shade: [['dark', 'left', 0.6]] });
  s.ellipse(x, y - h * 0.62, 24, 9, colour, { shade: [['dark', 'bottom', 0.6]] });
  s.ellipse(x, y - h * 0.66, 16, 7, mix(colour, p.ink, 0.2));
  s.line([[x, y - h * 0.6], [x, y - h]], colour, 4);
  if (p.dark) s.circle(x, y - h, 4, p.accent);
}

function dome(s, x, y, r, colour) {
  const p = s.palette;
  s.rect(x - r, y - 70, r * 2, 110, colour, { shade: [['dark', 'bottom', 0.5]] });
  for (let i = 0; i < 9; i += 1) s.rect(x - r + 8 + i * ((r * 2 - 16) / 9), y - 58, 9, 56, mix(colour, p.ink, 0.22));
  s.rect(x - r - 8, y - 82, r * 2 + 16, 14, mix(colour, p.paper, 0.2));
  s.rect(x - r * 0.55, y - 112, r * 1.1, 32, colour, { shade: [['dark', 'left', 0.5]] });
  s.path(`M${x - r * 0.6} ${y - 112}A${r * 0.6} ${r * 0.62} 0 0 1 ${x + r * 0.6} ${y - 112}Z`, p.local(mix(p.cool, p.paper, 0.3)), { shade: [['dark', 'left', 0.8, 0.7], ['cut', 'right', 0.4, 0.4]] });
  s.rect(x - 8, y - 200, 16, 24, colour);
  s.line([[x, y - 200], [x, y - 232]], p.ink, 3);
}

function roofs(s, rng) {
  const p = s.palette;
  const cap = (points, colour, ribs) => {
    s.poly(points, colour, { shade: [['dark', 'bottom', 0.6, 0.8], ['cut', 'top', 0.35, 0.5]] });
    const [a, b, c, d] = points;
    for (let i = 1; i < ribs; i += 1) {
      const t = i / ribs;
      s.line([[a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t], [d[0] + (c[0] - d[0]) * t, d[1] + (c[1] - d[1]) * t]], mix(colour, p.ink, 0.3), 2.4);
    }
  };
  cap([[-20, 690], [330, 640], [470, 810], [-20, 810]], p.brick, 12);
  cap([[700, 700], [1000, 628], [1230, 650], [1230, 810]], mix(p.brick, p.ink, 0.25), 13);
  cap([[380, 718], [760, 690], [850, 812], [420, 812]], mix(p.brick, p.red, 0.5), 11);
  for (const [x, y, h] of [[120, 700, 110], [930, 690, 120], [1090, 700, 84]]) {
    s.rect(x, y - h, 46, h, mix(p.stone, p.brick, 0.4), { shade: [['dark', 'left', 0.7, 0.7]] });
    s.rect(x - 6, y - h - 8, 58, 12, p.stoneDark);
    for (const dx of [6, 28]) s.rect(x + dx, y - h - 26, 13, 20, p.brick, { shade: [['dark', 'left', 0.6]] });
  }
  s.line([[240, 690], [240, 560]], p.ink, 4);
  for (const [y, w] of [[566, 44], [582, 36], [598, 28]]) s.line([[240 - w, y + 4], [240 + w, y - 4]], p.ink, 3);
  // A cat, because no roof is without one.
  s.move('translate(560 702)', () => {
    s.path('M-16 4Q-20 -22 0 -26Q14 -28 16 -44L20 -52L25 -44L33 -45L37 -53L40 -43Q44 -32 34 -27Q34 -6 30 4Z', p.ink);
    s.line([[-14, 2], [-34, 4], [-44, -12]], p.ink, 5, { curve: true });
  });
}
