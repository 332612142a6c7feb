// An empty classroom: rows of desks, a blackboard with a drawing on it, tall windows on the left.

import { box, onFace, solid } from './kit/camera.mjs';
import { mix } from './kit/colour.mjs';
import { room, outside } from './kit/room.mjs';
import { Sheet, pointsToPath } from './kit/sheet.mjs';

export function scene(rng, palette) {
  const p = palette.indoors();
  const s = new Sheet(p);
  const cam = room(s, rng, { width: 9, height: 3.6, depth: 9, eye: 1.75, x: 0.6, horizon: 320, focal: 860, centre: 640 });
  // Windows in the left wall, and what falls through them
  for (let i = 3; i >= 0; i -= 1) {
    const z = 1.9 + i * 1.85;
    const at = (u, v) => cam(-4.5, 1.1 + 2 * v, z + 1.3 * u);
    const quad = [at(0, 0), at(1, 0), at(1, 1), at(0, 1)];
    s.poly([at(-0.06, -0.05), at(1.06, -0.05), at(1.06, 1.05), at(-0.06, 1.05)], mix(p.white, p.wood, 0.2));
    const xs = quad.map(([x]) => x);
    const ys = quad.map(([, y]) => y);
    outside(s, rng, pointsToPath(quad), [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)], true, i === 3);
    s.line([at(0.5, 0), at(0.5, 1)], mix(p.white, p.wood, 0.2), 6);
    s.line([at(0, 0.66), at(1, 0.66)], mix(p.white, p.wood, 0.2), 5);
    if (p.variant !== 'night') {
      const beam = [cam(-3.9, 0, z), cam(-3.9, 0, z + 1.3), cam(-0.4, 0, z + 1.9), cam(-0.4, 0, z + 0.6)];
      s.poly(beam, p.glow, { opacity: p.dark ? 0.24 : 0.4 });
      s.shade(pointsToPath(beam), 'glow', 'left', 0.5);
    }
  }
  // Blackboard
  const board = (u, v) => cam(-2.7 + 5 * u, 1.05 + 1.7 * v, 9);
  s.poly(onFace(board, -0.03, -0.06, 1.03, 1.06), p.wood, { shade: [['dark', 'bottom', 0.4]] });
  s.poly(onFace(board, 0, 0, 1, 1), p.dark ? mix(p.near, p.ink, 0.45) : mix(p.local(p.cool), p.ink, 0.5), { shade: [['cut', 'topright', 0.2, 0.6]] });
  const chalk = mix(p.white, p.near, 0.1);
  const [tx, ty] = board(0.24, 0.28);
  s.path(`M${tx - 50} ${ty}L${tx + 60} ${ty}L${tx + 10} ${ty - 80}Z`, 'none', { stroke: chalk, width: 3.4 });
  s.line([[tx + 10, ty - 80], [tx + 10, ty]], chalk, 2.4, { dash: '6 6' });
  const [cx, cy] = board(0.68, 0.5);
  s.path(`M${cx - 44} ${cy}a44 44 0 1 0 88 0a44 44 0 1 0 -88 0Z`, 'none', { stroke: chalk, width: 3.4 });
  s.line([[cx, cy], [cx + 36, cy - 26]], chalk, 3);
  s.line([[cx - 74, cy + 62], [cx + 90, cy + 62]], chalk, 3);
  s.poly(onFace(board, 0.3, -0.09, 0.7, -0.05), p.wood);
  // Clock, map, teacher's desk with a globe
  const [kx, ky] = cam(3.3, 3, 9);
  s.circle(kx, ky, 28, p.ink);
  s.circle(kx, ky, 23, p.white);
  s.line([[kx, ky], [kx, ky - 15]], p.ink, 3);
  s.line([[kx, ky], [kx + 12, ky + 5]], p.ink, 3);
  const map = (u, v) => cam(2.75 + 1.4 * u, 1.1 + 1.3 * v, 9);
  s.poly(onFace(map, 0, 0, 1, 1), mix(p.sky[2], p.steel, 0.3));
  for (let i = 0; i < 4; i += 1) s.blob([0, 1, 2, 3, 4, 5].map((k) => map(0.28 + (i % 2) * 0.42 + Math.cos(k) * rng.range(0.1, 0.17), 0.3 + Math.floor(i / 2) * 0.42 + Math.sin(k) * rng.range(0.1, 0.16))), rng.pick([p.leaf, p.yellow, p.red]));
  s.poly(onFace(map, -0.03, 0.98, 1.03, 1.04), p.woodDark);
  box(s, cam, { at: [0.9, 0, 7.4], size: [2.2, 0.8, 0.9], colours: solid(p.wood, p), shade: { sides: [['dark', 'bottom', 0.5]] } });
  const [gx, gy] = cam(1.5, 0.8, 7.3);
  s.line([[gx, gy], [gx, gy - 16]], p.ink, 5);
  s.circle(gx, gy - 44, 30, p.steel, { shade: [['dark', 'bottomleft', 0.7]] });
  s.blob([[gx - 20, gy - 56], [gx - 2, gy - 66], [gx + 8, gy - 50], [gx - 6, gy - 38]], p.leaf);
  s.blob([[gx + 8, gy - 40], [gx + 20, gy - 42], [gx + 16, gy - 26]], p.leaf);
  for (const [dx, c] of [[-120, p.red], [-96, p.yellow]]) s.rect(gx + dx, gy - 14, 62, 13, c);
  // Desks and chairs, farthest first
  for (const z of [6, 4.55, 3.1]) {
    for (const x of [-2.7, -0.4, 1.9, 4.0]) desk(s, rng, cam, x, z);
  }
  for (const x of [-2, 1.4]) {
    const [lx, ly] = cam(x, 3.3, 5);
    s.line([[lx, ly - 60], [lx, ly]], p.ink, 3);
    s.ellipse(lx, ly + 12, 54, 20, p.variant === 'day' ? p.white : p.lamp, { shade: [['dark', 'bottom', 0.3]] });
    if (p.variant !== 'day') s.glow(lx, ly + 20, 250, 0.55);
  }
  return s;
}

