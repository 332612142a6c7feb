// A telescope on a hilltop; somebody small looks through it at a large sky.

import { mix } from './kit/colour.mjs';
import { grass, hills, pine, sky } from './kit/nature.mjs';
import { person } from './kit/people.mjs';
import { Sheet } from './kit/sheet.mjs';
import { gable, house } from './kit/town.mjs';

export function scene(rng, p) {
  const s = new Sheet(p);
  sky(s, rng, { horizon: 600, sun: [240, p.variant === 'day' ? 150 : p.variant === 'night' ? 170 : 430], r: 62, clouds: p.variant === 'night' ? 0 : 4 });
  if (p.variant === 'night' || p.variant === 'dusk') stars(s, rng);
  hills(s, rng, { y: 520, amp: 90, colour: p.far });
  hills(s, rng, { y: 570, amp: 40, colour: p.mid, waves: 3 });
  for (let i = 0; i < 15; i += 1) {
    const [x, y] = [30 + (i % 8) * 62 + rng.range(-12, 12), 620 + Math.floor(i / 8) * 44];
    if (i % 3) house(s, rng, { x, y, w: 42, h: 24, rows: 1, eaves: 4, door: false, lit: 0.9 });
    else gable(s, rng, { x, y, w: 32, h: 24, run: 26, lit: 0.9 });
  }
  s.path('M140 812C380 800 480 640 800 636S1120 690 1210 720V812Z', mix(p.green, p.near, 0.4), { shade: [['dark', 'left', 0.5, 0.5], ['dark', 'bottom', 0.5]] });
  for (const [x, y, h] of [[1100, 710, 240], [1160, 740, 320], [1030, 680, 170]]) pine(s, rng, x, y, h, { colour: mix(p.near, p.ink, 0.3) });
  telescope(s, 770, 650, p);
  person(s, rng, { x: 912, y: 664, h: 178, coat: p.red, turn: -1, arm: 'down' });
  person(s, rng, { x: 560, y: 712, h: 150, coat: p.yellow, turn: 1, arm: 'up' });
  person(s, rng, { x: 510, y: 724, h: 118, coat: p.leaf, turn: 1 });
  grass(s, rng, { y: (x) => 640 + ((x - 800) / 400) ** 2 * 80, from: 420, count: 60, h: 24, colour: mix(p.near, p.ink, 0.15), spread: 16 });
  grass(s, rng, { y: 800, from: 200, count: 80, h: 60, colour: mix(p.near, p.ink, 0.4), spread: 12 });
  return s;
}

/** The Milky Way as a band of fine dots, and one constellation. */
function stars(s, rng) {
  const p = s.palette;
  const night = p.variant === 'night';
  const count = night ? 420 : 60;
  for (let i = 0; i < count; i += 1) {
    const t = rng();
    const wide = (rng() + rng() + rng() - 1.5) * 210;
    const [x, y] = [300 + t * 900 + wide * 0.45, 520 - t * 560 + wide];
    if (y > 500) continue;
    s.circle(x, y, rng.range(0.8, rng.chance(0.08) ? 3.8 : 2.1), mix(p.paper, p.sky[1], rng.range(0, 0.55)));
  }
  const plough = [[560, 96], [616, 116], [656, 150], [706, 172], [716, 226], [794, 232], [806, 176]];
  for (const [i, j] of [[0, 1], [1, 2], [2, 3], [3, 4], [4, 5], [5, 6], [6, 3]]) s.line([plough[i], plough[j]], mix(p.paper, p.sky[1], 0.5), 1.5);
  for (const [x, y] of plough) s.circle(x, y, 5, p.paper);
  if (night) s.line([[930, 70], [1080, 150]], mix(p.paper, p.sky[1], 0.2), 2.6);
}

function telescope(s, x, y, p) {
  const dark = mix(p.ink, p.near, 0.2);
  for (const [dx, dy] of [[-96, 14], [10, 30], [92, 10]]) {
    s.line([[x, y - 190], [x + dx, y + dy]], p.woodDark, 12);
    s.line([[x + 2, y - 190], [x + dx * 0.6 + 2, y - 190 + (190 + dy) * 0.6]], p.wood, 5);
  }
  s.line([[x - 44, y - 78], [x + 44, y - 80]], p.woodDark, 5);
  s.round(x - 22, y - 218, 44, 46, 8, dark, { shade: [['dark', 'left', 0.5]] });
  s.move(`translate(${x} ${y - 232}) rotate(-36)`, () => {
    const tube = mix(p.white, p.steel, 0.1);
    s.rect(-160, -24, 330, 48, tube, { shade: [['dark', 'bottom', 0.85, 0.7], ['cut', 'top', 0.3, 0.4]] });
    s.rect(160, -32, 66, 64, mix(p.red, p.ink, 0.05), { shade: [['dark', 'bottom', 0.8, 0.7]] });
    s.ellipse(226, 0, 10, 32, mix(p.ink, p.sky[0], 0.3));
    s.rect(-30, -28, 40, 56, p.yellow, { shade: [['dark', 'bottom', 0.7]] });
    s.rect(-206, -16, 52, 32, dark);
    s.rect(-240, -10, 38, 20, p.steel, { shade: [['dark', 'bottom', 0.6]] });
    s.line([[-90, -24], [-90, -42], [40, -42], [40, -24]], dark, 5);
    s.rect(-110, -52, 170, 18, dark, { shade: [['cut', 'top', 0.3]] });
  });
  s.line([[x - 10, y - 196], [x + 40, y - 150]], p.steel, 6);
  s.circle(x + 42, y - 148, 8, p.ink);
}
