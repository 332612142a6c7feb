// A table with a map unrolled on it, a compass, a ruler, a lamp; a window over it.

import { box, onFace, solid } from './kit/camera.mjs';
import { mix } from './kit/colour.mjs';
import { backWindow, hangingLamp, room } from './kit/room.mjs';
import { Sheet, smooth } from './kit/sheet.mjs';

export function scene(rng, palette) {
  const p = palette.indoors();
  const s = new Sheet(p);
  const cam = room(s, rng, { width: 9, height: 3.8, depth: 6.6, eye: 2.15, horizon: 210, focal: 860 });
  backWindow(s, rng, cam, { x0: -3.4, x1: -0.6, y0: 1.3, y1: 3.4, panes: [3, 2], beam: false });
  backWindow(s, rng, cam, { x0: 0.6, x1: 3.4, y0: 1.3, y1: 3.4, panes: [3, 2], beam: false, light: false });
  for (const [x, z] of [[-1.9, 4.9], [0, 5], [1.9, 4.9]]) {
    for (const dx of [-0.28, 0.28]) box(s, cam, { at: [x + dx, 0, z], size: [0.06, 1.3, 0.06], colours: solid(p.woodDark, p) });
    box(s, cam, { at: [x, 0.82, z], size: [0.54, 0.42, 0.05], colours: solid(p.red, p), shade: { sides: [['dark', 'bottom', 0.5]] } });
  }
  const top = 0.86;
  for (const x of [-2.2, 2.2]) box(s, cam, { at: [x, 0, 2.1], size: [0.14, top, 0.14], colours: solid(p.woodDark, p) });
  box(s, cam, { at: [0, top, 3.1], size: [5, 0.1, 2.5], colours: { ...solid(p.wood, p), top: mix(p.wood, p.woodDark, 0.3) }, shade: { top: [['dark', 'bottomleft', 0.45, 0.7]] } });
  map(s, rng, cam, top + 0.1, p);
  const on = (x, z, y = 0) => cam(x, top + 0.115 + y, z);
  // Ruler, dividers, pins, a cup, a rolled sheet
  s.poly([on(-1.5, 2.16), on(-0.1, 2.3), on(-0.12, 2.4), on(-1.52, 2.26)], p.yellow);
  for (let i = 0; i < 14; i += 1) s.line([on(-1.44 + i * 0.1, 2.17 + i * 0.01), on(-1.445 + i * 0.1, 2.17 + i * 0.01 + (i % 5 ? 0.03 : 0.055))], p.ink, 2);
  const [hx, hy] = on(0.72, 2.7, 0.42);
  s.line([[hx, hy], on(0.5, 2.55)], p.steel, 7);
  s.line([[hx, hy], on(0.98, 2.62)], mix(p.steel, p.ink, 0.3), 7);
  s.circle(hx, hy, 12, p.yellow, { shade: [['dark', 'left', 0.6]] });
  for (const [x, z, c] of [[-0.7, 3.1, p.red], [-0.2, 3.5, p.red], [0.3, 3.2, p.yellow], [1.1, 3.4, p.red], [-1.2, 2.8, p.leaf]]) {
    const [px, py] = on(x, z);
    s.line([[px, py], [px + 5, py - 28]], p.ink, 3);
    s.circle(px + 6, py - 32, 9, c, { shade: [['dark', 'bottomleft', 0.6]] });
  }
  s.line([-0.7, -0.2, 0.3, 1.1].map((x, i) => on(x, [3.1, 3.5, 3.2, 3.4][i])), p.red, 3, { dash: '9 7' });
  compass(s, ...on(-1.95, 2.5), p);
  const [a, b] = [on(1.6, 2.2, 0.06), on(2.3, 3.5, 0.06)];
  s.line([a, b], mix(p.white, p.cream, 0.6), 40, { cap: 'butt' });
  s.ellipse(a[0] - 2, a[1] + 2, 21, 24, mix(p.cream, p.ink, 0.12));
  s.ellipse(a[0] - 2, a[1] + 2, 11, 13, p.ink);
  s.line([[a[0] + 40, a[1] - 62], [a[0] + 62, a[1] - 34]], p.red, 6);
  hangingLamp(s, 600, 120, 90, { reach: 430, spread: 4.6, colour: p.near });
  return s;
}