function desk(s, rng, cam, x, z) {
  const p = s.palette;
  const top = mix(p.wood, p.cream, 0.3);
  for (const dx of [-0.72, 0.72]) box(s, cam, { at: [x + dx, 0, z], size: [0.05, 0.7, 0.4], colours: solid(p.near, p) });
  box(s, cam, { at: [x, 0.7, z], size: [1.6, 0.06, 0.6], colours: { ...solid(p.wood, p), top }, shade: { top: [['dark', 'bottom', 0.3]] } });
  const on = (u, v) => cam(x - 0.8 + 1.6 * u, 0.765, z - 0.3 + 0.6 * v);
  if (rng.chance(0.6)) s.poly([on(0.12, 0.2), on(0.36, 0.25), on(0.38, 0.75), on(0.14, 0.7)], rng.pick([p.white, p.red, p.yellow]));
  if (rng.chance(0.4)) s.poly([on(0.62, 0.3), on(0.82, 0.24), on(0.84, 0.66), on(0.64, 0.74)], rng.pick([p.white, p.leaf, p.steel]));
  for (const dx of [-0.4, 0.4]) {
    const cz = z - 0.62;
    for (const [ex, ez] of [[-0.18, 0.16], [0.18, 0.16], [-0.18, -0.16], [0.18, -0.16]]) s.line([cam(x + dx + ex, 0.43, cz + ez), cam(x + dx + ex, 0, cz + ez)], p.ink, Math.max(2.4, 16 / z));
    box(s, cam, { at: [x + dx, 0.42, cz], size: [0.42, 0.04, 0.4], colours: solid(p.red, p) });
    for (const ex of [-0.18, 0.18]) s.line([cam(x + dx + ex, 0.44, cz - 0.18), cam(x + dx + ex, 0.86, cz - 0.2)], p.ink, Math.max(2.4, 16 / z));
    box(s, cam, { at: [x + dx, 0.62, cz - 0.2], size: [0.42, 0.26, 0.03], colours: solid(p.red, p), shade: { sides: [['dark', 'bottom', 0.4]] } });
  }
}
