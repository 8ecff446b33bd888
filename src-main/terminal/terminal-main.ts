// The terminal host: the same engine without a window. Exit 0 done, 1 failed, 2 wrong usage; an error is one sentence on stderr. What a
// command does is loaded when it is given: most of them need a part of the engine.
import { Command, CommanderError, Option } from 'commander';
import { version } from '../../package.json';
import { sentenceOf } from '../../src-engine/problem';
import { ENCODING_NAMES } from '../../src-engine/protocol/encodings';
import { PRESET_FLAGS } from '../../src-engine/settings/presets';
import type { BenchOptions } from './bench';
import type { EvaluateOptions } from './evaluate';
import { copiesCommand, generateCommand } from './generate-command';
import type { HandoverCommandOptions } from './handover';
import { leaveWhenUnwritable } from './interruptions';
import type { TrainOptions } from './train';
import { say } from './streams';
import type { TextOptions } from './text';
import { addSettingOptions, checkPaths, isUsageProblem, numberFrom, vectorsOption, type Finish } from './usage';

const count = numberFrom(1, 1e12);

const asIsOption = () => new Option('--as-is', 'Use the bytes of documents, instead of the text in them.');

function trainingCommand(finish: Finish): Command {
  const command = new Command('train')
    .description('Train a network on a text.')
    .argument(
      '<file...>',
      'Texts, documents (docx, odt, epub, html, pdf, rtf, subtitles, zip) and folders, as one text in name order.',
    )
    .addOption(asIsOption())
    .addOption(
      new Option('--encoding <name>', 'What the text’s bytes mean. (default: as its bytes suggest)').choices(
        ENCODING_NAMES,
      ),
    )
    .option('--init <model>', 'Start from the weights of a model or run, which also set the hidden size.')
    .addOption(
      new Option(
        '--preset <name>',
        'Settings that do well on this text and computer; others given here go first.',
      ).choices(PRESET_FLAGS),
    )
    .option(
      '--keep-optimizer',
      'With --init of a run: go on with its optimizer and schedule too. (default: they begin again)',
    )
    .option('--updates <n>', 'Train for this many updates.', count)
    .option('--epochs <x>', 'Train for this many passes over the text. (default: 10)', numberFrom(0.001, 1e12, false))
    .option('--minutes <x>', 'Train for this many minutes.', numberFrom(0.001, 1e9, false))
    .option('--stop-after <n>', 'Pause at this update; continue with unroll resume.', count)
    .option('--run <dir>', 'The run folder. (default: a new one in unroll-runs)')
    .option('--json', 'Print one JSON object per line on stdout, and nothing else.');
  return addSettingOptions(command).action(async (files: string[], options: TrainOptions) =>
    finish((await import('./train')).train(files, options)),
  );
}

function resumeCommand(finish: Finish): Command {
  return new Command('resume')
    .description('Resume a run from its newest checkpoint.')
    .argument('<run>', 'The run folder.')
    .option('--updates <n>', 'The new total number of updates.', count)
    .option('--stop-after <n>', 'Pause at this update.', count)
    .option('--text <file...>', 'Where the text lies now, if it was moved.')
    .addOption(asIsOption())
    .option('--changed-text', 'Go on although the text has changed; its length has to be the same.')
    .addOption(vectorsOption())
    .option('--json', 'Print one JSON object per line on stdout, and nothing else.')
    .action(async (folder: string, options: TrainOptions) => finish((await import('./train')).resume(folder, options)));
}

function textCommand(finish: Finish): Command {
  return new Command('text')
    .description('Print the text that is taken out of documents, as train would read it.')
    .argument('<file...>', 'Texts, documents and folders.')
    .addOption(asIsOption())
    .action(async (files: string[], options: TextOptions) =>
      finish((await import('./text')).printText(files, options)),
    );
}

function evaluateCommand(finish: Finish): Command {
  return new Command('evaluate')
    .description('Measure how well a network predicts a text, in bits per byte.')
    .argument('<model|run>', 'A model file or a run folder.')
    .argument('<file...>', 'The texts; several are ranked, the best predicted first.')
    .addOption(asIsOption())
    .option('--per-byte', 'Also write the surprise at each byte, in bits.')
    .option('--out <file>', 'Where to write that, as CSV.')
    .option(
      '--slices <n>',
      'Also evaluate this many 500-byte slices, each started from the zero state.',
      numberFrom(1, 1e6),
    )
    .addOption(vectorsOption())
    .option('--json', 'Print one JSON object on stdout.')
    .action(async (model: string, files: string[], options: EvaluateOptions) =>
      finish((await import('./evaluate')).evaluate(model, files, options)),
    );
}

