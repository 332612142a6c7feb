// Sky, land, water and plants.

import { mix } from './colour.mjs';
import { HEIGHT, WIDTH, circlePath, smooth } from './sheet.mjs';

/** A sky down to `horizon` with its light; `sun` is where the sun or the moon stands, null for none. */
export function sky(s, rng, { horizon = 480, sun = [rng.range(700, 1000), 190], r = 52, clouds = 3, light = true } = {}) {
  const p = s.palette;
  s.rect(-5, -5, WIDTH + 10, HEIGHT + 10, p.sky[0], { shade: [['dark', 'top', 0.3, 0.4]] });
  const night = p.variant === 'night';
  [0.34, 0.6, 0.82].forEach((at, i) => {
    const y = horizon * at;
    const points = [];
    for (let x = -60; x <= WIDTH + 60; x += 140) points.push([x, y + rng.range(-1, 1) * 16]);
    s.path(`${smooth(points)}L${WIDTH + 60} ${HEIGHT}L-60 ${HEIGHT}Z`, p.sky[i + 1], { shade: [['dark', 'top', 0.32, 0.24]] });
  });
  if (night) stars(s, rng, horizon);
  if (sun && light) {
    const [x, y] = sun;
    if (p.variant !== 'day') {
      s.circle(x, y, r * 2.6, mix(p.sky[1], p.sun, 0.14), { opacity: 0.35 });
      s.circle(x, y, r * 1.7, mix(p.sky[1], p.sun, 0.3), { opacity: 0.4 });
    }
    s.glow(x, y, r * 5, night ? 0.5 : 0.6);
    s.circle(x, y, r, p.sun, { shade: night ? [['dark', 'bottomleft', 0.5, 0.7]] : [] });
    if (night) {
      s.circle(x - r * 0.25, y - r * 0.2, r * 0.22, mix(p.sun, p.air, 0.18));
      s.circle(x + r * 0.3, y + r * 0.25, r * 0.14, mix(p.sun, p.air, 0.18));
    }
  }
  for (let i = 0; i < clouds; i += 1) {
    cloud(s, rng, rng.range(40, WIDTH - 40), rng.range(0.12, 0.72) * horizon, rng.range(120, 300));
  }
}

function stars(s, rng, horizon) {
  for (let i = 0; i < 60; i += 1) {
    const y = horizon * rng() ** 1.4 * 0.85;
    const r = rng.range(1, 2.6);
    s.circle(rng.range(0, WIDTH), y, r, mix(s.palette.paper, s.palette.air, rng.range(0, 0.5)));
  }
}

/** A cloud as printmakers cut it: level lenses one over another, lit from above. */
export function cloud(s, rng, x, y, w) {
  const p = s.palette;
  const layers = rng.int(2, 4);
  for (let i = 0; i < layers; i += 1) {
    const lw = w * rng.range(0.45, 1);
    const lx = x + rng.range(-0.35, 0.35) * w;
    const ly = y + i * 15;
    const h = rng.range(12, 24);
    const d = `M${lx - lw / 2} ${ly}C${lx - lw * 0.4} ${ly - h * 0.4} ${lx - lw * 0.25} ${ly - h} ${lx - lw * 0.05} ${ly - h}S${lx + lw * 0.2} ${ly - h * 0.5} ${lx + lw / 2} ${ly}C${lx + lw * 0.2} ${ly + 6} ${lx - lw * 0.2} ${ly + 7} ${lx - lw / 2} ${ly}Z`;
    s.path(d, i === layers - 1 ? mix(p.cloud, p.sky[1], 0.35) : p.cloud, { shade: [['dark', 'bottom', 0.35, 0.7]] });
  }
}

/** A ridge across the sheet; returns its height at x. */
export function hills(s, rng, { y, amp = 40, waves = 2.2, colour, sharp = false, tilt = 0, shade = [['dark', 'bottom', 0.4, 0.6]], bottom = HEIGHT }) {
  const phases = [rng.range(0, 7), rng.range(0, 7), rng.range(0, 7)];
  const wave = (t) => (sharp ? 1 - 2 * Math.abs(((t / Math.PI) % 1 + 1) % 1 - 0.5) * 2 : Math.sin(t));
  const at = (x) => {
    const t = (x / WIDTH) * Math.PI * 2;
    return y + tilt * (x / WIDTH - 0.5) - amp * (0.62 * wave(t * waves * 0.5 + phases[0]) + 0.27 * wave(t * waves + phases[1]) + 0.14 * wave(t * waves * 2.7 + phases[2]));
  };
  const points = [];
  for (let x = -40; x <= WIDTH + 40; x += sharp ? 12 : 32) points.push([x, at(x)]);
  const top = sharp ? `M${points.map(([a, b]) => `${a.toFixed(1)} ${b.toFixed(1)}`).join('L')}` : smooth(points);
  s.path(`${top}L${WIDTH + 40} ${bottom}L-40 ${bottom}Z`, colour, { shade });
  return at;
}

