import type { ChildProcess } from 'node:child_process';
import * as path from 'node:path';
import * as vscode from 'vscode';
import { findServer, run } from './server';

/** The extension's folder. */
export const HOME = path.dirname(__dirname);

/** The program, started before the language client is loaded: the one loads while the other gets ready. */
export const early: Promise<ChildProcess> | undefined = start();

function start(): Promise<ChildProcess> | undefined {
  try {
    const started = run(findServer(vscode.workspace.getConfiguration('forthright').get('path', ''), HOME));
    // OK to say nothing of a failure here: who waits for the program is told of it as well.
    started.catch(() => undefined);
    return started;
  } catch {
    // The connection looks again, and tells the user.
    return undefined;
  }
}
