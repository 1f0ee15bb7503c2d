import Mocha from 'mocha';

/** Runs the tests in the editor; VS Code calls this, in the test runners of Microsoft and in ours. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 300_000, color: false });
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
