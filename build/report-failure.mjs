// Says on stderr what went wrong: the sentence, and what the failed program printed.
export function reportAndFail(error) {
  process.stderr.write(`${error.output ? `${error.output.trimEnd()}\n` : ''}${error.message}\n`);
  process.exitCode = 1;
}
