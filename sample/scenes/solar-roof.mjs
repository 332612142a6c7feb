// A roof with solar panels, close by, over the gardens and roofs of a small town.

import { mix } from './kit/colour.mjs';
import { crown, hills, sky, tree } from './kit/nature.mjs';
import { Sheet } from './kit/sheet.mjs';
import { house } from './kit/town.mjs';

export function scene(rng, p) {
  const s = new Sheet(p);
  sky(s, rng, { horizon: 420, sun: [930, p.variant === 'day' ? 130 : 210], r: 66, clouds: 4 });
  hills(s, rng, { y: 370, amp: 80, colour: p.far });
  hills(s, rng, { y: 410, amp: 34, colour: p.mid, waves: 3 });
  for (let row = 0; row < 3; row += 1) {
    for (let x = -40 + row * 30; x < 1220;) {
      const w = rng.range(70, 100) + row * 26;
      const y = 450 + row * 56;
      if (rng.chance(0.3)) tree(s, rng, x + 20, y + 4, 70 + row * 24, { colour: mix(p.green, p.mid, 0.35 - row * 0.12) });
      else house(s, rng, { x, y, w, h: 44 + row * 14, rows: 1 + (row > 0), wall: mix(rng.pick([p.cream, p.white]), p.mid, 0.36 - row * 0.12), roof: mix(p.brick, p.mid, 0.36 - row * 0.14) });
      x += w + rng.range(10, 40);
    }
    s.rect(-5, 452 + row * 56, 1210, 60, mix(p.green, p.mid, 0.4 - row * 0.1), { shade: [['dark', 'bottom', 0.5]] });
  }
  for (let x = 0; x < 1220; x += 90) crown(s, rng, x, 600 + rng.range(-10, 20), 62, 46, mix(p.green, p.ink, rng.range(0, 0.2)));
  // The roof: ridge at the top left, eaves running out at the lower right.
  const a = [-40, 470];
  const b = [770, 418];
  const c = [1130, 760];
  const d = [-40, 900];
  const at = (u, v) => {
    // The rows close up towards the ridge, as a slope seen from its foot does.
    const k = v ** 0.86;
    return [0, 1].map((i) => (a[i] * (1 - u) + b[i] * u) * (1 - k) + (d[i] * (1 - u) + c[i] * u) * k);
  };
  s.poly([b, [806, 440], [1160, 768], [1130, 820], [1100, 805]], mix(p.brick, p.ink, 0.5));
  s.poly([[806, 440], [1160, 768], [1120, 830], [860, 830], [800, 620]], mix(p.cream, p.ink, 0.28), { shade: [['dark', 'left', 0.7]] });
  s.poly([a, b, c, d], p.brick, { shade: [['dark', 'bottomleft', 0.4, 0.7]] });
  for (let i = 1; i < 26; i += 1) {
    const points = [];
    for (let k = 0; k <= 60; k += 1) points.push(at(k / 60, i / 26 + (k % 2 ? 0.006 : -0.004)));
    s.line(points, mix(p.brick, p.ink, 0.26), 2, { curve: true });
  }
  s.line([at(0, 0), at(1, 0)], mix(p.brick, p.ink, 0.3), 16);
  for (let i = 0; i < 20; i += 1) s.circle(...at(i / 20, 0.002), 9, mix(p.brick, p.red, 0.4));
  const glass = mix(mix(p.ink, p.cool, 0.35), p.sky[0], p.dark ? 0.15 : 0.25);
  for (let r = 0; r < 2; r += 1) {
    for (let col = 0; col < 5; col += 1) {
      const [u0, u1] = [0.13 + col * 0.158, 0.13 + col * 0.158 + 0.148];
      const [v0, v1] = [0.11 + r * 0.36, 0.11 + r * 0.36 + 0.335];
      s.poly([at(u0 - 0.004, v0), at(u1, v0), at(u1, v1 + 0.014), at(u0 - 0.004, v1 + 0.014)], mix(p.ink, p.brick, 0.2));
      s.poly([at(u0, v0), at(u1, v0), at(u1, v1), at(u0, v1)], mix(p.steel, p.paper, 0.3));
      const cell = (x0, y0, x1, y1) => [at(u0 + (u1 - u0) * x0, v0 + (v1 - v0) * y0), at(u0 + (u1 - u0) * x1, v0 + (v1 - v0) * y0), at(u0 + (u1 - u0) * x1, v0 + (v1 - v0) * y1), at(u0 + (u1 - u0) * x0, v0 + (v1 - v0) * y1)];
      s.poly(cell(0.03, 0.02, 0.97, 0.98), glass, { shade: [['dark', 'bottomleft', 0.6, 0.7]] });
      // The sky lies on the glass in one slanting band that runs over all panels.
      const shift = (col * 0.28 + r * 0.5) % 1.4 - 0.35;
      const sheen = cell(Math.max(0.03, shift), 0.02, Math.min(0.97, Math.max(0.04, shift + 0.45)), 0.98);
      if (shift < 0.9) s.poly(sheen, mix(glass, p.sky[3], 0.32), { opacity: 0.8 });
      const line = mix(glass, p.paper, 0.3);
      for (let i = 1; i < 4; i += 1) s.line([cell(i / 4, 0.02, 1, 1)[0], cell(i / 4, 0.02, 1, 0.98)[3]], line, 1.8);
      for (let i = 1; i < 6; i += 1) s.line([cell(0.03, i / 6, 0.97, 1)[0], cell(0.03, i / 6, 0.97, 1)[1]], line, 1.8);
    }
  }
  chimney(s, p);
  return s;
}

function chimney(s, p) {
  s.poly([[60, 500], [150, 492], [150, 330], [60, 336]], mix(p.stone, p.brick, 0.4), { shade: [['dark', 'left', 0.7, 0.6]] });
  s.poly([[150, 492], [186, 474], [186, 326], [150, 330]], mix(mix(p.stone, p.brick, 0.4), p.ink, 0.3));
  for (let i = 0; i < 7; i += 1) s.line([[60, 356 + i * 21], [150, 351 + i * 20.6]], mix(p.stone, p.ink, 0.3), 2);
  s.poly([[50, 338], [158, 331], [196, 324], [196, 312], [50, 322]], p.stoneDark);
  for (const x of [84, 124]) s.rect(x - 13, 290, 26, 34, p.brick, { shade: [['dark', 'left', 0.6]] });
}