function gradientsCommand(finish: Finish): Command {
  const command = new Command('gradients')
    .description('Compute the first update’s gradients over a whole file, as safetensors.')
    .argument('<model>', 'A model file.')
    .argument('<file>', 'The text.')
    .addOption(new Option('--out <file>', 'Where to write the gradients.').makeOptionMandatory())
    .option('--json', 'Print loss and gradient norm as one JSON object on stdout.');
  addSettingOptions(command, ({ forGradients }) => forGradients === true);
  return command.action(async (model: string, file: string, options: { out: string }) =>
    finish((await import('./gradients')).gradients(model, file, { ...options })),
  );
}

function exportCommand(finish: Finish): Command {
  return new Command('export')
    .description(
      'Export a run’s newest weights: .safetensors holds Wxh, Whh and Who; .onnx holds one step as a graph; .html is a page that generates text in any browser, offline.',
    )
    .argument('<model|run>', 'A run folder, or a model or checkpoint file.')
    .addOption(new Option('--out <file>', 'The file to write: .safetensors, .onnx or .html.').makeOptionMandatory())
    .action(async (run: string, options: { out: string }) =>
      finish((await import('./export')).exportModel(run, options)),
    );
}

function handoverCommand(finish: Finish): Command {
  return new Command('handover')
    .description('Write a folder with which a run goes on in PyTorch, on GPUs or several machines.')
    .argument('<run>', 'The run folder.')
    .addOption(new Option('--out <dir>', 'The folder to make.').makeOptionMandatory())
    .option('--copy-text', 'Copy the text into it too.')
    .option('--hidden <n>', 'Go on with a wider network, which begins by computing the same.', count)
    .option('--lanes <n>', 'Go on with this many lanes.', count)
    .option('--from-scratch', 'Begin there from initial weights.')
    .option('--updates <n>', 'The new total number of updates.', count)
    .option('--epochs <x>', 'The new total of passes over the text.', numberFrom(0.001, 1e12, false))
    .action(async (run: string, options: HandoverCommandOptions) =>
      finish((await import('./handover')).handover(run, options)),
    );
}

function importCommand(finish: Finish): Command {
  return new Command('import')
    .description('Take a run back that went on elsewhere: copies its folder, and prints where it is.')
    .argument('<folder>', 'The folder of the handover, or of the run.')
    .option('--into <dir>', 'The folder of runs. (default: unroll-runs)')
    .action(async (folder: string, options: { into?: string }) =>
      finish((await import('./handover')).importFolder(folder, options)),
    );
}

function benchCommand(finish: Finish): Command {
  return new Command('bench')
    .description('Measure how fast this machine trains and samples.')
    .addOption(vectorsOption())
    .option('--profile', 'Show instead where the time of an update goes.')
    .option('--json', 'Print one JSON object per line on stdout.')
    .action(async (options: BenchOptions) => {
      const run = options.profile ? (await import('./bench-profile')).benchProfile : (await import('./bench')).bench;
      return finish(run(options));
    });
}

/** commander's "error: unknown option '--x'" as a proper sentence. */
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
    textCommand,
    resumeCommand,
    generateCommand,
    copiesCommand,
    evaluateCommand,
    gradientsCommand,
    exportCommand,
    handoverCommand,
    importCommand,
    benchCommand,
  ];
  const program = new Command('unroll')
    .description('Train a byte-level recurrent network on your own text.')
    .version(`Unroll ${version}`, '-v, --version', 'Show the version.')
    .helpCommand('help [command]', 'Show the help of a command.');
  for (const create of commands) program.addCommand(create(finish));
  program.hook('preAction', (_, command) => checkPaths(command));
  for (const command of [program, ...program.commands]) {
    const name = command === program ? '' : `${command.name()} `;
    command
      .helpOption('-h, --help', 'Show this help.')
      .exitOverride()
      .configureOutput({ outputError: (message) => say(asSentence(message, name)) });
  }
  try {
    await program.parseAsync(words, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    say(isUsageProblem(error) ? error.message : sentenceOf(error));
    return isUsageProblem(error) ? 2 : 1;
  }
}

leaveWhenUnwritable();
process.exitCode = await run(process.argv.slice(2));
