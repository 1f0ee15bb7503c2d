import Mocha from 'mocha';

/** Runs the tests in the editor; VS Code calls this, in the test runners of Microsoft and in ours. */
export async function run(): Promise<void> {
  // A machine that is busy with other things may starve the editor; what fails twice is wrong.
  const mocha = new Mocha({ ui: 'bdd', timeout: 300_000, retries: 1, color: false });
  mocha.suite.emit('pre-require', globalThis as never, '', mocha);
  await Promise.all([
    import('./draft'),
    import('./explanations'),
    import('./life'),
    import('./server'),
    import('./settings'),
    import('./typing'),
  ]);
  await new Promise<void>((done, fail) => {
    mocha.run((failures) => {
      if (failures === 0) {
        done();
      } else {
        fail(new Error(`${failures} tests failed`));
      }
    });
  });
}
