// The palette that runs have their colours from: its names here, the colours in tokens.css, where people of every colour vision can tell them apart.
import { RUN_COLOURS } from '../../src-engine/protocol/run-list';

/** In the order of `--series-1` and so on. */
export const COLOUR_NAMES = ['Blue', 'Pink', 'Green', 'Plum', 'Violet', 'Olive', 'Rose', 'Grey'].slice(0, RUN_COLOURS);

/** The style sheet's name of a run's colour. */
export const colourVariable = (colour: number): string => `--series-${colour + 1}`;
