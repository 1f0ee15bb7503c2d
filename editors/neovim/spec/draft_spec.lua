-- A draft in Neovim, with the true program behind it.

local PATIENCE = 120000

--- Asks again and again until the answer is yes, and returns it.
local function eventually(what, ask)
  local answer
  vim.wait(PATIENCE, function()
    answer = ask()
    return answer and true or false
  end, 20)
  return assert(answer, 'waited in vain for ' .. what)
end

local DRAFT = {
  'From: Robin <robin@example.org>',
  'To: Sam <sam@example.org>',
  'Subject: Audit report',
  '',
  'Hi Sam,',
  '',
  'Could you review the audit report?',
  '',
  'Thanks',
  'Robin',
}
local ASK = 7

local folder, file

local function open(name, lines)
  file = vim.fs.joinpath(folder, name)
  vim.fn.writefile(lines, file)
  vim.cmd.edit(vim.fn.fnameescape(file))
end

local function client()
  return vim.lsp.get_clients({ bufnr = 0, name = 'forthright' })[1]
end

local function found()
  return vim.tbl_map(function(diagnostic)
    return diagnostic.code
  end, vim.diagnostic.get(0))
end

local function on_disk()
  vim.cmd('silent write')
  return table.concat(vim.fn.readfile(file), '\n')
end

--- What is said to the user while something is done.
local function said(act)
  local original, heard = vim.notify, {}
  vim.notify = function(message)
    table.insert(heard, message)
  end
  local done, problem = pcall(act)
  vim.notify = original
  assert(done, problem)
  return table.concat(heard, '\n')
end

local function floating()
  local window = vim.api.nvim_get_current_win()
  assert.are_not.equal('', vim.api.nvim_win_get_config(window).relative)
  local text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
  vim.api.nvim_win_close(window, true)
  return text
end

