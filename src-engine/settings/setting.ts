// What a row of the table of settings says: the columns that the form, the command line, the search and the run files read.

export const SETTING_GROUPS = ['Network', 'Learning', 'Text', 'Computer'] as const;
export type SettingGroup = (typeof SETTING_GROUPS)[number];

/** `Name`: the names of the table, for rows that speak of another one. */
interface SettingFacts<Name extends string> {
  label: string;
  group: SettingGroup;
  /** One sentence for the user: what it does, and the effect of more or less of it. */
  help: string;
  /** The option of the terminal host, without its dashes; none where another option covers it. */
  flag?: string;
  /** `unroll gradients` takes the option too. */
  forGradients?: boolean;
  /** May change while a run trains; it takes effect at the next update. */
  live?: boolean;
  /** In view; the others lie behind "More". */
  essential?: boolean;
  /** Where it stands, from 1, among those that a search may vary; none where a search leaves it alone. */
  searchPlace?: number;
  /** Searched unless the user chooses otherwise. */
  searchedAtFirst?: boolean;
  /** false where it changes what is learned and not what an update costs. */
  affectsCost?: false;
  /** Brought by the model, where a run begins from one. */
  fromModel?: boolean;
  /** It means something only while another setting has this value. */
  onlyWith?: { setting: Name; value: string };
}

export interface NumberSetting<Name extends string = string> extends SettingFacts<Name> {
  kind: 'number';
  default: number;
  least: number;
  most: number;
  whole: boolean;
  unit: string;
  /** A choice that stands beside it in the place of its unit. */
  unitChoice?: Name;
  /** How a slider runs over the range. */
  scale: 'linear' | 'logarithmic';
  /** Where the range is felt; a seed's is not, nor that of a count that goes to a thousand million. */
  slider?: boolean;
  /** What 0 says where it is not a quantity, for example "off". */
  zeroMeans?: string;
}

export interface ChoiceSetting<Name extends string = string> extends SettingFacts<Name> {
  kind: 'choice';
  default: string;
  options: readonly { value: string; label: string }[];
  /** Of a choice of units, the one beside which no number stands. */
  withoutNumber?: string;
}

export type Setting<Name extends string = string> = NumberSetting<Name> | ChoiceSetting<Name>;
