// Every screen of the window, a line each: axe, the keyboard, the smallest window and the gallery all walk this table.
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { dropFiles } from './drop-files';
import { chooseFromMenu } from './menu';
import type { OpenApplication } from './packaged-application';

const DOCUMENTS = join(import.meta.dirname, '..', 'fixtures', 'documents');

/** The runs that whoever walks the screens has made before. */
export const RUNS = { training: 'Whale, 128 units', finished: 'Whale, 64 units' } as const;

export interface Screen {
  /** Also the name of its picture. */
  name: string;
  /** The tests screens-run and screens-network take two parts each. */
  part: 'begin' | 'train' | 'write' | 'look';
  /** What the gallery says of it. */
  about: string;
  /** Leads there from any other. */
  open(window: Pick<OpenApplication, 'app' | 'page'>): Promise<void>;
}

const newRun = (page: Page): Promise<void> => page.getByRole('button', { name: 'New run' }).click();

async function openRun(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Runs' }).getByRole('button', { name }).first().click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
}

async function openTab(page: Page, run: string, tab: string): Promise<void> {
  await openRun(page, run);
  await page.getByRole('tab', { name: tab, exact: true }).click();
}

async function generate(page: Page, drafts: number): Promise<void> {
  await openTab(page, RUNS.finished, 'Write');
  await page.getByRole('textbox', { name: 'Prompt' }).fill('The whale ');
  await page.getByRole('radio', { name: String(drafts), exact: true }).check();
  await page.getByRole('button', { name: 'Generate', exact: true }).click();
  await page.getByRole('button', { name: 'Stop generating' }).waitFor({ state: 'detached' });
  await page
    .locator('[role=log][aria-busy=false]')
    .nth(drafts - 1)
    .waitFor();
}

