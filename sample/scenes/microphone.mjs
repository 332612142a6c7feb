// A microphone on the desk of a speaker, rows of empty seats in the chamber behind it.

import { mix } from './kit/colour.mjs';
import { sheetOfPaper } from './kit/props.mjs';
import { outside } from './kit/room.mjs';
import { Sheet } from './kit/sheet.mjs';

export function scene(rng, palette) {
  const p = palette.indoors();
  const s = new Sheet(p);
  s.rect(-5, -5, 1210, 810, p.wall, { shade: [['dark', 'top', 0.5, 0.5]] });
  // Panels and tall windows of the chamber
  for (let i = 0; i < 5; i += 1) {
    const x = 40 + i * 240;
    s.rect(x + 140, -10, 80, 350, mix(p.wood, p.wall, 0.3), { shade: [['dark', 'left', 0.5]] });
    s.rect(x - 8, -10, 136, 276, mix(p.white, p.wood, 0.3));
    outside(s, rng, `M${x} -10H${x + 120}V258H${x}Z`, [x, -10, x + 120, 258], true, i === 3);
    s.rect(x + 56, -10, 8, 270, mix(p.white, p.wood, 0.3));
    for (const y of [80, 170]) s.rect(x, y, 120, 7, mix(p.white, p.wood, 0.3));
    if (p.dark) {
      s.ellipse(x + 180, 120, 20, 28, p.lamp);
      s.glow(x + 180, 120, 130, 0.6);
    }
  }
  s.rect(-10, 300, 1220, 60, mix(p.wood, p.ink, 0.25), { shade: [['dark', 'bottom', 0.5]] });
  s.rect(-10, 350, 1220, 460, mix(p.woodDark, p.ink, 0.25));
  // Rows of seats that bend round the speaker
  for (let row = 0; row < 5; row += 1) {
    const k = 0.55 + row * 0.24;
    const y0 = 350 + row * 52 + row * row * 7;
    const step = 74 * k;
    const count = Math.ceil(700 / step);
    for (let i = -count; i <= count; i += 1) {
      const x = 600 + i * step + (row % 2) * step * 0.5;
      const y = y0 - ((x - 600) / 600) ** 2 * 46 * k;
      const c = mix(p.red, p.ink, 0.22 - row * 0.03);
      s.path(`M${x - 27 * k} ${y + 46 * k}V${y - 10 * k}Q${x - 27 * k} ${y - 34 * k} ${x} ${y - 34 * k}T${x + 27 * k} ${y - 10 * k}V${y + 46 * k}Z`, c, { shade: [['dark', 'left', 0.6], ['dark', 'bottom', 0.5]] });
      s.round(x - 17 * k, y - 22 * k, 34 * k, 36 * k, 8 * k, mix(c, p.paper, 0.1));
    }
    const edge = (dy) => [-20, 280, 600, 920, 1220].map((x) => [x, y0 + dy * k - ((x - 600) / 600) ** 2 * 46 * k]);
    s.line(edge(36), mix(p.wood, p.cream, 0.25), 13 * k, { curve: true });
    s.line(edge(52), mix(p.wood, p.ink, 0.2), 22 * k, { curve: true });
  }
  // The desk
  s.path('M-10 700Q600 640 1210 700V812H-10Z', p.wood, { shade: [['dark', 'bottom', 0.6], ['dark', 'left', 0.3]] });
  s.line([[-10, 700], [600, 669], [1210, 700]], mix(p.wood, p.cream, 0.45), 10, { curve: true });
  for (let i = 0; i < 8; i += 1) s.line([[rng.range(-60, 500), 716 + i * 11], [rng.range(600, 1260), 716 + i * 11]], mix(p.wood, p.ink, 0.2), 2);
  sheetOfPaper(s, [[130, 716], [370, 700], [400, 780], [110, 798]], 5, mix(p.white, p.paper, 0.3));
  sheetOfPaper(s, [[190, 706], [420, 708], [430, 786], [170, 780]], 5, p.white);
  s.line([[330, 790], [470, 742]], p.red, 9);
  s.path('M950 690H1050L1038 788Q1000 798 962 788Z', mix(p.white, p.sky[1], 0.3), { opacity: 0.7 });
  s.path('M956 730H1044L1038 788Q1000 798 962 788Z', mix(p.steel, p.sky[1], 0.4), { opacity: 0.8 });
  s.ellipse(1000, 730, 44, 8, mix(p.white, p.steel, 0.3));
  microphone(s, p);
  return s;
}

function microphone(s, p) {
  const dark = mix(p.ink, p.near, 0.2);
  s.ellipse(664, 772, 170, 20, p.ink, { opacity: 0.32 });
  s.path('M520 770Q524 728 580 722H700Q756 728 760 770Q640 792 520 770Z', dark, { shade: [['dark', 'left', 0.6], ['cut', 'right', 0.4, 0.4]] });
  s.circle(700, 752, 12, p.accent);
  s.glow(700, 752, 50, 0.5);
  s.round(560, 744, 90, 13, 6, mix(dark, p.paper, 0.2));
  s.line([[640, 724], [640, 610], [634, 500], [600, 420]], dark, 17, { curve: true });
  for (let i = 0; i < 18; i += 1) s.line([[632, 716 - i * 11], [648, 714 - i * 11]], mix(dark, p.paper, 0.25), 2.4);
  s.move('translate(590 330) rotate(-24)', () => {
    s.rect(-30, 64, 60, 70, mix(p.steel, p.ink, 0.3), { shade: [['dark', 'left', 0.8, 0.6], ['cut', 'right', 0.5, 0.4]] });
    s.rect(-36, 58, 72, 16, p.yellow, { shade: [['dark', 'left', 0.6]] });
    s.path('M-66 60Q-86 -20 -68 -90Q-50 -150 0 -152T68 -90Q86 -20 66 60Z', mix(p.steel, p.paper, 0.1), { shade: [['dark', 'left', 0.9, 0.65], ['dark', 'bottom', 0.4]] });
    const mesh = mix(p.steel, p.ink, 0.5);
    s.clip('M-66 60Q-86 -20 -68 -90Q-50 -150 0 -152T68 -90Q86 -20 66 60Z', () => {
      for (let i = -9; i < 16; i += 1) {
        s.line([[-100 + i * 17, 70], [-20 + i * 17, -170]], mesh, 3);
        s.line([[-20 + i * 17, 70], [-100 + i * 17, -170]], mesh, 3);
      }
    });
    s.path('M-80 -40Q0 -22 80 -40V-14Q0 4 -80 -14Z', p.steel, { shade: [['dark', 'left', 0.8, 0.6], ['cut', 'right', 0.5, 0.4]] });
  });
}
