// While unit tests are watched: before they run again, what they start and load is built again where its sources changed.
import { ensureBuilt } from './ensure-built.mjs';

export function setup(project) {
  project.onTestsRerun(async () => {
    try {
      await ensureBuilt((part) => console.log(`Building: ${part} …`), ['kernels', 'handover', 'programs']);
    } catch (error) {
      console.error(`${error.output ?? ''}${error.message}`);
    }
  });
}
