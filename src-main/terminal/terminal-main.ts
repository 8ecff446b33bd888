// The terminal host: the same engine without a window. Exit 0 done, 1 failed, 2 wrong usage; an error is one sentence on stderr.
import { Command, CommanderError, Option } from 'commander';
import { KERNEL_VARIANTS } from '../../src-engine/hyperparameters';
import { sentenceOf } from '../../src-engine/problem';
import { GREATEST_SEED } from '../../src-engine/protocol/scalars';
import { EXPORT_FORMATS, SAMPLING_BOUNDS } from '../../src-engine/protocol/writing';
import { bench } from './bench';
import { evaluate, type EvaluateOptions } from './evaluate';
import { exportModel } from './export';
import { generate, type GenerateOptions } from './generate';
import { gradients } from './gradients';
import { resume, train, type TrainOptions } from './train';
import { addSettingOptions, isUsageProblem, numberFrom, within } from './usage';

const count = numberFrom(1, 1e12);

function trainingCommand(finish: Finish): Command {
  const command = new Command('train')
    .description('Train a network on a text.')
    .argument('<file...>', 'text files and folders, read as one text in name order')
    .option('--init <model>', 'begin from the weights of a model or run, which also give the hidden size')
    .option('--updates <n>', 'how long to train: so many updates', count)
    .option(
      '--epochs <x>',
      'how long to train: so many times the whole text (default: 10)',
      numberFrom(0.001, 1e12, false),
    )
    .option('--minutes <x>', 'how long to train: so many minutes', numberFrom(0.001, 1e9, false))
    .option('--stop-after <n>', 'stop early at that update; resume goes on to the end', count)
    .option('--run <dir>', 'the folder of the run (default: a new one in unroll-runs)')
    .option('--json', 'one JSON object a line on stdout, and nothing else');
  return addSettingOptions(command).action((files: string[], options: TrainOptions) => finish(train(files, options)));
}

function resumeCommand(finish: Finish): Command {
  return new Command('resume')
    .description('Go on with a run from its newest checkpoint.')
    .argument('<run>', 'the folder of the run')
    .option('--updates <n>', 'a new total of updates', count)
    .option('--stop-after <n>', 'stop early at that update', count)
    .option('--json', 'one JSON object a line on stdout, and nothing else')
    .action((folder: string, options: TrainOptions) => finish(resume(folder, options)));
}

function generateCommand(finish: Finish): Command {
  return new Command('generate')
    .description('Write text on stdout.')
    .argument('<model|run>', 'a model file, or the folder of a run')
    .option('--prompt <text>', 'what the network reads first')
    .option('--bytes <n>', 'how many bytes to write (default: 1000)', numberFrom(0, 1e12))
    .option(
      '--temperature <x>',
      'below 1 safer, above 1 wilder, 0 the likeliest byte (default: 0.8)',
      within(SAMPLING_BOUNDS.temperature, false),
    )
    .option('--top-k <n>', 'only the k likeliest bytes (default: 0, off)', within(SAMPLING_BOUNDS.topK))
    .option(
      '--top-p <x>',
      'only the likeliest bytes that make up this share (default: 1, off)',
      within(SAMPLING_BOUNDS.topP, false),
    )
    .option(
      '--min-p <x>',
      'only bytes at least so likely, as a share of the likeliest (default: 0, off)',
      within(SAMPLING_BOUNDS.minP, false),
    )
    .option(
      '--repetition-penalty <x>',
      'make bytes that have just been written less likely, by this factor (default: 1, off)',
      within(SAMPLING_BOUNDS.repetitionPenalty, false),
    )
    .option(
      '--repetition-window <n>',
      'over how many bytes that looks back (default: 64)',
      within(SAMPLING_BOUNDS.repetitionWindow),
    )
    .option('--stop <text>', 'end once this has been written')
    .option('--seed <n>', 'where chance begins (default: 1)', numberFrom(0, GREATEST_SEED))
    .option('--utf8', 'only valid UTF-8')
    .option('--checkpoint <n>', 'of a run: the network after that update (default: the newest)', numberFrom(0, 1e12))
    .addOption(new Option('--kernels <name>', 'fast, or strict: the same bits everywhere').choices(KERNEL_VARIANTS))
    .addOption(
      new Option('--format <name>', 'plain text, with its settings, or with what the network gave each byte')
        .choices(EXPORT_FORMATS)
        .default('text'),
    )
    .action((model: string, options: GenerateOptions) => finish(generate(model, options)));
}

