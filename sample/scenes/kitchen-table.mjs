// A kitchen table by the window: bread, a pot of coffee, cups, a folded newspaper without a word on it.

import { box, solid } from './kit/camera.mjs';
import { mix } from './kit/colour.mjs';
import { backWindow, hangingLamp, room } from './kit/room.mjs';
import { Sheet } from './kit/sheet.mjs';

export function scene(rng, palette) {
  const p = palette.indoors();
  const s = new Sheet(p);
  const cam = room(s, rng, { width: 7, height: 3, depth: 5.4, eye: 1.55, horizon: 300, focal: 880 });
  backWindow(s, rng, cam, { x0: -1.15, x1: 1.15, y0: 1.05, y1: 2.5 });
  // Curtains
  for (const side of [-1, 1]) {
    const [x, y] = cam(side * 1.5, 2.62, 5.4);
    const [, foot] = cam(0, 0.75, 5.4);
    const w = 62 * side;
    s.path(`M${x + w * 0.4} ${y}H${x - w}Q${x - w * 0.9} ${(y + foot) / 2} ${x - w * 0.1} ${foot - 60}L${x + w * 0.1} ${foot}H${x + w * 0.5}Z`, p.red, { shade: [['dark', side < 0 ? 'left' : 'right', 0.7], ['cut', 'top', 0.3, 0.4]] });
    for (let i = 0; i < 3; i += 1) s.line([[x - w * 0.7 + i * w * 0.34, y], [x - w * 0.2 + i * w * 0.2, foot - 30]], mix(p.red, p.ink, 0.3), 3);
  }
  const [cx, cy] = cam(-2.6, 1.9, 5.4);
  shelf(s, rng, cx, cy);
  const [dx, dy] = cam(2.55, 1.9, 5.4);
  shelf(s, rng, dx, dy);
  for (const [x, z] of [[-1.35, 3.5], [1.35, 3.4]]) chair(s, cam, x, z);
  const top = 0.78;
  for (const [x, z] of [[-1.15, 2.15], [1.15, 2.15], [-1.15, 3.2], [1.15, 3.2]]) box(s, cam, { at: [x, 0, z], size: [0.1, top, 0.1], colours: solid(p.woodDark, p) });
  box(s, cam, { at: [0, top, 2.65], size: [2.7, 0.07, 1.3], colours: { ...solid(p.wood, p), top: mix(p.wood, p.cream, 0.35) }, shade: { top: [['dark', 'bottomleft', 0.45, 0.7]] } });
  const on = (x, z) => cam(x, top + 0.07, z);
  // A runner cloth
  s.poly([on(-0.5, 2.02), on(0.5, 2.02), on(0.5, 3.28), on(-0.5, 3.28)], p.white, { shade: [['dark', 'left', 0.4]] });
  for (const t of [-0.38, 0.38]) s.line([on(t, 2.02), on(t, 3.28)], p.red, 5, { cap: 'butt' });
  loaf(s, on(0.62, 2.6), p);
  pot(s, on(-0.05, 2.95), p);
  cup(s, on(-0.55, 2.4), p, p.yellow);
  cup(s, on(0.3, 2.28), p, p.white);
  paper(s, on, p);
  hangingLamp(s, 600, 150, 78, { reach: 300, spread: 3, colour: p.near });
  return s;
}

function shelf(s, rng, x, y) {
  const p = s.palette;
  for (const row of [0, 74]) {
    s.rect(x - 84, y + row, 168, 9, p.wood, { shade: [['dark', 'bottom', 0.5]] });
    for (let i = 0; i < 5; i += 1) {
      const jx = x - 76 + i * 32;
      const h = rng.range(26, 46);
      s.round(jx, y + row - h, 23, h, 5, rng.pick([p.red, p.yellow, p.white, p.leaf, p.steel]), { shade: [['dark', 'left', 0.6]] });
      s.rect(jx + 3, y + row - h - 5, 17, 6, p.woodDark);
    }
  }
}

