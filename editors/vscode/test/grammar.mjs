// Colours a mail by the grammar, as VS Code would, and looks at the scopes of its words.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

const require = createRequire(import.meta.url);
const wasm = fs.readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
const file = new URL('../syntaxes/mail.tmLanguage.json', import.meta.url);
const registry = new textmate.Registry({
  onigLib: Promise.resolve({
    createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text) => new oniguruma.OnigString(text),
  }),
  loadGrammar: async () => textmate.parseRawGrammar(fs.readFileSync(file, 'utf8'), 'mail.tmLanguage.json'),
});
const grammar = await registry.loadGrammar('text.mail');

/** Each line's stretches, as `[text, innermost scope]`. */
function colours(...lines) {
  let state = textmate.INITIAL;
  return lines.map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => [line.slice(startIndex, endIndex), scopes.at(-1)]);
  });
}

const scope = (lines, word) => lines.flat().find(([text]) => text.includes(word))?.[1];

const mail = colours(
  'From: Sam Field <sam@example.org>',
  'Subject: The audit',
  ' report, again',
  'X-Later: yes',
  '',
  'Note: a body may have colons. See https://example.org/page.',
  'On Tue, 3 Nov 2026, Sam wrote:',
  '> first',
  '>> second',
  '> > > third',
  '-- ',
  'Robin',
);
assert.equal(scope(mail, 'From'), 'keyword.other.header.mail');
assert.equal(scope(mail, 'sam@example.org'), 'variable.other.address.mail');
assert.equal(scope(mail, 'The audit'), 'markup.heading.subject.mail');
assert.equal(scope(mail, 'X-Later'), 'keyword.other.header.mail');
assert.equal(scope(mail, 'Note'), 'text.mail');
assert.equal(scope(mail, 'https://'), 'markup.underline.link.mail');
assert.equal(scope(mail, 'wrote'), 'comment.line.attribution.mail');
assert.equal(scope(mail, 'first'), 'comment.line.quote.level1.mail');
assert.equal(scope(mail, 'second'), 'string.quoted.other.quote.level2.mail');
assert.equal(scope(mail, 'third'), 'constant.other.quote.level3.mail');
assert.equal(scope(mail, 'Robin'), 'comment.block.signature.mail');

const bare = colours('Hi Sam,', 'Subject: of debate', '--text follows this line--');
assert.equal(scope(bare, 'Subject'), 'text.mail', 'a draft without headers has none further down');

const emacs = colours('To: sam@example.org', 'Subject: Audit', '--text follows this line--', 'From: here on, body');
assert.equal(scope(emacs, 'follows'), 'comment.line.separator.mail');
assert.equal(scope(emacs, 'here on'), 'text.mail');

console.log('the grammar colours mail as it should');
