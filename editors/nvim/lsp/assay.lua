-- Neovim 0.11 or newer: copy this file to ~/.config/nvim/lsp/assay.lua, and write `vim.lsp.enable("assay")` into init.lua.
return {
  cmd = { "assay", "lsp" },
  filetypes = { "markdown", "yaml" },
  root_markers = { "content/site.yaml" },
  workspace_required = true,
}