function chair(s, cam, x, z) {
  const p = s.palette;
  for (const dx of [-0.22, 0.22]) box(s, cam, { at: [x + dx, 0, z + 0.2], size: [0.06, 1, 0.06], colours: solid(p.woodDark, p) });
  for (const y of [0.6, 0.8, 0.94]) box(s, cam, { at: [x, y, z + 0.2], size: [0.42, 0.06, 0.04], colours: solid(p.woodDark, p) });
}

function loaf(s, [x, y], p) {
  s.ellipse(x, y + 6, 96, 20, p.wood, { shade: [['dark', 'bottom', 0.6]] });
  const crust = p.local(mix(p.gold, p.accent, 0.4));
  s.path(`M${x - 78} ${y}C${x - 82} ${y - 66} ${x + 80} ${y - 70} ${x + 78} ${y}Z`, crust, { shade: [['dark', 'bottomleft', 0.8, 0.8]] });
  for (let i = -1; i <= 1; i += 1) s.path(`M${x + i * 42 - 14} ${y - 20}q6 -32 22 -30q2 18 -12 32Z`, p.cream);
}

function pot(s, [x, y], p) {
  s.ellipse(x + 6, y + 4, 70, 12, p.ink, { opacity: 0.25 });
  s.path(`M${x - 46} ${y}L${x - 32} ${y - 66}H${x + 32}L${x + 46} ${y}Q${x} ${y + 14} ${x - 46} ${y}Z`, p.steel, { shade: [['dark', 'left', 0.8, 0.6], ['cut', 'right', 0.5, 0.4]] });
  s.path(`M${x - 34} ${y - 66}L${x - 42} ${y - 120}H${x + 42}L${x + 34} ${y - 66}Z`, mix(p.steel, p.paper, 0.15), { shade: [['dark', 'left', 0.7, 0.6]] });
  s.poly([[x - 42, y - 120], [x - 66, y - 104], [x - 38, y - 92]], p.steel);
  s.line([[x + 40, y - 112], [x + 74, y - 100], [x + 66, y - 40]], p.ink, 10, { curve: true });
  s.path(`M${x - 43} ${y - 120}Q${x} ${y - 150} ${x + 43} ${y - 120}Z`, p.near);
  s.circle(x, y - 140, 7, p.ink);
}

function cup(s, [x, y], p, colour) {
  s.ellipse(x, y + 2, 54, 13, mix(colour, p.paper, 0.3), { shade: [['dark', 'bottom', 0.6]] });
  s.path(`M${x - 32} ${y - 46}Q${x - 30} ${y + 2} ${x} ${y + 4}Q${x + 30} ${y + 2} ${x + 32} ${y - 46}Z`, colour, { shade: [['dark', 'left', 0.75, 0.6]] });
  s.ellipse(x, y - 46, 32, 9, mix(colour, p.paper, 0.4));
  s.ellipse(x, y - 45, 26, 6, p.woodDark);
  s.line([[x + 30, y - 38], [x + 50, y - 34], [x + 44, y - 14], [x + 24, y - 10]], colour, 7, { curve: true });
}

function paper(s, on, p) {
  const points = [on(-1.2, 2.25), on(-0.78, 2.12), on(-0.68, 2.62), on(-1.1, 2.72)];
  s.poly(points, mix(p.white, p.stone, 0.2), { shade: [['dark', 'bottomleft', 0.5]] });
  const at = (u, v) => [0, 1].map((i) => (points[0][i] * (1 - u) + points[1][i] * u) * (1 - v) + (points[3][i] * (1 - u) + points[2][i] * u) * v);
  s.poly([at(0.1, 0.62), at(0.55, 0.62), at(0.55, 0.9), at(0.1, 0.9)], p.steel);
  for (let i = 0; i < 6; i += 1) s.line([at(0.1, 0.12 + i * 0.08), at(0.55, 0.12 + i * 0.08)], mix(p.ink, p.white, 0.45), 2.4);
  for (let i = 0; i < 10; i += 1) s.line([at(0.62, 0.12 + i * 0.08), at(0.92, 0.12 + i * 0.08)], mix(p.ink, p.white, 0.45), 2.4);
}
