// A lighthouse on its rock above a swell.

import { mix } from './kit/colour.mjs';
import { birds, grass, sky, water } from './kit/nature.mjs';
import { Sheet } from './kit/sheet.mjs';
import { gable } from './kit/town.mjs';

export function scene(rng, p) {
  const s = new Sheet(p);
  sky(s, rng, { horizon: 500, sun: [270, p.variant === 'day' ? 130 : 330], r: 60, clouds: 5 });
  const base = water(s, rng, { y0: 500, sun: 270, marks: 60 });
  s.path('M-10 502Q90 470 190 486T330 502Z', p.far, { shade: [['dark', 'bottom', 0.4]] });
  sail(s, 420, 520, p);
  const [x, top] = [850, 190];
  if (p.variant !== 'day') {
    s.poly([[x, top - 6], [-20, 20], [-20, 190], [x, top + 8]], p.lamp, { opacity: 0.2 });
    s.poly([[x, top - 6], [-20, 70], [-20, 140], [x, top + 6]], p.lamp, { opacity: 0.2 });
    s.poly([[x, top - 4], [1210, 150], [1210, 250], [x, top + 6]], p.lamp, { opacity: 0.2 });
    s.glow(x, top, 260, 0.7);
  }
  const rock = mix(p.stoneDark, p.near, 0.35);
  s.path('M470 812L520 720L560 700L590 640L660 610L700 560L760 540L960 536L1010 560L1090 566L1210 540V812Z', rock, { shade: [['dark', 'left', 0.6, 0.5], ['dark', 'bottom', 0.5]] });
  for (const d of ['M590 640L640 660L620 740L560 700Z', 'M700 560L760 590L740 680L650 700L660 610Z', 'M960 536L1000 640L940 720L880 640Z', 'M1090 566L1120 660L1060 730L1020 640Z']) s.path(d, mix(rock, p.ink, 0.3), { shade: [['cut', 'right', 0.4, 0.5]] });
  for (const d of ['M760 590L880 640L850 730L740 680Z', 'M1120 660L1210 620V720L1090 740Z']) s.path(d, mix(rock, p.paper, 0.14), { shade: [['dark', 'bottom', 0.5]] });
  s.path('M696 562Q770 520 880 530T1100 560L1210 536V566Q1100 590 1010 576T760 566Q730 570 696 562Z', mix(p.green, p.leaf, 0.3), { shade: [['dark', 'bottom', 0.5]] });
  gable(s, rng, { x: 950, y: 556, w: 74, h: 54, run: 84 });
  tower(s, x, top, p);
  grass(s, rng, { y: 548, from: 720, to: 1200, count: 40, h: 22, colour: p.near, spread: 12 });
  surf(s, rng, base);
  birds(s, rng, 520, 230, 6, 17, mix(p.ink, p.paper, p.dark ? 0.5 : 0.2));
  return s;
}

function tower(s, x, top, p) {
  const foot = 542;
  const half = (y) => 26 + ((y - top - 40) / (foot - top - 40)) * 22;
  const part = (y0, y1, colour) => s.poly([[x - half(y0), y0], [x + half(y0), y0], [x + half(y1), y1], [x - half(y1), y1]], colour, { shade: [['dark', 'right', 0.75, 0.7], ['cut', 'left', 0.3, 0.3]] });
  const h = (foot - top - 40) / 5;
  for (let i = 0; i < 5; i += 1) part(top + 40 + i * h, top + 40 + (i + 1) * h, i % 2 ? p.red : p.white);
  for (const y of [300, 400]) {
    s.rect(x - 8, y, 14, 24, p.variant === 'day' ? p.paneDark : p.gold);
  }
  s.path(`M${x - 12} ${foot}v-34q12 -14 24 0v34Z`, p.woodDark);
  s.rect(x - 42, top + 30, 84, 12, p.ink);
  for (let i = 0; i <= 8; i += 1) s.line([[x - 40 + i * 10, top + 30], [x - 40 + i * 10, top + 10]], p.ink, 2);
  s.line([[x - 41, top + 10], [x + 41, top + 10]], p.ink, 3);
  s.rect(x - 20, top - 26, 40, 56, p.variant === 'day' ? mix(p.sky[1], p.paper, 0.5) : p.lamp);
  for (const dx of [-20, -7, 7, 20]) s.line([[x + dx, top - 26], [x + dx, top + 30]], p.ink, 3);
  s.path(`M${x - 28} ${top - 26}Q${x} ${top - 70} ${x + 28} ${top - 26}Z`, p.red, { shade: [['dark', 'right', 0.7]] });
  s.line([[x, top - 48], [x, top - 82]], p.ink, 3);
  if (p.variant !== 'day') s.glow(x, top, 90, 0.95);
}

function sail(s, x, y, p) {
  s.path(`M${x - 30} ${y - 8}Q${x} ${y + 2} ${x + 32} ${y - 8}L${x + 22} ${y + 6}H${x - 20}Z`, p.woodDark);
  s.path(`M${x} ${y - 12}V${y - 78}Q${x + 40} ${y - 40} ${x + 34} ${y - 14}Z`, p.white, { shade: [['dark', 'left', 0.4]] });
  s.path(`M${x - 5} ${y - 14}V${y - 66}Q${x - 28} ${y - 30} ${x - 28} ${y - 14}Z`, p.red);
}

/** Rows of swell that break on the rock. */
function surf(s, rng, base) {
  const p = s.palette;
  for (let row = 0; row < 4; row += 1) {
    const y = 650 + row * 46;
    const colour = mix(base, row % 2 ? p.ink : p.cool, 0.14 + row * 0.07);
    let d = `M-20 ${y}`;
    const step = 120 + row * 30;
    const off = rng.range(0, step);
    for (let x = -20 - off; x < 1240; x += step) d += `Q${(x + step * 0.3).toFixed(0)} ${y - 26 - row * 4} ${(x + step * 0.62).toFixed(0)} ${y - 22 - row * 3}Q${(x + step * 0.7).toFixed(0)} ${y + 2} ${(x + step).toFixed(0)} ${y}`;
    s.path(`${d}V812H-20Z`, colour, { shade: [['dark', 'bottom', 0.4, 0.5], ['cut', 'top', 0.3, 0.25]] });
    for (let x = -20 - off; x < 1240; x += step) {
      s.path(`M${x + step * 0.2} ${y - 17}Q${x + step * 0.4} ${y - 31 - row * 3} ${x + step * 0.64} ${y - 24 - row * 3}Q${x + step * 0.44} ${y - 22 - row * 2} ${x + step * 0.2} ${y - 17}Z`, mix(p.white, base, 0.1));
    }
  }
  for (let i = 0; i < 44; i += 1) s.circle(rng.range(480, 760), 690 - rng() ** 2 * 110 + rng.range(0, 30), rng.range(2, 6), p.white);
}
