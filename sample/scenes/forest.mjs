// A beech forest: trunks in three planes, light between them, a path, a stump and a waymark on a trunk.

import { mix } from './kit/colour.mjs';
import { grass, sky } from './kit/nature.mjs';
import { Sheet, pointsToPath, smooth } from './kit/sheet.mjs';

export function scene(rng, p) {
  const s = new Sheet(p);
  sky(s, rng, { horizon: 620, sun: [640, 300], r: 74, clouds: 0 });
  s.glow(640, 330, 520, 0.6, 420);
  wood(s, rng, { count: 34, foot: [500, 530], width: [6, 15], colour: mix(p.far, p.sky[2], 0.3) });
  leaves(s, rng, 90, mix(p.far, p.leaf, 0.4), [0, 330], 60);
  s.path(`${smooth([[-20, 540], [200, 516], [520, 528], [800, 510], [1230, 536]])}L1230 820L-20 820Z`, mix(p.mid, p.leaf, 0.3), { shade: [['dark', 'bottom', 0.4]] });
  wood(s, rng, { count: 17, foot: [540, 580], width: [18, 32], colour: mix(p.mid, p.woodDark, 0.3), gap: [560, 720] });
  leaves(s, rng, 60, mix(p.green, p.leaf, 0.5), [-10, 260], 80);
  // Beams through the crowns
  if (p.variant !== 'night') {
    for (const [x, w] of [[520, 60], [640, 90], [790, 54]]) {
      const beam = [[x, 60], [x + w * 0.5, 60], [x - 190 + w * 2, 720], [x - 270, 720]];
      s.poly(beam, p.sun, { opacity: p.dark ? 0.1 : 0.16 });
      s.shade(pointsToPath(beam), 'glow', 'top', 0.3);
    }
  }
  s.path(`${smooth([[-20, 640], [260, 600], [640, 622], [900, 596], [1230, 630]])}L1230 820L-20 820Z`, p.green, { shade: [['dark', 'bottom', 0.5]] });
  s.path('M630 522C660 560 560 590 600 622C650 660 480 700 420 812H840C800 720 760 690 690 622C650 584 690 556 650 522Z', mix(p.ground, p.wood, 0.25), { shade: [['dark', 'bottom', 0.5], ['glow', 'top', 0.5, 0.5]] });
  wood(s, rng, { at: [70, 230, 960, 1120], foot: [690, 740], width: [58, 84], colour: mix(p.woodDark, p.stoneDark, 0.25), near: true });
  waymark(s, 960, p);
  stump(s, 380, 716, p);
  leaves(s, rng, 34, mix(p.green, p.ink, 0.2), [-30, 130], 110);
  for (let i = 0; i < 60; i += 1) {
    const [x, y] = [rng.range(0, 1200), rng.range(650, 800)];
    s.ellipse(x, y, rng.range(4, 10), rng.range(2, 4), rng.pick([p.yellow, p.red, p.wood, mix(p.leaf, p.yellow, 0.5)]));
  }
  fern(s, rng, 150, 800, 150, p.near);
  fern(s, rng, 40, 806, 130, mix(p.near, p.ink, 0.3));
  fern(s, rng, 1080, 806, 150, p.near);
  grass(s, rng, { y: 800, count: 60, h: 50, colour: mix(p.near, p.ink, 0.35), spread: 10 });
  return s;
}

