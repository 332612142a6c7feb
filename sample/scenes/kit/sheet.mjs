// A sheet is what a scene draws on. It keeps two plates: the flat colours, and the tone that the printing step turns
// into grain and gouge marks. Each shape goes on both, so that what lies in front also hides the tone behind it.
// On the tone plate red is shadow, green is lamp light and blue is highlight cut out in lines.

export const WIDTH = 1200;
export const HEIGHT = 800;

const TONE = { dark: '#ff0000', glow: '#00ff00', cut: '#0000ff' };
// Where a gradient is strongest, as x1 y1 x2 y2 from full to none in the shape's own box.
const SIDES = {
  top: [0, 0, 0, 1], bottom: [0, 1, 0, 0], left: [0, 0, 1, 0], right: [1, 0, 0, 0],
  topleft: [0, 0, 1, 1], topright: [1, 0, 0, 1], bottomleft: [0, 1, 1, 0], bottomright: [1, 1, 0, 0],
};
const n = (value) => +value.toFixed(1);

export const pointsToPath = (points) => `M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}Z`;

/** A smooth line through the points (Catmull-Rom as Béziers); `closed` joins the ends. */
export function smooth(points, closed = false) {
  const at = (i) => (closed ? points[(i + points.length) % points.length] : points[Math.max(0, Math.min(points.length - 1, i))]);
  let d = `M${n(points[0][0])} ${n(points[0][1])}`;
  for (let i = 0; i < points.length - (closed ? 0 : 1); i += 1) {
    const [a, b, c, e] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    d += `C${n(b[0] + (c[0] - a[0]) / 6)} ${n(b[1] + (c[1] - a[1]) / 6)} ${n(c[0] - (e[0] - b[0]) / 6)} ${n(c[1] - (e[1] - b[1]) / 6)} ${n(c[0])} ${n(c[1])}`;
  }
  return closed ? `${d}Z` : d;
}

export const circlePath = (x, y, rx, ry = rx) => `M${n(x - rx)} ${n(y)}a${n(rx)} ${n(ry)} 0 1 0 ${n(2 * rx)} 0a${n(rx)} ${n(ry)} 0 1 0 ${n(-2 * rx)} 0Z`;

export class Sheet {
  constructor(palette) {
    this.palette = palette;
    this.colour = [];
    this.tone = [];
    this.defs = [];
    this.count = 0;
  }

  /**
   * A filled path. `shade` is a list of [kind, side, strength, reach]: kind is dark, glow or cut, side one of SIDES,
   * reach how much of the shape the gradient covers.
   */
  path(d, fill, { shade = [], opacity = 1, stroke, width = 0, join = 'round', rule = 'nonzero' } = {}) {
    const see = opacity < 1 ? ` opacity="${opacity}"` : '';
    const line = stroke ? ` stroke="${stroke}" stroke-width="${width}" stroke-linejoin="${join}" stroke-linecap="round"` : '';
    this.colour.push(`<path d="${d}" fill="${fill}" fill-rule="${rule}"${line}${see}/>`);
    if (opacity === 1) this.tone.push(`<path d="${d}" fill="#000" fill-rule="${rule}"${stroke ? line.replace(stroke, '#000') : ''}/>`);
    for (const [kind, side, strength = 0.6, reach = 1] of shade) this.shade(d, kind, side, strength, reach, rule);
    return this;
  }

