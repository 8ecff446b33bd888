// The steps of the tour: what each says, and which part of the window it speaks of.

export interface TourStep {
  title: string;
  text: string;
  /** The part that it points at; null for the menu, which is not of the page. */
  target: '.runs' | 'main' | '.controls' | null;
}

export const TOUR_STEPS: readonly TourStep[] = [
  {
    title: 'Begin in the middle',
    text: 'Drop a text of your own anywhere in this window. Or press Write at once under a sample: its network has already learned the text.',
    target: 'main',
  },
  {
    title: 'The controls are on the right',
    text: 'They belong to what is in the middle: the settings of a run, how it writes, what you look at. The defaults work; point at a setting to see what it does.',
    target: '.controls',
  },
  {
    title: 'Your runs are on the left',
    text: 'Every training is kept there, and a row opens it. Write and Look inside work while it trains; pause or close the window at any time, and nothing is lost.',
    target: '.runs',
  },
  {
    title: 'Help is one key away',
    text: 'F1 opens the guide, which explains every setting and chart; ? lists the shortcuts. This tour is in the Help menu, too.',
    target: null,
  },
];