function map(s, rng, cam, y, p) {
  const face = (u, v) => cam(-1.9 + 3.5 * u, y + 0.01, 2.06 + 1.9 * v);
  const paper = mix(p.white, p.cream, 0.5);
  s.poly(onFace(face, 0, 0, 1, 1), paper, { shade: [['dark', 'bottomleft', 0.3]] });
  const sea = mix(p.steel, p.sky[1], p.dark ? 0.2 : 0.5);
  s.poly(onFace(face, 0.03, 0.04, 0.97, 0.96), mix(sea, p.paper, 0.25));
  const land = (points, colour) => s.path(smooth(points.map(([u, v]) => face(u + rng.range(-0.012, 0.012), v + rng.range(-0.012, 0.012))), true), colour, { shade: [['dark', 'bottomleft', 0.35]] });
  // An invented coast, in countries of several colours
  land([[0.1, 0.3], [0.2, 0.2], [0.32, 0.26], [0.4, 0.18], [0.5, 0.26], [0.48, 0.44], [0.42, 0.6], [0.3, 0.66], [0.22, 0.82], [0.12, 0.74], [0.08, 0.5]], mix(p.leaf, p.cream, 0.3));
  land([[0.5, 0.26], [0.6, 0.16], [0.72, 0.2], [0.76, 0.36], [0.66, 0.5], [0.56, 0.5], [0.48, 0.44]], mix(p.yellow, p.cream, 0.2));
  land([[0.42, 0.6], [0.48, 0.44], [0.56, 0.5], [0.66, 0.5], [0.7, 0.66], [0.6, 0.82], [0.46, 0.84], [0.38, 0.74]], mix(p.red, p.cream, 0.35));
  land([[0.66, 0.5], [0.76, 0.36], [0.88, 0.34], [0.92, 0.5], [0.86, 0.64], [0.7, 0.66]], mix(p.leaf, p.yellow, 0.5));
  land([[0.76, 0.78], [0.86, 0.74], [0.88, 0.86], [0.78, 0.9]], mix(p.red, p.yellow, 0.5));
  const river = (points) => s.line(points.map(([u, v]) => face(u, v)), sea, 4, { curve: true });
  river([[0.26, 0.76], [0.32, 0.56], [0.44, 0.5], [0.52, 0.4], [0.6, 0.36]]);
  river([[0.62, 0.8], [0.58, 0.66], [0.66, 0.56], [0.78, 0.52]]);
  const grid = mix(p.ink, paper, 0.65);
  for (let i = 1; i < 6; i += 1) {
    s.line([face(0.03 + i * 0.157, 0.04), face(0.03 + i * 0.157, 0.96)], grid, 1.3);
    if (i < 5) s.line([face(0.03, 0.04 + i * 0.184), face(0.97, 0.04 + i * 0.184)], grid, 1.3);
  }
  // Rolled edge
  s.line([face(1.005, 0), face(1.005, 1)], mix(paper, p.ink, 0.2), 14, { cap: 'butt' });
  s.line([face(1.0, 0), face(1.0, 1)], mix(paper, p.paper, 0.3), 6, { cap: 'butt' });
}

function compass(s, x, y, p) {
  s.ellipse(x + 5, y + 8, 58, 30, p.ink, { opacity: 0.3 });
  s.ellipse(x, y, 58, 30, p.yellow, { shade: [['dark', 'left', 0.6]] });
  s.ellipse(x, y - 3, 47, 23, p.white);
  s.poly([[x - 5, y - 4], [x + 30, y - 16], [x + 5, y - 2]], p.red);
  s.poly([[x - 5, y - 4], [x - 30, y + 10], [x + 5, y - 2]], p.ink);
}