/** Still water with the marks of small waves; `sun` is the x of the light's path on it. */
export function water(s, rng, { y0, y1 = HEIGHT, colour, sun = null, left = 0, right = WIDTH, marks = 46 }) {
  const p = s.palette;
  const base = colour ?? mix(mix(p.sky[1], p.local(p.cool), 0.45), p.ink, p.dark ? 0.1 : 0);
  s.rect(left, y0, right - left, y1 - y0, base, { shade: [['dark', 'bottom', 0.55, 0.8]] });
  s.rect(left, y0, right - left, (y1 - y0) * 0.16, mix(base, p.sky[3], 0.4), { shade: [['dark', 'bottom', 0.3, 0.8]] });
  for (let i = 0; i < marks; i += 1) {
    const t = rng() ** 1.3;
    const y = y0 + 4 + t * (y1 - y0 - 8);
    const w = (18 + 120 * t) * rng.range(0.5, 1.3);
    const x = rng.range(left, right);
    ripple(s, x, y, w, 1.5 + 5 * t, rng.chance(0.5) ? mix(base, p.sky[3], 0.4) : mix(base, p.ink, 0.22));
  }
  if (sun !== null) {
    const deep = Math.min(y1 - y0, 300);
    for (let y = y0 + 3; y < y0 + deep; y += 5 + (y - y0) * 0.045) {
      const t = (y - y0) / deep;
      const w = (34 + 70 * t) * rng.range(0.45, 1.1);
      ripple(s, sun + rng.range(-1, 1) * (8 + 34 * t), y, w, 2 + 4 * t, p.variant === 'night' ? mix(p.sun, base, 0.25) : mix(p.sun, base, 0.1));
    }
  }
  return base;
}

export function ripple(s, x, y, w, h, colour) {
  s.path(`M${(x - w / 2).toFixed(1)} ${y.toFixed(1)}Q${x.toFixed(1)} ${(y - h).toFixed(1)} ${(x + w / 2).toFixed(1)} ${y.toFixed(1)}Q${x.toFixed(1)} ${(y + h).toFixed(1)} ${(x - w / 2).toFixed(1)} ${y.toFixed(1)}Z`, colour);
}

/** A crown of leaves with a scalloped edge, lit from the left or the right. */
export function crown(s, rng, x, y, rx, ry, colour, lit = 1) {
  const p = s.palette;
  const shape = (cx, cy, ax, ay, bumps) => {
    const points = [];
    for (let i = 0; i < bumps * 2; i += 1) {
      const t = (i / (bumps * 2)) * Math.PI * 2;
      const k = i % 2 ? rng.range(0.82, 0.9) : rng.range(0.97, 1.1);
      points.push([cx + Math.cos(t) * ax * k, cy + Math.sin(t) * ay * k]);
    }
    return points;
  };
  s.blob(shape(x, y, rx, ry, 9), colour, { shade: [['dark', lit > 0 ? 'bottomleft' : 'bottomright', 0.8, 0.7]] });
  const bright = mix(colour, p.dark ? p.lamp : p.yellow, p.variant === 'night' ? 0.1 : 0.26);
  s.blob(shape(x + lit * rx * 0.26, y - ry * 0.3, rx * 0.52, ry * 0.5, 6), bright, { shade: [['dark', 'bottom', 0.35, 0.7]] });
  s.blob(shape(x - lit * rx * 0.36, y + ry * 0.1, rx * 0.3, ry * 0.28, 5), mix(colour, bright, 0.5));
  for (let i = 0; i < 9; i += 1) {
    const t = rng.range(0, 7);
    const k = rng.range(0.2, 0.75);
    const [lx, ly] = [x + Math.cos(t) * rx * k, y + Math.sin(t) * ry * k];
    s.ellipse(lx, ly, rx * 0.06, ry * 0.035, i % 2 ? mix(colour, p.ink, 0.3) : mix(bright, p.paper, 0.2));
  }
}

export function tree(s, rng, x, y, h, { colour = s.palette.green, trunk = s.palette.woodDark, lit = 1 } = {}) {
  const w = h * 0.045;
  s.poly([[x - w, y], [x - w * 0.5, y - h * 0.6], [x + w * 0.5, y - h * 0.6], [x + w, y]], trunk, { shade: [['dark', lit > 0 ? 'left' : 'right', 0.7]] });
  s.line([[x, y - h * 0.36], [x - h * 0.1, y - h * 0.5]], trunk, w * 0.8);
  s.line([[x, y - h * 0.4], [x + h * 0.11, y - h * 0.55]], trunk, w * 0.8);
  crown(s, rng, x, y - h * 0.66, h * 0.29, h * 0.36, colour, lit);
}

