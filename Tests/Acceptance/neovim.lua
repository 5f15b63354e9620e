-- Run by test_lsp.py in Neovim without a window: a mistake is found and mended, an id is completed, a source is renamed.
local env = vim.env
local result = {}

local function lines()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), "\n")
end

local function wait(condition)
  assert(vim.wait(30000, condition, 20), "nothing came in 30 seconds: " .. debug.traceback())
end

local function ask(method, params)
  local answers = assert(vim.lsp.buf_request_sync(0, method, params, 30000))
  local _, answer = next(answers)
  assert(answer and not (answer.err or answer.error), vim.inspect(answer))
  return answer.result
end

local function find(words, shift)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    local column = line:find(words, 1, true)
    if column then
      vim.api.nvim_win_set_cursor(0, { number, column - 1 + shift })
      return
    end
  end
  error("there is no " .. words)
end

local ok, problem = pcall(function()
  vim.cmd("edit " .. env.ROOM .. "/" .. env.RECORD)
  local client = assert(vim.lsp.start_client({
    name = "assay",
    cmd = { env.ASSAY, "lsp", "--today", "2026-12-01" },
    root_dir = env.ROOM,
  }))
  vim.lsp.buf_attach_client(0, client)
  wait(function() return #vim.diagnostic.get(0) > 0 end)
  result.rules = vim.tbl_map(function(one) return one.code end, vim.diagnostic.get(0))

  -- The fix of the misspelt field.
  find("rulng", 1)
  local params = vim.lsp.util.make_range_params()
  params.context = { diagnostics = {} }
  for _, action in ipairs(ask("textDocument/codeAction", params)) do
    if action.title == "Write `ruling`" then
      vim.lsp.util.apply_workspace_edit(action.edit, "utf-16")
    end
  end
  result.fixed = lines()
  wait(function()
    for _, one in ipairs(vim.diagnostic.get(0)) do
      if one.code == "unknown-field" then return false end
    end
    return true
  end)

  -- A citation.
  vim.api.nvim_buf_set_lines(0, -1, -1, false, { "", "Words [@" .. env.CITED:sub(1, 3) .. "]." })
  vim.api.nvim_win_set_cursor(0, { vim.api.nvim_buf_line_count(0), #"Words [@" + 3 })
  local list = ask("textDocument/completion", vim.lsp.util.make_position_params())
  result.offered = vim.tbl_map(function(item) return item.label end, list.items)
  for _, item in ipairs(list.items) do
    if item.label == env.CITED then vim.lsp.util.apply_text_edits({ item.textEdit }, 0, "utf-16") end
  end
  assert(lines():find("Words [@" .. env.CITED .. "].", 1, true), "the completion is not in the buffer")
  find("Words [@", #"Words [@" + 1)
  result.hover = ask("textDocument/hover", vim.lsp.util.make_position_params()).contents.value

  -- A rename, in all files.
  params = vim.lsp.util.make_position_params()
  params.newName = env.CITED .. "-renamed"
  local edit = ask("textDocument/rename", params)
  assert(edit, "the rename has no edits")
  vim.lsp.util.apply_workspace_edit(edit, "utf-16")
  result.renamed = lines()
  vim.cmd("wall")
  local place = env.ROOM .. "/content/sources/" .. env.CITED
  result.exists = vim.fn.filereadable(place .. "-renamed.md")
  result.gone = vim.fn.filereadable(place .. ".md")
  vim.lsp.stop_client(client)
end)
if not ok then result.problem = problem end
if ok then
  vim.fn.writefile({ vim.json.encode(result) }, env.RESULT)
else
  io.stderr:write(tostring(problem) .. "\n")
end
