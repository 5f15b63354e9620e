// Starts `assay lsp`, and lets it speak to Visual Studio Code.
const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

let client;

async function start() {
  const command = vscode.workspace.getConfiguration("assay").get("command") || "assay";
  client = new LanguageClient(
    "assay",
    "Assay",
    { command, args: ["lsp"] },
    {
      documentSelector: [
        { scheme: "file", language: "markdown" },
        { scheme: "file", language: "yaml", pattern: "**/content/site.yaml" },
      ],
    }
  );
  try {
    await client.start();
  } catch (problem) {
    vscode.window.showErrorMessage(
      `Assay cannot be started as \`${command}\`: ${problem.message}. Install it, or set assay.command.`
    );
  }
}

exports.activate = async (context) => {
  context.subscriptions.push(
    vscode.commands.registerCommand("assay.restart", async () => {
      await client?.stop().catch(() => {});
      await start();
    })
  );
  await start();
};

exports.deactivate = () => client?.stop();
