// A library: shelves on both sides up to the ceiling, reading tables with lamps, a tall window at the end.

import { box, onFace, solid } from './kit/camera.mjs';
import { mix } from './kit/colour.mjs';
import { sitter } from './kit/people.mjs';
import { backWindow, room } from './kit/room.mjs';
import { Sheet } from './kit/sheet.mjs';

export function scene(rng, palette) {
  const p = palette.indoors();
  const s = new Sheet(p);
  const cam = room(s, rng, { width: 8.4, height: 6, depth: 13, eye: 1.8, horizon: 450, focal: 840, boards: 'tiles' });
  backWindow(s, rng, cam, { x0: -1.7, x1: 1.7, y0: 1.2, y1: 5.6, panes: [3, 5], arch: true });
  for (const side of [-1, 1]) {
    for (let i = 4; i >= 0; i -= 1) shelf(s, rng, cam, side, 1.2 + i * 2.35);
    // Gallery rail
    for (let z = 1.4; z < 13; z += 0.5) s.line([cam(side * 3, 3.2, z), cam(side * 3, 4, z)], p.woodDark, Math.max(1.5, 12 / z));
    s.line([cam(side * 3, 4, 1.2), cam(side * 3, 4, 13)], p.wood, 7);
    s.poly([cam(side * 3, 3.2, 1), cam(side * 3, 3.2, 13), cam(side * 3, 3, 13), cam(side * 3, 3, 1)], p.wood, { shade: [['dark', 'bottom', 0.5]] });
  }
  ladder(s, cam, p);
  for (const z of [9.4, 6.6, 4]) table(s, rng, cam, z);
  for (const z of [8, 5]) {
    const [x, y] = cam(0, 4.6, z);
    s.line([[x, -10], [x, y]], p.ink, 3);
    const r = cam.scale(z) * 0.34;
    if (p.variant !== 'day') s.glow(x, y, r * 5, 0.55);
    s.circle(x, y, r, p.variant === 'day' ? p.white : p.lamp, { shade: [['dark', 'bottom', 0.3]] });
    s.rect(x - r * 0.4, y - r * 1.1, r * 0.8, r * 0.3, p.ink);
  }
  return s;
}

/** A bay of shelves along the wall, in two storeys. */
function shelf(s, rng, cam, side, z) {
  const p = s.palette;
  const x = side * 3.5;
  const deep = 2.15;
  const face = (u, v) => cam(x, v * 5.9, z + u * deep);
  s.poly([cam(x, 0, z), cam(side * 4.3, 0, z), cam(side * 4.3, 5.9, z), cam(x, 5.9, z)], p.wood, { shade: [['dark', 'bottom', 0.4]] });
  s.poly(onFace(face, 0, 0, 1, 1), p.woodDark);
  const rows = 13;
  const colours = [p.red, p.brick, p.near, p.leaf, p.yellow, p.cream, p.steel, p.green, p.wood];
  for (let r = 0; r < rows; r += 1) {
    const v0 = 0.03 + (r / rows) * 0.96;
    const h = 0.96 / rows;
    s.poly(onFace(face, 0.03, v0, 0.97, v0 + h * 0.84), mix(p.ink, p.woodDark, 0.3));
    for (let u = 0.035; u < 0.95;) {
      const w = rng.range(0.02, 0.055);
      if (rng.chance(0.93)) {
        const t = v0 + h * rng.range(0.52, 0.8);
        const tone = mix(rng.pick(colours), p.ink, rng.range(0.02, 0.18));
        s.poly(onFace(face, u, v0, Math.min(0.965, u + w - 0.004), t), tone);
        if (z < 6 && rng.chance(0.5)) s.poly(onFace(face, u, v0 + h * 0.38, Math.min(0.965, u + w - 0.004), v0 + h * 0.44), mix(tone, p.yellow, 0.5));
      }
      u += w;
    }
  }
  s.shade(`M${onFace(face, 0, 0, 1, 1).map((q) => q.join(' ')).join('L')}Z`, 'dark', side < 0 ? 'left' : 'right', 0.5, 0.8);
  s.poly(onFace(face, -0.02, 0, 0.03, 1), mix(p.wood, p.cream, 0.15));
}

function ladder(s, cam, p) {
  const [a, b] = [cam(-2.5, 0, 5.4), cam(-2.5, 0, 5.9)];
  const [c, d] = [cam(-3.45, 3.1, 5.4), cam(-3.45, 3.1, 5.9)];
  for (let i = 1; i < 10; i += 1) {
    const t = i / 10;
    s.line([[a[0] + (c[0] - a[0]) * t, a[1] + (c[1] - a[1]) * t], [b[0] + (d[0] - b[0]) * t, b[1] + (d[1] - b[1]) * t]], p.cream, 5);
  }
  s.line([a, c], p.cream, 7);
  s.line([b, d], mix(p.cream, p.ink, 0.15), 6);
}

function table(s, rng, cam, z) {
  const p = s.palette;
  const k = cam.scale(z);
  for (const x of [-1.15, 1.15]) {
    const [px, py] = cam(x, 0.5, z + 0.75);
    if (rng.chance(0.75)) sitter(s, rng, { x: px, y: py, h: k * 0.95 });
  }
  for (const x of [-1.6, 1.6]) box(s, cam, { at: [x, 0, z], size: [0.14, 0.74, 0.8], colours: solid(p.woodDark, p) });
  box(s, cam, { at: [0, 0.74, z], size: [3.7, 0.08, 1.1], colours: { ...solid(p.wood, p), top: mix(p.wood, p.red, 0.12) }, shade: { top: [['dark', 'bottom', 0.35]] } });
  for (const x of [-0.9, 0.9]) {
    const [lx, ly] = cam(x, 0.82, z);
    const h = k * 0.5;
    if (p.variant !== 'day') s.glow(lx, ly - h * 0.4, h * 2, 0.65, h * 1.1);
    s.line([[lx, ly], [lx, ly - h * 0.7]], p.yellow, Math.max(3, k * 0.03));
    s.ellipse(lx, ly, h * 0.2, h * 0.05, p.yellow);
    s.path(`M${lx - h * 0.42} ${ly - h * 0.6}Q${lx - h * 0.4} ${ly - h * 0.92} ${lx} ${ly - h * 0.92}T${lx + h * 0.42} ${ly - h * 0.6}Z`, p.leaf, { shade: [['dark', 'left', 0.6]] });
    s.rect(lx - h * 0.42, ly - h * 0.62, h * 0.84, h * 0.07, p.variant === 'day' ? p.cream : p.lamp);
  }
  const on = (x, dz) => cam(x, 0.825, z + dz);
  for (const x of [-1.5, -0.1, 1.35]) {
    s.poly([on(x - 0.2, -0.3), on(x, -0.28), on(x, 0.05), on(x - 0.2, 0.03)], p.white);
    s.poly([on(x, -0.28), on(x + 0.2, -0.3), on(x + 0.2, 0.03), on(x, 0.05)], mix(p.white, p.stone, 0.3));
  }
  // A small pile of books, one on another
  [p.red, p.near, p.yellow].forEach((colour, i) => {
    const lift = i * k * 0.05;
    s.poly([on(0.29, -0.2), on(0.61, -0.2), on(0.61, 0.1), on(0.29, 0.1)].map(([px, py]) => [px + i * 2, py - lift]), colour, { shade: [['dark', 'bottom', 0.5]] });
  });
}
