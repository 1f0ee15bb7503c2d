import type { ChildProcess } from 'node:child_process';
import * as vscode from 'vscode';
import {
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  InlayHintRequest,
  LanguageClient,
  State,
  type StaticFeature,
} from 'vscode-languageclient/node';
import { Calm } from './calm';
import { findServer, NoServer, run, type Server } from './server';
import { selector, SELECTOR_SETTINGS } from './selector';
import { chosen } from './settings';
import { summaryIsIn } from './status';

/** The one connection to the `forthright` program: started, stopped and restarted here and nowhere else. */
export class Connection implements vscode.Disposable {
  /** The settings which take a new connection to come into force; all others go to the program as they change. */
  static readonly settings = ['forthright.path', 'forthright.summary', ...SELECTOR_SETTINGS];

  private readonly changed = new vscode.EventEmitter<void>();
  /** The connection came up or went down. */
  readonly onDidChange = this.changed.event;

  readonly calm = new Calm();
  /** Whether a hint was kept back. */
  private hintsWait = false;
  private current: LanguageClient | undefined;
  private program: ChildProcess | undefined;
  private problem: string | undefined;
  private queue: Promise<void> = Promise.resolve();
  /** When programs went of themselves, in milliseconds. */
  private ends: number[] = [];

  constructor(
    private readonly extensionPath: string,
    private readonly log: vscode.LogOutputChannel,
    /** A program that was started before the connection could be, for it takes its time as well. */
    private early: Promise<ChildProcess> | undefined,
  ) {
    this.calm.onDidEnd(() => {
      this.showHints();
    });
  }

  /** The client, while it can be asked things. */
  get client(): LanguageClient | undefined {
    return this.current?.state === State.Running ? this.current : undefined;
  }

  /** Why there is no connection, if there ought to be one. */
  get trouble(): string | undefined {
    return this.problem;
  }

  /** The program a new connection would run. */
  server(): Server {
    return findServer(vscode.workspace.getConfiguration('forthright').get('path', ''), this.extensionPath);
  }

  isDraft(document: vscode.TextDocument): boolean {
    return vscode.languages.match(selector(vscode.workspace.getConfiguration('forthright')), document) > 0;
  }

  /** Starts anew. Calls in a row wait for each other, so that two programs never run at once. */
  restart(): Promise<void> {
    this.queue = this.queue.then(async () => {
      await this.stop();
      await this.start();
    });
    return this.queue;
  }

  dispose(): void {
    this.queue = this.queue.then(() => this.stop());
    this.changed.dispose();
    this.calm.dispose();
  }

  private async start(): Promise<void> {
    this.ends = [];
    try {
      const server = this.server();
      this.log.info(`Running ${server.command} (from the ${server.from})`);
      this.current = this.newClient(server);
      this.current.onDidChangeState(() => {
        this.changed.fire();
      });
      await this.current.start();
      this.problem = undefined;
    } catch (error) {
      this.problem = error instanceof Error ? error.message : String(error);
      this.log.error(this.problem);
      void this.complain(error);
    }
    this.changed.fire();
  }

  private newClient(server: Server): LanguageClient {
    const client = new LanguageClient(
      'forthright',
      'Forthright',
      async () => {
        const started = this.early ?? run(server);
        this.early = undefined;
        return (this.program = await started);
      },
      {
        documentSelector: selector(vscode.workspace.getConfiguration('forthright')),
        middleware: {
          workspace: {
            configuration: ({ items }) =>
              items.map(({ scopeUri }) => chosen(scopeUri === undefined ? undefined : vscode.Uri.parse(scopeUri))),
          },
          provideHover: async (document, position, token, next) =>
            withoutMessages(await next(document, position, token)),
          handleDiagnostics: (uri, found, next) => {
            this.calm.take(uri, found, (shown) => {
              next(uri, shown);
            });
          },
          provideInlayHints: async (document, range, token, next) => {
            const hints = await next(document, range, token);
            const shown = hints?.filter(
              ({ position }) => !this.calm.covers(document.uri, new vscode.Range(position, position)),
            );
            this.hintsWait ||= shown?.length !== hints?.length;
            return shown;
          },
          // What the program says above a draft is in the status bar already.
          provideCodeLenses: (document, token, next) => (summaryIsIn('codeLens') ? next(document, token) : []),
        },
        errorHandler: {
          // What cannot be written tells that the program has gone. So will its end of the connection, and that is the time to act.
          error: () => ({ action: ErrorAction.Continue }),
          closed: () => this.ended(),
        },
        outputChannel: this.log,
        traceOutputChannel: this.log,
      },
    );
    client.registerFeature(PUSHED);
    return client;
  }

  /** Has the hints asked for again, if some were kept back. */
  private showHints(): void {
    if (this.hintsWait) {
      this.hintsWait = false;
      const hints = this.client?.getFeature(InlayHintRequest.method);
      vscode.workspace.textDocuments.forEach((document) => hints?.getProvider(document)?.onDidChangeInlayHints.fire());
    }
  }

  /** What to do about a program that went of itself: another is started, unless this happens again and again. */
  private ended(): CloseHandlerResult {
    const now = Date.now();
    this.ends = [...this.ends.filter((end) => now - end < 180_000), now];
    if (this.ends.length <= 5) {
      return { action: CloseAction.Restart };
    }
    this.problem = 'Forthright ended 6 times within 3 minutes and was not started again.';
    return { action: CloseAction.DoNotRestart, message: this.problem };
  }

  private async stop(): Promise<void> {
    const client = this.current;
    this.current = undefined;
    if (client?.needsStop()) {
      await client.stop().catch((error: unknown) => {
        this.log.warn(`The program did not stop as asked: ${String(error)}`);
        this.program?.kill();
      });
    }
    await client?.dispose().catch(() => undefined);
  }

  private async complain(error: unknown): Promise<void> {
    const settings = 'Open Settings';
    const log = 'Show Log';
    const choice = await vscode.window.showErrorMessage(
      error instanceof NoServer ? error.message : `Forthright could not start: ${String(error)}`,
      ...(error instanceof NoServer ? [settings, log] : [log]),
    );
    if (choice === settings) {
      await vscode.commands.executeCommand('workbench.action.openSettings', 'forthright.path');
    } else if (choice === log) {
      this.log.show();
    }
  }
}

/** Findings are to come as soon as they are there, and not when VS Code asks: the first are seen earlier. */
const PUSHED: StaticFeature = {
  fillClientCapabilities: ({ textDocument }) => {
    delete textDocument?.diagnostic;
  },
  initialize: () => undefined,
  getState: () => ({ kind: 'static' }),
  clear: () => undefined,
};

/** A hover without the messages of findings: VS Code shows them above it by itself. */
function withoutMessages(hover: vscode.Hover | null | undefined): vscode.Hover | null | undefined {
  for (const part of hover?.contents ?? []) {
    if (part instanceof vscode.MarkdownString) {
      part.value = part.value.replace(/^\*\*[^*]+\*\* `[a-z-]+`\n\n/gm, '');
    }
  }
  return hover;
}
