// Which runs show what a setting does: for each picture of the guide its curves or bars, and the words of `unroll train` that make them.

/** All on the same beginning: small and short enough that every picture is made in a few minutes. */
const SMALL = ['--hidden', '64', '--lanes', '8', '--validation-every', '0'];
/** How long most of them train; all the others follow from it. */
const UPDATES = 1000;
const updates = (count = UPDATES) => ['--updates', String(Math.round(count))];
/** On the small book, of which a fifth is held out. */
const VERSE = ['--hidden', '64', '--validation', '0.2', '--validation-every', '20'];
const SHORT = [...SMALL, ...updates()];
const labelled = (values, words) => values.map((value) => ({ label: String(value), words: words(value) }));

/** `draw`: 'loss' over updates, bytes or seconds; 'validation' too; or bars of 'speed' or of the loss on slices from the zero state. */
export const SETTING_PICTURES = [
  {
    setting: 'hiddenSize',
    draw: 'loss',
    runs: labelled([16, 64, 256], (units) => [
      '--hidden',
      String(units),
      '--lanes',
      '8',
      '--validation-every',
      '0',
      ...updates(),
    ]),
  },
  {
    setting: 'backprop',
    draw: 'loss',
    runs: labelled(['segment', 'sliding'], (name) => [...SHORT, '--truncation', '16', '--backprop', name]),
  },
  {
    setting: 'truncation',
    draw: 'loss',
    x: 'bytes',
    runs: labelled([2, 8, 64], (k) => [...SMALL, '--truncation', String(k), ...updates((64 * UPDATES) / k)]),
  },
  {
    setting: 'steps',
    draw: 'loss',
    x: 'bytes',
    runs: labelled([4, 16, 64], (u) => [
      ...[...SMALL, '--backprop', 'sliding', '--truncation', '16'],
      ...['--steps', String(u), ...updates((16 * UPDATES) / u)],
    ]),
  },
  {
    setting: 'alphabet',
    draw: 'loss',
    x: 'seconds',
    runs: labelled(['all', 'occurring'], (name) => [...SHORT, '--alphabet', name]),
  },
  {
    setting: 'initialisation',
    draw: 'loss',
    runs: labelled(['identity', 'orthogonal', 'uniform'], (name) => [...SHORT, '--initialisation', name]),
  },
  {
    setting: 'optimizer',
    draw: 'loss',
    runs: [
      ['adam', '0.003'],
      ['rmsprop', '0.001'],
      ['adagrad', '0.02'],
      ['momentum', '0.05'],
      ['sgd', '0.5'],
    ].map(([name, rate]) => ({
      label: `${name}, ${rate}`,
      words: [...SHORT, '--optimizer', name, '--learning-rate', rate],
    })),
  },
  {
    setting: 'learningRate',
    draw: 'loss',
    runs: labelled([0.0003, 0.003, 0.03], (rate) => [...SHORT, '--learning-rate', String(rate)]),
  },
  {
    setting: 'schedule',
    draw: 'loss',
    runs: labelled(['constant', 'cosine', 'step'], (name) => [
      ...SHORT,
      ...['--learning-rate', '0.008', '--schedule', name],
    ]),
  },
  {
    setting: 'clipNorm',
    draw: 'loss',
    runs: [0, 0.2, 0.05].map((norm) => ({
      label: norm === 0 ? 'off' : String(norm),
      words: [...SHORT, '--optimizer', 'sgd', '--learning-rate', '0.5', '--clip-norm', String(norm)],
    })),
  },
  {
    setting: 'clipElement',
    draw: 'loss',
    runs: [0, 0.001, 0.0001].map((most) => ({
      label: most === 0 ? 'off' : String(most),
      words: [...SHORT, '--optimizer', 'sgd', '--learning-rate', '0.5', '--clip-element', String(most)],
    })),
  },
  {
    setting: 'weightDecay',
    text: 'verse',
    draw: 'validation',
    runs: labelled([0, 0.3, 3], (decay) => [
      ...[...VERSE, ...updates(), '--optimizer', 'adamw'],
      ...['--weight-decay', String(decay)],
    ]),
  },
  {
    setting: 'dropout',
    text: 'verse',
    draw: 'validation',
    runs: labelled([0, 0.3], (share) => [...VERSE, ...updates(), '--dropout', String(share)]),
  },
  {
    setting: 'averaging',
    draw: 'validation',
    runs: [0, 50].map((count) => ({
      label: count === 0 ? 'off' : String(count),
      words: [
        ...['--hidden', '64', '--lanes', '8', '--validation-every', '25', ...updates()],
        ...['--learning-rate', '0.01', '--averaging', String(count)],
      ],
    })),
  },
  {
    setting: 'patience',
    text: 'verse',
    draw: 'validation',
    runs: [
      { label: 'never', words: [...VERSE, ...updates()] },
      { label: 'after 3', words: [...VERSE, '--patience', '3', ...updates()] },
    ],
  },
  {
    setting: 'length',
    draw: 'loss',
    runs: labelled([UPDATES / 4, UPDATES, 3 * UPDATES], (count) => [
      ...SMALL,
      '--schedule',
      'cosine',
      ...updates(count),
    ]),
  },
  {
    setting: 'restartShare',
    draw: 'slices',
    runs: [0, 0.03].map((share) => ({
      label: share === 0 ? 'never' : String(share),
      words: [
        ...SHORT,
        ...['--initialisation', 'uniform', '--schedule', 'cosine', '--learning-rate', '0.008'],
        ...['--restart-share', String(share)],
      ],
    })),
  },
  {
    setting: 'seed',
    draw: 'loss',
    runs: labelled([1, 2, 3], (seed) => [...SHORT, '--seed', String(seed)]),
  },
  {
    setting: 'lanes',
    draw: 'loss',
    x: 'bytes',
    runs: labelled([2, 32, 256], (lanes) => [
      ...[...SMALL, '--truncation', '32', '--lanes', String(lanes)],
      ...updates((32 * UPDATES) / lanes),
    ]),
  },
  {
    setting: 'validationShare',
    text: 'verse',
    draw: 'both',
    runs: [{ label: 'held out', words: [...VERSE, ...updates()] }],
  },
  {
    setting: 'kernels',
    draw: 'speed',
    runs: labelled(['fast', 'strict'], (name) => ['--validation-every', '0', ...updates(), '--kernels', name]),
  },
  {
    setting: 'vectors',
    draw: 'speed',
    runs: labelled(['wasm', 'auto'], (name) => ['--validation-every', '0', ...updates(), '--vectors', name]),
  },
];
