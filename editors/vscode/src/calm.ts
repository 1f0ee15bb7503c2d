import * as vscode from 'vscode';

/** How long after a key a writer is taken to think and no longer to type, in milliseconds. */
const PAUSE = 1000;

/** Where somebody types: from the beginning of the sentence to the end of its line. */
interface Hand {
  readonly document: string;
  readonly sentence: vscode.Range;
}

/** What was found in one draft, and how much of it is shown. */
interface Draft {
  readonly found: vscode.Diagnostic[];
  readonly shown: vscode.Diagnostic[];
  readonly show: (diagnostics: vscode.Diagnostic[]) => void;
}

/**
 * Keeps quiet about a sentence that is being typed: what is new in it is shown once it has its mark, the writer goes elsewhere or
 * stops typing. What was shown before stays, and what no longer holds goes at once.
 */
export class Calm implements vscode.Disposable {
  private readonly ended = new vscode.EventEmitter<void>();
  /** A sentence that was being typed is no longer. */
  readonly onDidEnd = this.ended.event;

  private hand: Hand | undefined;
  private timer: NodeJS.Timeout | undefined;
  private readonly drafts = new Map<string, Draft>();
  private readonly subscriptions = [
    vscode.workspace.onDidChangeTextDocument((change) => {
      this.changed(change);
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
      const uri = textEditor.document.uri;
      if (!selections.every(({ active }) => this.covers(uri, new vscode.Range(active, active)))) {
        this.end();
      }
    }),
    vscode.window.onDidChangeActiveTextEditor(() => {
      this.end();
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => this.drafts.delete(uri.toString())),
  ];

  dispose(): void {
    clearTimeout(this.timer);
    this.subscriptions.forEach((subscription) => subscription.dispose() as unknown);
    this.ended.dispose();
  }

  /** Whether a sentence of the draft is being typed. */
  isTyped(document: vscode.Uri | undefined): boolean {
    return this.hand !== undefined && this.hand.document === document?.toString();
  }

  /** Whether a place is in the sentence that is being typed. */
  covers(document: vscode.Uri, range: vscode.Range): boolean {
    return this.isTyped(document) && this.hand?.sentence.intersection(range) !== undefined;
  }

  /** Takes what was found in a draft, and shows what may be shown by now. */
  take(uri: vscode.Uri, found: vscode.Diagnostic[], show: (diagnostics: vscode.Diagnostic[]) => void): void {
    const known = new Set(
      this.drafts
        .get(uri.toString())
        ?.shown.filter(({ range }) => this.covers(uri, range))
        .map(rule),
    );
    const shown = found.filter((finding) => !this.covers(uri, finding.range) || known.has(rule(finding)));
    this.drafts.set(uri.toString(), { found, shown, show });
    show(shown);
  }

  private changed({ document, contentChanges: [change, ...more], reason }: vscode.TextDocumentChangeEvent): void {
    if (change === undefined) {
      return;
    }
    // A hand changes a letter at one place; what is longer was put in as a whole.
    const small = change.text.length + change.rangeLength <= 2 && !/[\r\n]/.test(change.text);
    const typed = small && more.length === 0 && reason === undefined;
    const sentence = typed ? openSentence(document, change.range.start.translate(0, change.text.length)) : undefined;
    const here = document.uri.toString();
    if (this.hand !== undefined && this.hand.document !== here) {
      // What is logged or changed elsewhere says nothing of the hand, unless the hand went there.
      if (sentence === undefined) {
        return;
      }
      this.end();
    }
    clearTimeout(this.timer);
    if (sentence !== undefined) {
      this.hand = { document: here, sentence };
      this.timer = setTimeout(() => {
        this.end();
      }, PAUSE);
    } else if (this.hand !== undefined) {
      // What was kept back is old by this change; what is found now is on its way.
      this.hand = undefined;
      this.ended.fire();
    }
  }

  /** Shows what was kept back. */
  private end(): void {
    clearTimeout(this.timer);
    const document = this.hand?.document;
    if (document === undefined) {
      return;
    }
    this.hand = undefined;
    const draft = this.drafts.get(document);
    if (draft !== undefined && draft.shown.length < draft.found.length) {
      this.drafts.set(document, { ...draft, shown: draft.found });
      draft.show(draft.found);
    }
    this.ended.fire();
  }
}

/** The sentence that ends at a place without its mark, with the rest of its line; `undefined` if there is none. */
function openSentence(document: vscode.TextDocument, place: vscode.Position): vscode.Range | undefined {
  if (place.line >= document.lineCount) {
    return undefined;
  }
  const line = document.lineAt(place.line);
  const before = line.text.slice(0, place.character);
  const begins = before.length - (before.split(/[.!?…]["'”’)\]]*\s+/).pop() ?? '').length;
  const words = before.slice(begins).trim();
  if (words === '' || /[.!?…]["'”’)\]]*$/.test(words)) {
    return undefined;
  }
  return new vscode.Range(new vscode.Position(place.line, begins), line.range.end);
}

function rule({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}
