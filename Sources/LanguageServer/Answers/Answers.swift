import Diagnostics

/// What is asked of the server, and who answers.
enum Answers {
    /// Requests about an open document.
    static let ofDocuments: [String: @Sendable (Question) async throws -> JSONValue] = [
        "textDocument/codeAction": CodeActions.answer,
        "textDocument/completion": Completion.answer,
        "textDocument/hover": Hover.answer,
        "textDocument/definition": Definition.answer,
        "textDocument/references": Definition.references,
        "textDocument/documentHighlight": Definition.highlights,
        "textDocument/prepareRename": Rename.prepare,
        "textDocument/rename": Rename.answer,
        "textDocument/documentSymbol": Symbols.answer,
        "textDocument/documentLink": DocumentParts.links,
        "textDocument/foldingRange": DocumentParts.folds,
        "textDocument/inlayHint": DocumentParts.hints,
    ]

    /// Requests about all newsrooms.
    static let ofWorkspace: [String: @Sendable (WorkspaceQuestion) async throws -> JSONValue] = [
        "workspace/symbol": Symbols.ofWorkspace,
        "workspace/willRenameFiles": Rename.filesWillMove,
    ]
}

/// A request about all newsrooms that are open.
struct WorkspaceQuestion: Sendable {
    /// The parameters.
    let params: JSONValue
    /// All open documents.
    let documents: OpenDocuments
    /// All open newsrooms.
    let newsrooms: [ServedNewsroom]
    /// The client.
    let client: ClientAbilities
}
