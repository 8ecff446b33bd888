// The table of a comparison: results, and only those settings in which the runs differ; its order, and its forms as a file.
import { SETTING_NAMES, SETTINGS, type SettingName } from '../../src-engine/hyperparameters';
import type { RunSummary } from '../../src-engine/protocol/messages';
import { formatCount, formatDuration, formatForField, formatLossExactly } from '../numbers/format';
import { fromBits, fromNats, lossUnitLabel, type LossUnit } from '../numbers/loss-unit';
import { RUN_STATE_WORDS } from '../runs/run-state';
import { settingWords } from '../settings/setting-words';

type Value = number | string | null;

export interface Column {
  key: string;
  label: string;
  isNumber: boolean;
  value(run: RunSummary): Value;
  /** As it is displayed. */
  text(run: RunSummary): string;
}

const number = (
  key: string,
  label: string,
  value: (run: RunSummary) => number | null,
  format: (value: number) => string,
): Column => ({
  key,
  label,
  isNumber: true,
  value,
  text: (run) => {
    const found = value(run);
    return found === null ? '–' : format(found);
  },
});

const words = (key: string, label: string, value: (run: RunSummary) => string): Column => ({
  key,
  label,
  isNumber: false,
  value,
  text: value,
});

function resultColumns(unit: LossUnit): Column[] {
  const nullable = (value: number | null, convert: (value: number, unit: LossUnit) => number): number | null =>
    value === null ? null : convert(value, unit);
  const best = (run: RunSummary): number | null => nullable(run.bestValidationBitsPerByte, fromBits);
  const loss = (run: RunSummary): number | null => nullable(run.lossNats, fromNats);
  return [
    words('state', 'State', (run) => RUN_STATE_WORDS[run.state]),
    number('best_validation', `Best validation, ${lossUnitLabel(unit)}`, best, formatLossExactly),
    number('loss', `Last loss, ${lossUnitLabel(unit)}`, loss, formatLossExactly),
    number('updates', 'Updates', (run) => run.update, formatCount),
    number('training_ms', 'Training time', (run) => run.elapsedMs, formatDuration),
  ];
}

/** The unit stands in the heading, so that columns stay narrow; where it is a choice, it stands beside each value. */
function settingColumn(name: SettingName): Column {
  const setting = SETTINGS[name];
  const hasOneUnit = setting.kind === 'number' && setting.unitChoice === undefined;
  const valueOf = (run: RunSummary, asked: SettingName): number | string =>
    run.settings[asked] ?? SETTINGS[asked].default;
  return {
    key: name,
    label: hasOneUnit && setting.unit !== '' ? `${setting.label}, ${setting.unit}` : setting.label,
    isNumber: setting.kind === 'number',
    value: (run) => valueOf(run, name),
    text: (run) => {
      const value = valueOf(run, name);
      const isPlain = hasOneUnit && typeof value === 'number' && !(value === 0 && setting.zeroMeans);
      return isPlain ? formatForField(value) : settingWords(name, (asked) => valueOf(run, asked));
    },
  };
}

const differs = (column: Column, runs: readonly RunSummary[]): boolean =>
  new Set(runs.map((run) => column.value(run))).size > 1;

/** The name first, then the results, then what differs. */
export function columnsFor(runs: readonly RunSummary[], unit: LossUnit): Column[] {
  const others = [words('text', 'Text', (run) => run.textName), ...SETTING_NAMES.map(settingColumn)];
  return [
    words('name', 'Run', (run) => run.name),
    ...resultColumns(unit),
    ...others.filter((column) => differs(column, runs)),
  ];
}

export interface Order {
  key: string;
  isDescending: boolean;
}

/** What has no value stands last, whichever way. */
export function sorted(runs: readonly RunSummary[], columns: readonly Column[], order: Order | null): RunSummary[] {
  const column = columns.find(({ key }) => key === order?.key);
  if (!column || !order) return [...runs];
  const compare = (a: Value, b: Value): number => {
    if (typeof a === 'number' && typeof b === 'number') return a - b;
    return String(a).localeCompare(String(b), undefined, { numeric: true });
  };
  return runs.toSorted((a, b) => {
    const [left, right] = [column.value(a), column.value(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return order.isDescending ? compare(right, left) : compare(left, right);
  });
}

const cell = (value: Value): string => {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Numbers as programs read them. */
export function tableCsv(runs: readonly RunSummary[], columns: readonly Column[]): string {
  const rows = [columns.map(({ key }) => key), ...runs.map((run) => columns.map((column) => column.value(run)))];
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

export function tableJson(runs: readonly RunSummary[], columns: readonly Column[], unit: LossUnit): string {
  const rows = runs.map((run) => Object.fromEntries(columns.map((column) => [column.key, column.value(run)])));
  return `${JSON.stringify({ lossUnit: lossUnitLabel(unit), runs: rows }, null, 2)}\n`;
}
