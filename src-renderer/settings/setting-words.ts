// A setting's value as people read it: with its unit, or as the word that stands for it.
import { SETTINGS, type SettingName } from '../../src-engine/hyperparameters';
import { formatForField, unitOf } from '../numbers/format';
import { isWithoutNumber, unitChoiceOf } from './setting-layout';
import type { FieldValue } from './setting-source';

type ValueOf = (name: SettingName) => FieldValue;

function ownWords(name: SettingName, valueOf: ValueOf): string {
  const row = SETTINGS[name];
  const value = valueOf(name);
  if (row.kind === 'choice') return row.options.find((option) => option.value === value)?.label ?? String(value);
  if (value === 0 && row.zeroMeans) return row.zeroMeans;
  return typeof value === 'number' ? `${formatForField(value)} ${unitOf(value, row.unit)}`.trim() : value;
}

/** Of a number whose unit is a choice, both are said. */
export function settingWords(name: SettingName, valueOf: ValueOf): string {
  const unit = unitChoiceOf(name);
  if (unit === undefined) return ownWords(name, valueOf);
  if (isWithoutNumber(unit, valueOf(unit))) return ownWords(unit, valueOf);
  return `${ownWords(name, valueOf)} ${unitOf(valueOf(name), ownWords(unit, valueOf).toLowerCase())}`;
}
