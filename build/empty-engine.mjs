// A utility process that only stays.
process.parentPort.on('message', () => undefined);