function wood(s, rng, { count = 0, at = null, foot, width, colour, gap = null, near = false }) {
  const p = s.palette;
  const xs = at ?? Array.from({ length: count }, (_, i) => ((i + rng.range(0.1, 0.9)) / count) * 1240 - 20);
  for (const x of xs) {
    if (gap && x > gap[0] && x < gap[1]) continue;
    const w = rng.range(...width);
    const y = rng.range(...foot);
    const lean = rng.range(-1, 1) * w * 0.7;
    const tone = mix(colour, p.ink, rng.range(0, 0.18));
    const lit = x < 640 ? 'right' : 'left';
    const dark = x < 640 ? 'left' : 'right';
    s.path(`M${x - w * 0.95} ${y + w * 0.2}C${x - w * 0.5} ${y - w * 0.2} ${x - w * 0.46} ${y - 120} ${x - w * 0.4 + lean} -10H${x + w * 0.4 + lean}C${x + w * 0.46} ${y - 120} ${x + w * 0.5} ${y - w * 0.2} ${x + w * 0.95} ${y + w * 0.2}Q${x} ${y + w * 0.05} ${x - w * 0.95} ${y + w * 0.2}Z`, tone, { shade: [['dark', dark, 0.75, 0.6], ['cut', lit, near ? 0.5 : 0.3, 0.45], ['dark', 'bottom', 0.4, 0.3]] });
    if (near) for (let i = 0; i < 12; i += 1) {
      const my = rng.range(60, y - 60);
      s.line([[x - w * 0.22 + lean * (1 - my / y), my], [x + w * 0.2 + lean * (1 - my / y), my + rng.range(-3, 6)]], mix(tone, p.ink, 0.4), rng.range(2, 4));
    }
    const branch = rng.range(60, 300);
    const out = w * rng.range(1.6, 3) * rng.pick([-1, 1]);
    s.line([[x + lean * 0.6, branch + 70], [x + out * 0.5 + lean * 0.6, branch + 20], [x + out + lean, branch - 50]], tone, w * 0.22, { curve: true });
  }
}

function leaves(s, rng, count, colour, [top, bottom], size) {
  const p = s.palette;
  for (let i = 0; i < count; i += 1) {
    const x = rng.range(-40, 1240);
    const open = Math.abs(x - 640) / 640;
    const y = rng.range(top, top + (bottom - top) * (0.35 + 0.65 * open));
    const r = size * rng.range(0.4, 1);
    const points = [];
    for (let k = 0; k < 10; k += 1) points.push([x + Math.cos(k * 0.628) * r * (k % 2 ? 0.72 : 1.05), y + Math.sin(k * 0.628) * r * 0.5 * (k % 2 ? 0.72 : 1.05)]);
    s.blob(points, mix(colour, rng.pick([p.yellow, p.ink, p.leaf]), rng.range(0, 0.2)), { shade: [['dark', 'bottom', 0.4, 0.8]] });
  }
}

function waymark(s, x, p) {
  s.rect(x - 20, 430, 34, 17, p.white);
  s.rect(x - 20, 447, 34, 17, p.red);
  s.rect(x - 20, 464, 34, 17, p.white);
}

function stump(s, x, y, p) {
  s.ellipse(x, y + 52, 110, 14, p.ink, { opacity: 0.3 });
  s.path(`M${x - 92} ${y + 54}Q${x - 58} ${y + 30} ${x - 60} ${y}H${x + 60}Q${x + 58} ${y + 30} ${x + 92} ${y + 54}Q${x + 40} ${y + 44} ${x} ${y + 58}Q${x - 40} ${y + 44} ${x - 92} ${y + 54}Z`, p.woodDark, { shade: [['dark', 'left', 0.7], ['cut', 'right', 0.4, 0.4]] });
  const cut = mix(p.wood, p.cream, 0.55);
  s.ellipse(x, y, 61, 19, cut);
  for (const k of [0.8, 0.6, 0.42, 0.24]) s.path(`M${x - 61 * k} ${y}a${61 * k} ${19 * k} 0 1 0 ${122 * k} 0a${61 * k} ${19 * k} 0 1 0 ${-122 * k} 0Z`, 'none', { stroke: mix(cut, p.wood, 0.7), width: 2 });
}

function fern(s, rng, x, y, h, colour) {
  for (let k = -2; k <= 2; k += 1) {
    const lean = k * 0.32 + rng.range(-0.08, 0.08);
    const tip = [x + Math.sin(lean) * h * 1.1, y - Math.cos(lean) * h];
    const at = (t) => [x + (tip[0] - x) * t, y + (tip[1] - y) * t + Math.abs(k) * h * 0.16 * t * t];
    s.line([at(0), at(0.5), at(1)], colour, 3, { curve: true });
    for (let i = 2; i < 12; i += 1) {
      const [px, py] = at(i / 12);
      const long = h * 0.2 * (1 - i / 13);
      for (const side of [-1, 1]) s.line([[px, py], [px + side * long, py - long * 0.35]], colour, 4.4 * (1 - i / 16));
    }
  }
}
