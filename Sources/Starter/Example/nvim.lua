-- Neovim 0.11 or newer: findings, fixes and completion by `assay lsp`, and the fields of content/site.yaml by the YAML language
-- server. Neovim reads this file when `exrc` is set, and asks you first.
if vim.lsp and vim.lsp.config then
  vim.lsp.config("assay", {
    cmd = { "assay", "lsp" },
    filetypes = { "markdown", "yaml" },
    root_markers = { "content/site.yaml" },
    workspace_required = true,
  })
  vim.lsp.enable("assay")
  vim.lsp.config("yamlls", {
    cmd = { "yaml-language-server", "--stdio" },
    filetypes = { "yaml" },
    root_markers = { "content/site.yaml" },
    settings = { yaml = { schemas = { ["ASSAY_SETTINGS_SCHEMA"] = "content/site.yaml" } } },
  })
  vim.lsp.enable("yamlls")
end