export function poplar(s, rng, x, y, h, { colour = s.palette.green } = {}) {
  const p = s.palette;
  const w = h * 0.1;
  s.line([[x, y], [x, y - h * 0.3]], p.woodDark, h * 0.022);
  const points = [];
  for (let i = 0; i <= 8; i += 1) points.push([x + w * Math.sin((i / 8) * Math.PI) ** 0.7 * rng.range(0.85, 1.1), y - h * (0.08 + 0.92 * (i / 8))]);
  for (let i = 7; i >= 1; i -= 1) points.push([x - w * Math.sin((i / 8) * Math.PI) ** 0.7 * rng.range(0.85, 1.1), y - h * (0.08 + 0.92 * (i / 8))]);
  s.blob(points, colour, { shade: [['dark', 'left', 0.7, 0.8]] });
  s.line([[x + w * 0.4, y - h * 0.3], [x + w * 0.35, y - h * 0.55], [x + w * 0.12, y - h * 0.8]], mix(colour, p.yellow, 0.3), h * 0.012, { curve: true });
}

export function pine(s, rng, x, y, h, { colour = s.palette.near, snow = false } = {}) {
  const p = s.palette;
  s.rect(x - h * 0.016, y - h * 0.12, h * 0.032, h * 0.12, p.woodDark);
  const tiers = 5;
  for (let i = 0; i < tiers; i += 1) {
    const base = y - h * (0.07 + i * 0.17);
    const w = h * 0.24 * (1 - i / (tiers + 0.6)) * rng.range(0.92, 1.08);
    const top = y - h * Math.min(1, 0.07 + i * 0.17 + 0.31);
    const zig = [];
    for (let k = 1; k < 6; k += 1) zig.push([x + w - (2 * w * k) / 6, base + (k % 2 ? -1 : 1) * h * 0.014]);
    s.poly([[x, top], [x + w, base], ...zig, [x - w, base]], colour, { shade: [['dark', 'left', 0.6, 0.6], ...(snow ? [] : [['cut', 'right', 0.35, 0.5]])] });
    if (snow) s.poly([[x, top], [x + w, base], [x + w * 0.55, base - h * 0.035], [x + w * 0.2, base - h * 0.045], [x, base - h * 0.085]], mix(p.white, p.sky[0], 0.12));
  }
}

/** A tree without leaves; branches fork until they are thin. */
export function bareTree(s, rng, x, y, h, colour = s.palette.woodDark) {
  const grow = (bx, by, angle, length, width) => {
    const [ex, ey] = [bx + Math.cos(angle) * length, by + Math.sin(angle) * length];
    s.line([[bx, by], [(bx + ex) / 2 + rng.range(-0.06, 0.06) * length, (by + ey) / 2], [ex, ey]], colour, width, { curve: true });
    if (width < 1.6) return;
    const forks = rng.chance(0.35) ? 3 : 2;
    for (let i = 0; i < forks; i += 1) grow(ex, ey, angle + (i - (forks - 1) / 2) * rng.range(0.5, 0.85) + rng.range(-0.12, 0.12), length * rng.range(0.66, 0.8), width * 0.62);
  };
  grow(x, y, -Math.PI / 2 + rng.range(-0.06, 0.06), h * 0.3, h * 0.045);
}

/** Blades of grass along an edge. */
export function grass(s, rng, { y, from = 0, to = WIDTH, count = 70, h = 34, colour = s.palette.near, spread = 26 }) {
  for (let i = 0; i < count; i += 1) {
    const x = rng.range(from, to);
    const base = (typeof y === 'function' ? y(x) : y) + rng.range(-0.2, 1) * spread;
    const lean = rng.range(-0.5, 0.5) * h;
    const tall = h * rng.range(0.5, 1.1);
    s.path(`M${(x - 2.5).toFixed(1)} ${base.toFixed(1)}Q${x.toFixed(1)} ${(base - tall * 0.6).toFixed(1)} ${(x + lean).toFixed(1)} ${(base - tall).toFixed(1)}Q${(x + 3).toFixed(1)} ${(base - tall * 0.5).toFixed(1)} ${(x + 2.5).toFixed(1)} ${base.toFixed(1)}Z`, colour);
  }
}

export function birds(s, rng, x, y, count = 5, size = 16, colour = s.palette.ink) {
  for (let i = 0; i < count; i += 1) {
    const [bx, by] = [x + i * size * 1.7 + rng.range(-10, 10), y + rng.range(-1, 1) * size * 1.6];
    const w = size * rng.range(0.6, 1.1);
    s.path(`M${bx - w} ${by - w * 0.3}Q${bx - w * 0.4} ${by - w * 0.55} ${bx} ${by}Q${bx + w * 0.4} ${by - w * 0.6} ${bx + w} ${by - w * 0.35}Q${bx + w * 0.4} ${by - w * 0.35} ${bx} ${by + w * 0.16}Q${bx - w * 0.4} ${by - w * 0.3} ${bx - w} ${by - w * 0.3}Z`, colour);
  }
}

/** A soft shadow on the ground. */
export function shadow(s, x, y, rx, ry, strength = 0.75) {
  s.shade(circlePath(x, y, rx, ry), 'dark', 'middle', strength);
  s.ellipse(x, y, rx * 0.75, ry * 0.65, s.palette.ink, { opacity: 0.22 });
}
