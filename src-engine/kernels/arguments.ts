// The numbers that kernels take, told apart by what they stand for: a swap of two is a type error, and at run time each is a plain number.
// What has no type of its own here is a count, of which a kernel takes one at the most.

declare const role: unique symbol;
type Argument<Role extends string> = number & { readonly [role]: Role };

/** Byte offsets of operands: the one that is written, and those that are read. */
export type Into = Argument<'into'>;
export type From = Argument<'from'>;
export type By = Argument<'by'>;
/** Bytes from one row of the operand to the next. */
export type IntoApart = Argument<'into apart'>;
export type FromApart = Argument<'from apart'>;
export type ByApart = Argument<'by apart'>;

/** Byte offset of a packed matrix. */
export type Panels = Argument<'panels'>;
/** Byte offset of the packed Who, where a kernel takes two packed matrices, and of the logits that it gives. */
export type OutputPanels = Argument<'output panels'>;
export type LogitsAt = Argument<'logits'>;
/** The first row (or column of the transposed) that is packed, and how many the whole matrix has. */
export type PackedFirst = Argument<'packed first'>;
export type PackedTotal = Argument<'packed total'>;

/** Byte offsets of u8: of a text, of the column of each byte value, of the rows that have had a gradient. */
export type TextAt = Argument<'text'>;
export type ColumnOf = Argument<'column of'>;
export type Moving = Argument<'moving'>;
/** Byte offset of f64, one a row. */
export type Losses = Argument<'losses'>;
/** Byte offset of what a product needs beside its operands. */
export type Scratch = Argument<'scratch'>;

/** What a product sums over; the columns of its result; how many of them are outputs. */
export type Inner = Argument<'inner'>;
export type Columns = Argument<'columns'>;
export type Outputs = Argument<'outputs'>;

/** Rows from one step to the next; how many steps. */
export type Lanes = Argument<'lanes'>;
export type Steps = Argument<'steps'>;

/** Whether errors come back from a later step. */
export type HasLater = Argument<'has later'>;

/** Byte offset of f64, one a block. */
export type Sums = Argument<'sums'>;
export type Blocks = Argument<'blocks'>;

/** Whether a product is added to what is there. */
export type Accumulate = Argument<'accumulate'>;
export const REPLACE = 0 as Accumulate;
export const ADD = 1 as Accumulate;

/** Rows that lie in groups: how many lie together, and rows from one group's first to the next's. */
export type Together = Argument<'together'>;
export type GroupsApart = Argument<'groups apart'>;

/** Which of how many threads it is. */
export type Owner = Argument<'owner'>;
export type Owners = Argument<'owners'>;

/** Byte offsets of the same elements in the blocks of weights, gradients and moments. */
export type WeightsAt = Argument<'weights'>;
export type GradientsAt = Argument<'gradients'>;
export type FirstMomentsAt = Argument<'first moments'>;
export type SecondMomentsAt = Argument<'second moments'>;

/** The numbers of an update rule. */
export type Scale = Argument<'scale'>;
export type Limit = Argument<'limit'>;
export type StepSize = Argument<'step size'>;
export type SecondCorrection = Argument<'second correction'>;
export type Decay = Argument<'decay'>;
export type Momentum = Argument<'momentum'>;
export type Alpha = Argument<'alpha'>;
/** The share of the new square beside alpha. */
export type NewShare = Argument<'new share'>;
export type Beta1 = Argument<'beta1'>;
export type Beta2 = Argument<'beta2'>;
export type Epsilon = Argument<'epsilon'>;

/** Of dropout: the first row's place in the update, the update's key, and below which of 2²⁴ draws an element is left out. */
export type FirstRow = Argument<'first row'>;
export type DropoutKey = Argument<'dropout key'>;
export type DropoutThreshold = Argument<'dropout threshold'>;
/** What the newest weights are of an average of weights. */
export type AverageShare = Argument<'average share'>;