function evaluateCommand(finish: Finish): Command {
  return new Command('evaluate')
    .description('How well a network predicts a text, in bits per byte.')
    .argument('<model|run>', 'a model file, or the folder of a run')
    .argument('<file>', 'the text')
    .option('--slices <n>', 'also so many slices of 500 bytes, each begun at the zero state', numberFrom(1, 1e6))
    .option('--json', 'one JSON object on stdout')
    .action((model: string, file: string, options: EvaluateOptions) => finish(evaluate(model, file, options)));
}

function gradientsCommand(finish: Finish): Command {
  const command = new Command('gradients')
    .description('The first update’s gradients over a whole file, as safetensors.')
    .argument('<model>', 'a model file')
    .argument('<file>', 'the text')
    .addOption(new Option('--out <file>', 'where to write the gradients').makeOptionMandatory())
    .option('--json', 'loss and gradient norm as one JSON object on stdout');
  addSettingOptions(command, ({ forGradients }) => forGradients === true);
  return command.action((model: string, file: string, options: { out: string }) =>
    finish(gradients(model, file, { ...options })),
  );
}

function exportCommand(finish: Finish): Command {
  return new Command('export')
    .description(
      'Save a run’s newest weights as a model: .safetensors holds Wxh, Whh and Who, .onnx one step as a graph.',
    )
    .argument('<model|run>', 'the folder of a run, or a checkpoint')
    .addOption(new Option('--out <file>', 'the model file to write, .safetensors or .onnx').makeOptionMandatory())
    .action((run: string, options: { out: string }) => finish(exportModel(run, options)));
}

function benchCommand(finish: Finish): Command {
  return new Command('bench')
    .description('How fast this machine trains and samples.')
    .option('--json', 'one JSON object a line on stdout')
    .action((options: { json?: boolean }) => finish(bench(options)));
}

type Finish = (work: Promise<number>) => Promise<void>;

/** commander's "error: unknown option '--x'" as a sentence. */
function asSentence(message: string, command: string): string {
  const plain = message
    .replace(/^error: /, '')
    .replace(/\s*\n\s*/g, ' ')
    .trim();
  const sentence = `${plain.charAt(0).toUpperCase()}${plain.slice(1)}`;
  return `${sentence}${/[.?)]$/.test(sentence) ? '' : '.'} See unroll ${command}--help.`;
}

async function run(words: string[]): Promise<number> {
  let exitCode = 0;
  const finish: Finish = async (work) => {
    exitCode = await work;
  };
  const commands = [
    trainingCommand,
    resumeCommand,
    generateCommand,
    evaluateCommand,
    gradientsCommand,
    exportCommand,
    benchCommand,
  ];
  const program = new Command('unroll').description('Train a byte-level recurrent network on your own text.');
  for (const create of commands) program.addCommand(create(finish));
  for (const command of [program, ...program.commands]) {
    const name = command === program ? '' : `${command.name()} `;
    command
      .exitOverride()
      .configureOutput({ outputError: (message, write) => write(`${asSentence(message, name)}\n`) });
  }
  try {
    await program.parseAsync(words, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    process.stderr.write(`${isUsageProblem(error) ? error.message : sentenceOf(error)}\n`);
    return isUsageProblem(error) ? 2 : 1;
  }
}

// A reader that has seen enough (`unroll generate … | head`) closes the pipe: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
process.exitCode = await run(process.argv.slice(2));
