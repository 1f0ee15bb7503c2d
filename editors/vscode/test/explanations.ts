import * as assert from 'node:assert/strict';
import { asMarkdown } from '../src/explanations';

describe('the page of a rule', () => {
  it('has headings and examples that stand out', () => {
    const page =
      'ask-late  warning · clear message\n\nIt is late.\n\nWhy\nNobody waits.\n\nExamples\n  ✗ Do it.\n  → Do it now.\n  ✓ Done.\n  ✓ It is.\n';
    assert.equal(
      asMarkdown(page),
      '# ask-late\n\n*warning · clear message*\n\nIt is late.\n\n## Why\n\nNobody waits.\n\n## Examples\n\n✗ Do it.  \n→ Do it now.  \n\n✓ Done.  \n✓ It is.  \n',
    );
  });
});
