// Fits what the user has not chosen to the size of their text, so that a short poem trains as well as a long novel.
import { defaultSettings, stepsPerUpdate, type Settings } from '../hyperparameters';
import { fittedLanes, validationBytes } from './lanes';

/** Held-out text beyond this says no more about the network, and takes too long to predict. */
const MOST_HELD_OUT_BYTES = 4_000_000;
/** Fewer updates than this teach a network of the default size little. */
const LEAST_UPDATES = 2000;
/** About ten minutes of a network of the default size: long enough to read well, short enough to wait for. */
const MOST_UPDATES = 50_000;

function bytesToTrainOn(settings: Settings, textBytes: number): number {
  return textBytes - validationBytes(textBytes, settings.validationShare);
}

/** The chosen settings and the defaults; lanes, where not chosen, lowered for a short text. */
function fitLanes(chosen: Partial<Settings>, textBytes: number): Settings {
  const settings = { ...defaultSettings(), ...chosen };
  if (chosen.lanes !== undefined) return settings;
  const lanes = fittedLanes(bytesToTrainOn(settings, textBytes), stepsPerUpdate(settings), settings.lanes);
  return { ...settings, lanes };
}

/** The default share, or for a long text the one, to two figures, that holds out no more than is useful. */
function fittedValidationShare(share: number, textBytes: number): number {
  return Math.min(share, Number((MOST_HELD_OUT_BYTES / textBytes).toPrecision(2)));
}

/** The chosen settings, and the defaults fitted to a text's length: held-out share, lanes, truncation and epochs. For window and terminal. */
export function fitSettings(chosen: Partial<Settings>, textBytes: number): Settings {
  const table = defaultSettings();
  const share = chosen.validationShare ?? fittedValidationShare(table.validationShare, textBytes);
  const available = Math.max(1, bytesToTrainOn({ ...table, validationShare: share }, textBytes) - 1);
  const truncation = chosen.truncation ?? Math.min(table.truncation, available);
  const settings = fitLanes({ ...chosen, validationShare: share, truncation }, textBytes);
  if (chosen.length !== undefined || chosen.lengthUnit !== undefined) return settings;
  const updatesPerEpoch = Math.max(1, Math.floor(available / settings.lanes / stepsPerUpdate(settings)));
  return { ...settings, ...fittedLength(table, updatesPerEpoch) };
}

/** The defaults as the window offers them for a text. */
export const fitDefaults = (textBytes: number): Settings => fitSettings({}, textBytes);

/** The default's epochs, more of them for a short text; for a very long one a stretch of it. */
function fittedLength({ length }: Settings, updatesPerEpoch: number): Pick<Settings, 'length' | 'lengthUnit'> {
  const epochs = Math.max(length, Math.ceil(LEAST_UPDATES / updatesPerEpoch));
  if (epochs * updatesPerEpoch <= MOST_UPDATES) return { length: epochs, lengthUnit: 'epochs' };
  const affordable = Math.floor(MOST_UPDATES / updatesPerEpoch);
  return affordable >= 1
    ? { length: affordable, lengthUnit: 'epochs' }
    : { length: MOST_UPDATES, lengthUnit: 'updates' };
}