/** What else could stand at the character where the eye rests after a few words. */
async function askForAlternatives(page: Page): Promise<void> {
  const text = page.getByRole('log', { name: 'Generated text' }).first();
  await text.focus();
  await page.keyboard.press('Home');
  for (let step = 0; step < 24; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.getByRole('listbox', { name: 'Alternatives' }).getByRole('option').first().waitFor();
}

/** What each view of Look inside is known by once it has drawn. */
const LOOKED_AT = {
  Text: (page: Page) => page.getByRole('slider', { name: 'Byte of the text' }),
  'Heat map': (page: Page) => page.getByRole('group', { name: /^Heat map of / }),
  Weights: (page: Page) => page.getByRole('group', { name: /^Whh, / }),
  'Gradient flow': (page: Page) => page.getByRole('region', { name: 'Saturation' }),
  'By the book': (page: Page) => page.getByRole('heading', { name: 'Forward: the state' }),
  Score: (page: Page) => page.getByRole('textbox', { name: 'Text to score' }),
};

async function look(page: Page, view: keyof typeof LOOKED_AT): Promise<void> {
  await openTab(page, RUNS.finished, 'Look inside');
  await page.getByRole('radio', { name: view, exact: true }).check({ force: true });
  await LOOKED_AT[view](page).waitFor();
}

/** Closes what one screen has opened over the others. */
export async function closeDialog(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  if ((await dialog.count()) === 0) return;
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
}

export const SCREENS: Screen[] = [
  {
    name: 'start',
    part: 'begin',
    about:
      'The empty window: drop a text here, or start with one of three samples and the network that has learned it.',
    open: async ({ page }) => {
      await newRun(page);
      await newRun(page);
      await page.getByRole('button', { name: 'Moby-Dick' }).waitFor();
    },
  },
  {
    name: 'guide',
    part: 'begin',
    about: 'The guide, in the Help menu: fifteen chapters with a search.',
    open: async ({ app, page }) => {
      await chooseFromMenu(app, 'show-guide');
      const guide = page.getByRole('dialog', { name: 'Guide' });
      await guide.getByRole('button', { name: 'Every setting' }).click();
      await guide.getByRole('heading', { name: 'Hidden size' }).waitFor();
    },
  },
  {
    name: 'about',
    part: 'begin',
    about: 'About: the version, and the licences of everything that is in the program.',
    open: async ({ app, page }) => {
      await chooseFromMenu(app, 'about');
      await page.getByRole('dialog', { name: 'About Unroll' }).locator('pre').waitFor();
    },
  },
  {
    name: 'text',
    part: 'begin',
    about: 'A chosen text: its size, its bytes and first lines, and one button to start.',
    open: async ({ page }) => {
      await newRun(page);
      await newRun(page);
      await page.getByRole('button', { name: 'Moby-Dick' }).click();
      await page.getByRole('group', { name: 'First lines' }).waitFor();
    },
  },
  {
    name: 'documents',
    part: 'begin',
    about: 'Documents: what was taken out of them, and what was left out, before it is used.',
    open: async ({ page }) => {
      await newRun(page);
      await newRun(page);
      const files = ['libreoffice.docx', 'pandoc.epub'].map((name) => join(DOCUMENTS, name));
      await dropFiles(page, page.getByRole('navigation').first(), files);
      await page
        .getByRole('group', { name: 'Documents' })
        .getByText(/an EPUB book/)
        .waitFor();
      await page.getByRole('group', { name: 'First lines' }).waitFor();
    },
  },
  {
    name: 'search',
    part: 'begin',
    about: 'Finding good settings: which settings to search, and for how long.',
    open: async ({ page }) => {
      await newRun(page);
      await newRun(page);
      await page.getByRole('button', { name: 'Moby-Dick' }).click();
      await page.getByRole('button', { name: 'Find good settings…' }).click();
      await page.getByRole('button', { name: 'Start search' }).waitFor();
    },
  },
  {
    name: 'train',
    part: 'train',
    about: 'A run in training: the loss falls, and the samples turn from noise into words.',
    open: ({ page }) => openTab(page, RUNS.training, 'Train'),
  },
  {
    name: 'finished',
    part: 'train',
    about: 'A finished run.',
    open: ({ page }) => openTab(page, RUNS.finished, 'Train'),
  },
  {
    name: 'samples',
    part: 'train',
    about: 'Further down: gradient norm, learning rate, speed and checkpoints.',
    open: async ({ page }) => {
      await openTab(page, RUNS.finished, 'Train');
      const kept = page.getByText(/Unroll keeps the newest two/);
      if (!(await kept.isVisible())) await page.getByText('Checkpoints', { exact: true }).click();
      await kept.waitFor();
      await page.getByRole('table').last().scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'write',
    part: 'write',
    about: 'Generating text from a prompt.',
    open: async ({ page }) => {
      await generate(page, 1);
      await page.getByRole('radio', { name: 'Surprise' }).check();
    },
  },
  {
    name: 'alternatives',
    part: 'write',
    about: 'Alternatives at one character; choosing one starts a new branch there.',
    open: async ({ page }) => {
      await generate(page, 1);
      await askForAlternatives(page);
    },
  },
  {
    name: 'copied',
    part: 'write',
    about: 'Is it copying? What stands in the text word for word, and where.',
    open: async ({ page }) => {
      await generate(page, 1);
      await page.getByRole('radio', { name: 'Copied' }).check();
      const copies = page.getByRole('region', { name: 'Copied from the text' });
      await copies.getByText(/stands? in “/).waitFor();
    },
  },
  {
    name: 'drafts',
    part: 'write',
    about: 'Three drafts side by side, with all sampling settings.',
    open: ({ page }) => generate(page, 3),
  },
  {
    name: 'history',
    part: 'write',
    about: 'Earlier drafts with their settings.',
    open: async ({ page }) => {
      await openTab(page, RUNS.finished, 'Write');
      await page.getByRole('button', { name: 'History', exact: true }).click();
      await page.getByRole('dialog', { name: 'Earlier drafts' }).waitFor();
    },
  },
  {
    name: 'look-text',
    part: 'look',
    about:
      'A text coloured by one unit, with the top 5 next characters and the units that correlate with its features.',
    open: ({ page }) => look(page, 'Text'),
  },
  {
    name: 'look-heat-map',
    part: 'look',
    about: 'All units over 2,000 bytes.',
    open: ({ page }) => look(page, 'Heat map'),
  },
  {
    name: 'look-weights',
    part: 'look',
    about: 'The weights as heat maps.',
    open: ({ page }) => look(page, 'Weights'),
  },
  {
    name: 'look-flow',
    part: 'look',
    about: 'Gradient flow: how much of an error is left as it flows back.',
    open: ({ page }) => look(page, 'Gradient flow'),
  },
  {
    name: 'look-book',
    part: 'look',
    about: 'One byte worked through by the book, with this network’s numbers.',
    open: ({ page }) => look(page, 'By the book'),
  },
  {
    name: 'look-score',
    part: 'look',
    about: 'How well a network predicts texts, byte by byte, and where they surprise it.',
    open: async ({ page }) => {
      await look(page, 'Score');
      for (const text of ['zqxj vvkk wwqq zzxx', 'the whale and the sea']) {
        await page.getByRole('textbox', { name: 'Text to score' }).fill(text);
        await page.getByRole('button', { name: 'Score text' }).click();
      }
      await page.getByRole('rowheader', { name: 'the whale and the sea' }).waitFor();
      await page.getByRole('region', { name: 'Most surprising places' }).waitFor();
    },
  },
  {
    name: 'compare',
    part: 'train',
    about: 'Loss curves of several runs, and the settings in which they differ.',
    open: async ({ page }) => {
      await openTab(page, RUNS.finished, 'Compare');
      await page.getByRole('checkbox', { name: RUNS.training }).check();
      await page.getByRole('rowheader', { name: RUNS.training }).waitFor();
    },
  },
  {
    name: 'several-runs',
    part: 'train',
    about: 'Several runs at once: compared, queued, archived or moved to the trash together.',
    open: async ({ page }) => {
      await openRun(page, RUNS.finished);
      await page
        .getByRole('navigation', { name: 'Runs' })
        .getByRole('button', { name: RUNS.training })
        .first()
        .click({ modifiers: ['Control'] });
      await page.getByRole('group', { name: 'Selected runs' }).waitFor();
    },
  },
  {
    name: 'bigger-machine',
    part: 'train',
    about: 'A run goes on in PyTorch on a bigger machine: as it is, or wider and with more lanes.',
    open: async ({ page }) => {
      await openRun(page, RUNS.finished);
      const row = page.getByRole('navigation', { name: 'Runs' }).getByRole('button', { name: RUNS.finished }).first();
      await row.click({ button: 'right' });
      await page.getByRole('menuitem', { name: 'Continue on a bigger machine…' }).click();
      await page.getByRole('dialog').getByText('This run goes on there').waitFor();
    },
  },
  {
    name: 'preferences',
    part: 'begin',
    about: 'The preferences.',
    open: async ({ app, page }) => {
      await chooseFromMenu(app, 'show-preferences');
      await page.getByRole('dialog', { name: 'Preferences' }).waitFor();
    },
  },
  {
    name: 'shortcuts',
    part: 'begin',
    about: 'Every keyboard shortcut; press ? to see them.',
    open: async ({ page }) => {
      await page.getByRole('button', { name: 'New run' }).focus();
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    },
  },
];