  /** Tone alone, over whatever is there. */
  shade(d, kind, side, strength = 0.6, reach = 1, rule = 'nonzero') {
    const id = `g${(this.count += 1)}`;
    const colour = TONE[kind];
    if (side === 'all') {
      this.tone.push(`<path d="${d}" fill="${colour}" fill-opacity="${strength}" fill-rule="${rule}"/>`);
      return this;
    }
    const stops = `<stop offset="0" stop-color="${colour}" stop-opacity="${strength}"/><stop offset="${reach}" stop-color="${colour}" stop-opacity="0"/>`;
    if (side === 'middle' || side === 'edge') {
      const [inner, outer] = side === 'middle' ? [strength, 0] : [0, strength];
      // A bent curve: light falls off fast and then slowly, and its rim cannot be seen.
      const bend = side === 'middle' ? [[0.25, 0.6], [0.5, 0.27], [0.75, 0.07]]
        .map(([at, part]) => `<stop offset="${at}" stop-color="${colour}" stop-opacity="${(inner * part).toFixed(3)}"/>`).join('') : '';
      this.defs.push(`<radialGradient id="${id}"><stop offset="${side === 'middle' ? 0 : 1 - reach}" stop-color="${colour}" stop-opacity="${inner}"/>${bend}<stop offset="1" stop-color="${colour}" stop-opacity="${outer}"/></radialGradient>`);
    } else {
      const [x1, y1, x2, y2] = SIDES[side];
      this.defs.push(`<linearGradient id="${id}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}">${stops}</linearGradient>`);
    }
    this.tone.push(`<path d="${d}" fill="url(#${id})" fill-rule="${rule}"/>`);
    return this;
  }

  poly(points, fill, options) { return this.path(pointsToPath(points), fill, options); }

  rect(x, y, w, h, fill, options) { return this.path(`M${n(x)} ${n(y)}h${n(w)}v${n(h)}h${n(-w)}Z`, fill, options); }

  round(x, y, w, h, r, fill, options) {
    const q = Math.min(r, w / 2, h / 2);
    return this.path(`M${n(x + q)} ${n(y)}h${n(w - 2 * q)}q${n(q)} 0 ${n(q)} ${n(q)}v${n(h - 2 * q)}q0 ${n(q)} ${n(-q)} ${n(q)}h${n(2 * q - w)}q${n(-q)} 0 ${n(-q)} ${n(-q)}v${n(2 * q - h)}q0 ${n(-q)} ${n(q)} ${n(-q)}Z`, fill, options);
  }

  circle(x, y, r, fill, options) { return this.path(circlePath(x, y, r), fill, options); }

  ellipse(x, y, rx, ry, fill, options) { return this.path(circlePath(x, y, rx, ry), fill, options); }

  /** A closed smooth shape. */
  blob(points, fill, options) { return this.path(smooth(points, true), fill, options); }

  /** An open line; `curve` makes it smooth. */
  line(points, stroke, width, { curve = false, opacity = 1, cap = 'round', dash } = {}) {
    const d = curve ? smooth(points) : `M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}`;
    const rest = `fill="none" stroke-width="${n(width)}" stroke-linecap="${cap}" stroke-linejoin="round"${dash ? ` stroke-dasharray="${dash}"` : ''}`;
    this.colour.push(`<path d="${d}" stroke="${stroke}" ${rest}${opacity < 1 ? ` opacity="${opacity}"` : ''}/>`);
    if (opacity === 1 && width >= 3) this.tone.push(`<path d="${d}" stroke="#000" ${rest}/>`);
    return this;
  }

  /** Lamp light over everything below: a round pool that fades out. */
  glow(x, y, r, strength = 0.8, ry = r) { return this.shade(circlePath(x, y, r, ry), 'glow', 'middle', strength); }

  /** What `draw` draws shows only inside `d`. */
  clip(d, draw) {
    const id = `c${(this.count += 1)}`;
    this.defs.push(`<clipPath id="${id}"><path d="${d}"/></clipPath>`);
    return this.group(`clip-path="url(#${id})"`, draw);
  }

  /** What `draw` draws is moved, scaled or turned together. */
  move(transform, draw) { return this.group(`transform="${transform}"`, draw); }

  group(attributes, draw) {
    this.colour.push(`<g ${attributes}>`);
    this.tone.push(`<g ${attributes}>`);
    draw(this);
    this.colour.push('</g>');
    this.tone.push('</g>');
    return this;
  }

  /** The plates as SVG documents of the given width in pixels. */
  svg(plate, width) {
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${Math.round((width * HEIGHT) / WIDTH)}" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none"><defs>${this.defs.join('')}</defs><rect width="${WIDTH}" height="${HEIGHT}" fill="${plate === 'tone' ? '#000' : this.palette.paper}"/>${this[plate].join('')}</svg>`;
  }
}