describe('a mail', function()
  before_each(function()
    folder = vim.fn.tempname()
    vim.fn.mkdir(folder, 'p')
    -- The name neomutt gives to a draft; no extension, no project around it.
    open('neomutt-host-1000-4711-1234567890', DRAFT)
    eventually('the program', client)
  end)

  after_each(function()
    vim.cmd('silent %bwipeout!')
  end)

  it('is known for one by its name', function()
    assert.are.equal('mail', vim.bo.filetype)
  end)

  it('shows what is missing in a request', function()
    eventually('the finding', function()
      return vim.tbl_contains(found(), 'deadline-missing')
    end)
    local diagnostic = vim.diagnostic.get(0)[1]
    assert.are.equal(ASK - 1, diagnostic.lnum)
    assert.are.equal('forthright', diagnostic.source)
  end)

  it('shows a hint where the day would be', function()
    vim.lsp.inlay_hint.enable(true, { bufnr = 0 })
    local hint = eventually('a hint', function()
      return vim.lsp.inlay_hint.get({ bufnr = 0 })[1]
    end)
    assert.are.equal(ASK - 1, hint.inlay_hint.position.line)
    vim.lsp.inlay_hint.enable(false, { bufnr = 0 })
  end)

  it('takes a day from the menu, and is quiet then', function()
    eventually('the finding', function()
      return #found() > 0
    end)
    vim.api.nvim_win_set_cursor(0, { ASK, #'Could you rev' })
    local offered = {}
    vim.lsp.buf.code_action({
      apply = true,
      filter = function(action)
        table.insert(offered, action.title)
        return #offered == 1
      end,
    })
    eventually('the change', function()
      return vim.bo.modified
    end)
    assert.is_true(#offered >= 4, vim.inspect(offered))
    assert.matches('Could you review the audit report by .+%?', on_disk())
    eventually('quiet', function()
      return not vim.tbl_contains(found(), 'deadline-missing')
    end)
  end)

  it('is followed while it is written', function()
    eventually('the finding', function()
      return #found() > 0
    end)
    vim.api.nvim_buf_set_lines(0, ASK - 1, ASK, false, { 'Lunch was great.' })
    eventually('quiet', function()
      return #found() == 0
    end)
    vim.cmd('silent undo')
    eventually('the finding again', function()
      return #found() > 0
    end)
  end)

  it('is checked again after the program was killed and started', function()
    eventually('the finding', function()
      return #found() > 0
    end)
    local before = client()
    vim.lsp.stop_client(before.id, true)
    eventually('the end of the program', function()
      return client() == nil
    end)
    vim.cmd('silent edit')
    eventually('another program', client)
    assert.are_not.equal(before.id, client().id)
    eventually('the finding', function()
      return #found() > 0
    end)
  end)
end)

describe(':Forthright', function()
  before_each(function()
    folder = vim.fn.tempname()
    vim.fn.mkdir(folder, 'p')
    open('draft.eml', DRAFT)
    eventually('the program', client)
    eventually('the finding', function()
      return #found() > 0
    end)
  end)

  after_each(function()
    vim.cmd('silent %bwipeout!')
  end)

  it('rewrite rearranges the draft as a clear request', function()
    vim.api.nvim_buf_set_lines(0, ASK - 1, ASK, false, {
      'I was just wondering if you could review the audit report? The auditors come on 14 December.',
    })
    eventually('the finding', function()
      return vim.tbl_contains(found(), 'wondering-frame')
    end)
    vim.cmd('Forthright rewrite')
    eventually('the rewritten draft', function()
      return on_disk():match('review the audit report by %a+ %d+') ~= nil
    end)
    assert.matches('The auditors come on 14 December%.', on_disk())
    assert.are.same(vim.list_slice(DRAFT, 1, 5), vim.api.nvim_buf_get_lines(0, 0, 5, false))
  end)

  it('fix applies what says the same in fewer words', function()
    vim.api.nvim_buf_set_lines(0, ASK - 1, ASK, false, { 'Could you just send me the totals by Friday?' })
    eventually('the finding', function()
      return vim.tbl_contains(found(), 'just-minimizer')
    end)
    vim.cmd('Forthright fix')
    eventually('the fix', function()
      return vim.fn.getline(ASK) == 'Could you send me the totals by Friday?'
    end)
  end)

  it('inspect shows what was understood', function()
    vim.cmd('Forthright inspect')
    assert.matches('what +review the audit report', floating())
  end)

  it('explain shows the page of the finding at the cursor', function()
    vim.api.nvim_win_set_cursor(0, { ASK, 0 })
    vim.cmd('Forthright explain')
    assert.matches('date', floating())
  end)

  it('explain shows the page of a rule by name', function()
    vim.cmd('Forthright explain ask-no-owner')
    assert.are_not.equal('', floating())
  end)

  it('explain asks for a name where there is no finding', function()
    vim.api.nvim_win_set_cursor(0, { 1, 0 })
    assert.matches('name a rule', said(function()
      vim.cmd('Forthright explain')
    end))
  end)

  it('check lists the findings', function()
    local count = #found()
    vim.cmd('Forthright check')
    assert.are.equal(count, #vim.fn.getloclist(0))
    vim.cmd.lclose()
  end)

  it('says which commands there are', function()
    assert.matches('rewrite', said(function()
      vim.cmd('Forthright improve')
    end))
  end)

  it('completes its commands and the names of rules', function()
    assert.are.same({ 'check' }, vim.fn.getcompletion('Forthright c', 'cmdline'))
    assert.is_true(vim.tbl_contains(vim.fn.getcompletion('Forthright explain dead', 'cmdline'), 'deadline-missing'))
    assert.are.same({}, vim.fn.getcompletion('Forthright check x', 'cmdline'))
  end)
end)

describe(':checkhealth forthright', function()
  local function report()
    vim.cmd('silent checkhealth forthright')
    local text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
    vim.cmd('silent bwipeout!')
    return text
  end

  it('finds the program', function()
    assert.matches('OK.*forthright %d', report())
  end)

  it('says how to get the program where there is none', function()
    local path = vim.env.PATH
    vim.env.PATH = '/nowhere'
    local text = report()
    vim.env.PATH = path
    assert.matches('ERROR.*not on this machine', text)
    assert.matches('cargo install', text)
  end)
end)

describe('the help', function()
  it('has its tags', function()
    vim.cmd('silent helptags doc')
    vim.cmd('silent help :Forthright-explain')
    assert.are.equal('help', vim.bo.buftype)
    vim.cmd.helpclose()
  end)
end)
